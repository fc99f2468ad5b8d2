using TalkNotes.Core.Documents;
using TalkNotes.Core.Formats.Parts;

namespace TalkNotes.Core.Formats;

/// <summary>
/// Text pasted from YouTube's transcript panel, and from sites that show a transcript alike: a time on a line of its own,
/// the words below, with chapters or speakers above some times:
/// <code>
/// Introduction
/// 0:00
/// so today we talk about
/// 1:05
/// 1 minute, 5 seconds
/// reasoning
/// </code>
/// </summary>
public sealed class YouTubePanelFormat : ISourceFormat
{
    /// <summary>Lines above the first time; a page with a longer head is another format's.</summary>
    private const int LongestHead = 12;

    /// <inheritdoc />
    public string Id => "youtube-panel";

    /// <inheritdoc />
    public string Name => "Times on lines of their own";

    /// <inheritdoc />
    public int Revision => 1;

    /// <inheritdoc />
    public FormatMatch Match(SourceText source)
    {
        var census = new LineCensus(source);
        return new YouTldrFormat().Match(source).Strength == MatchStrength.None && census.Lines.Take(LongestHead).Any(l => Transcript.ShapeOf(l) == TranscriptShape.BareStamps)
            ? census.MostlyStamped(TranscriptShape.BareStamps, "0:04 alone", share: 0.15)
            : FormatMatch.None;
    }

    /// <inheritdoc />
    public TalkDocument Parse(SourceText source, LineLedger ledger) => new TranscriptPanel(source, ledger).Read();
}
