using TalkNotes.Core.Documents;
using TalkNotes.Core.Formats.Parts;

namespace TalkNotes.Core.Formats;

/// <summary>
/// Markdown, with front matter or without, whose transcript is a list of timed lines; a line without a time goes on with the
/// cue above:
/// <code>
/// ## Text
/// - [00:04] training research lead, she played a
/// </code>
/// </summary>
public sealed class TimedListFormat : ISourceFormat
{
    /// <inheritdoc />
    public string Id => "timed-list";

    /// <inheritdoc />
    public string Name => "Markdown with a timed list";

    /// <inheritdoc />
    public int Revision => 4;

    /// <inheritdoc />
    public FormatMatch Match(SourceText source)
    {
        var census = LineCensus.Of(source);
        var cues = census.Of(TranscriptShape.TimedBullets);
        if (cues == 0 || cues <= census.Bullets / 2 || cues < census.Stamped / 2)
        {
            return census.Stamped == 0 && census.Turns == 0 && census.Lines.Any(l => l.StartsWith("# Transcript:", StringComparison.Ordinal))
                ? new FormatMatch(MatchStrength.Likely, "'# Transcript:' heads it, but it has no timed lines")
                : FormatMatch.None;
        }

        return new FormatMatch(cues >= 3 ? MatchStrength.Certain : MatchStrength.Likely, $"lines like '- [00:04] text' ({cues} of the first {census.Lines.Count})");
    }

    /// <inheritdoc />
    public TalkDocument Parse(SourceText source, LineLedger ledger) => TalkPage.Read(source, ledger, TranscriptShape.TimedBullets);
}
