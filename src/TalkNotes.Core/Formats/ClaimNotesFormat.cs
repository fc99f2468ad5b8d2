using TalkNotes.Core.Documents;
using TalkNotes.Core.Formats.Parts;

namespace TalkNotes.Core.Formats;

/// <summary>
/// Markdown notes about a talk, without its transcript: bullets under headings, often with a marker at their end:
/// <code>
/// ## Training (Claims)
/// - Pre-training is described as still valuable. [Unverified]
/// </code>
/// </summary>
public sealed class ClaimNotesFormat : ISourceFormat
{
    /// <inheritdoc />
    public string Id => FormatIds.ClaimNotes;

    /// <inheritdoc />
    public string Name => "Claim notes";

    /// <inheritdoc />
    public int Revision => 4;

    /// <inheritdoc />
    public FormatMatch Match(SourceText source)
    {
        var census = LineCensus.Of(source);
        var isTranscript = census.Stamped >= 3 || census.Of(TranscriptShape.TimedBullets) > census.Bullets / 2 || census.Stamped > census.Bullets || census.Turns > census.Bullets / 2
            || census.Lines.Any(l => l.StartsWith("# Transcript:", StringComparison.Ordinal)) || (census.TranscriptLines > 0 && EpisodePageFormat.Marks(census).Count >= 2);
        if (isTranscript)
        {
            return FormatMatch.None;
        }

        if (census.MarkedBullets > 0)
        {
            return new FormatMatch(MatchStrength.Certain, $"bullets with markers like [Unverified] ({census.MarkedBullets} of {census.Bullets})");
        }

        var isNote = census.Headings > 0 && (census.Bullets > 0 || census.Headings > 1) && !census.Sections.Contains(PageSection.Transcript)
            && EpisodePageFormat.Marks(census).Count < 2;
        return isNote ? new FormatMatch(MatchStrength.Likely, $"Markdown with {census.Headings} headings and {census.Bullets} bullets, without a transcript") : FormatMatch.None;
    }

    /// <inheritdoc />
    public TalkDocument Parse(SourceText source, LineLedger ledger)
    {
        var talk = new TalkBuilder(source, ledger);
        var top = FrontMatter.Read(source, talk) + 1;
        new NotesReader(talk).Read(top);
        return talk.Build();
    }
}
