using TalkNotes.Core.Documents;
using TalkNotes.Core.Formats.Parts;

namespace TalkNotes.Core.Formats;

/// <summary>
/// A transcript of <c>Name: text</c> turns, alone or on a page with description, summary and listed chapters whose titles
/// stand again, without any mark, between the turns:
/// <code>
/// Conviction in o1
/// Noam Brown: I think that we had conviction …
/// </code>
/// </summary>
public sealed class SpeakerTurnsFormat : ISourceFormat
{
    /// <inheritdoc />
    public string Id => "speaker-turns";

    /// <inheritdoc />
    public string Name => "Speaker turns";

    /// <inheritdoc />
    public int Revision => 4;

    /// <inheritdoc />
    public FormatMatch Match(SourceText source)
    {
        var census = LineCensus.Of(source);
        if (census.Turns < 2 || census.Stamped * 5 >= census.Turns * 4 || !census.IsShare(census.Turns, 0.15))
        {
            return FormatMatch.None;
        }

        return EpisodePageFormat.Marks(census).Count >= 2
            ? FormatMatch.None
            : new FormatMatch(
                census.Sections.Contains(PageSection.Chapters) ? MatchStrength.Certain : MatchStrength.Likely,
                $"lines like 'Name: text' ({census.Turns} of the first {census.Lines.Count})");
    }

    /// <inheritdoc />
    public TalkDocument Parse(SourceText source, LineLedger ledger) => TalkPage.Read(source, ledger);
}
