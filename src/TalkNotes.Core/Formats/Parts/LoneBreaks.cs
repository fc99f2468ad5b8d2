using System.Text;
using TalkNotes.Core.Documents;

namespace TalkNotes.Core.Formats.Parts;

/// <summary>
/// Lines of a text that end at a lone CR, as on old machines. The file's own lines, which everything names, end at LF; so
/// such a text is read as one of more lines, and the parts of the document are led back to the lines they stand in.
/// </summary>
internal static class LoneBreaks
{
    /// <summary>The source with an LF for each lone CR, and where its lines stand; null where there is none, or where the file is data.</summary>
    public static (SourceText Text, List<LineSpan> Places)? Split(SourceText source)
    {
        if (!source.Lines.Any(l => l.Contains('\r', StringComparison.Ordinal)) || PlainLines.IsData(source))
        {
            return null;
        }

        var text = new StringBuilder();
        var places = new List<LineSpan>();
        for (var i = 0; i < source.Lines.Length; i++)
        {
            foreach (var part in source.Lines[i].AsSpan().Split('\r'))
            {
                text.Append(source.Lines[i].AsSpan()[part]).Append('\n');
                places.Add(new LineSpan(i + 1));
            }
        }

        return (SourceText.FromText(source.Path, text.ToString()), places);
    }

    /// <summary>What was read from the split text, as read from the source.</summary>
    public static ParsedSource Join(SourceText source, ParsedSource parsed, List<LineSpan> places)
    {
        var ledger = new LineLedger(source);
        var document = Relocation.Document(parsed, places, ledger, out _);
        document = document with { Diagnostics = [.. source.Diagnostics, .. document.Diagnostics, .. ledger.Unrecognised().Select(SourceDiagnostics.UnrecognisedLines)] };
        return parsed with { Source = source, Document = document, Ledger = ledger };
    }
}
