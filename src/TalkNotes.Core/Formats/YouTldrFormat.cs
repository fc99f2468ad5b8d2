using TalkNotes.Core.Documents;
using TalkNotes.Core.Formats.Parts;

namespace TalkNotes.Core.Formats;

/// <summary>
/// A transcript page of YouTLDR copied as text: title, one line of facts, AI summary, section summaries, key points, pulled
/// quotes, and captions as <c>0:04</c> / text on lines of their own, where <c>&gt;&gt;</c> marks a change of speaker.
/// </summary>
public sealed class YouTldrFormat : ISourceFormat
{
    /// <inheritdoc />
    public string Id => "youtldr";

    /// <inheritdoc />
    public string Name => "YouTLDR page";

    /// <inheritdoc />
    public int Revision => 4;

    /// <inheritdoc />
    public FormatMatch Match(SourceText source)
    {
        var census = LineCensus.Of(source);
        var marks = new List<string>();
        void Mark(bool found, string what)
        {
            if (found)
            {
                marks.Add(what);
            }
        }

        Mark(census.Lines.Any(l => l.TrimEnd().EndsWith("YouTLDR", StringComparison.Ordinal)), "the site's name");
        Mark(census.Lines.Any(l => l.Trim() == "AI Summary"), "'AI Summary'");
        Mark(census.Lines.Any(l => l.Trim() == "Section summaries"), "'Section summaries'");
        Mark(census.Lines.Any(l => l.StartsWith("AI-generated from the transcript", StringComparison.Ordinal)), "the disclaimer");
        Mark(census.Lines.Any(l => l.Contains(" min read", StringComparison.Ordinal) && l.Contains(" words", StringComparison.Ordinal)), "the line of facts");
        return marks.Count >= 2 ? new FormatMatch(MatchStrength.Certain, $"has {string.Join(", ", marks)}") : FormatMatch.None;
    }

    /// <inheritdoc />
    public TalkDocument Parse(SourceText source, LineLedger ledger)
    {
        var document = TalkPage.Read(source, ledger, TranscriptShape.BareStamps);
        return document with
        {
            Metadata = document.Metadata with { NotesOrigin = Origin.Ai },
            Claims = [.. document.Claims.Select(c => c with { Origin = Origin.Ai })],
        };
    }
}
