using TalkNotes.Core.Documents;

namespace TalkNotes.Core.Formats.Parts;

/// <summary>Takes a document that was read from a text made of a source back to the lines of that source.</summary>
internal static class Relocation
{
    /// <summary>The document with the lines of the source, whose ledger takes over the owners.</summary>
    /// <param name="parsed">What was read from the text.</param>
    /// <param name="places">By line of the text, where it stands in the source.</param>
    /// <param name="ledger">The ledger of the source.</param>
    /// <param name="strange">Lines of the source whose words nobody understood.</param>
    public static TalkDocument Document(ParsedSource parsed, List<LineSpan> places, LineLedger ledger, out HashSet<int> strange)
    {
        strange = [];
        for (var line = 1; line <= places.Count; line++)
        {
            var owner = parsed.Ledger[line];
            switch (owner.Kind)
            {
                case LineKind.Used:
                    ledger.UseFree(places[line - 1], owner.Owner);
                    break;
                case LineKind.Chrome:
                    ledger.ChromeFree(places[line - 1], owner.Owner);
                    break;
                case LineKind.Unrecognised:
                    strange.UnionWith(Enumerable.Range(places[line - 1].First, places[line - 1].Count));
                    break;
            }
        }

        var document = parsed.Document;
        return document with
        {
            Metadata = document.Metadata with { Fields = [.. document.Metadata.Fields.Select(f => f with { Lines = Place(f.Lines) })] },
            Chapters = [.. document.Chapters.Select(c => c with { Lines = Place(c.Lines) })],
            Segments = [.. document.Segments.Select(s => s with { Lines = Place(s.Lines) })],
            Claims = [.. document.Claims.Select(c => c with { Lines = Place(c.Lines), AlsoLines = [.. c.AlsoLines.Select(Place)] })],

            // What was not understood is told by the ledger of the source.
            Diagnostics = [.. document.Diagnostics.Where(d => d.Code != "TN102").Select(d => d with { Line = d.Line is { } line ? Place(new LineSpan(line)).First : null })],
        };

        LineSpan Place(LineSpan lines) => places[lines.First - 1].Through(places[lines.Last - 1]);
    }
}
