using System.Text;
using TalkNotes.Core.Documents;

namespace TalkNotes.Core.Formats.Parts;

/// <summary>A row of a table and its lines.</summary>
internal sealed record DelimitedRow(IReadOnlyList<string> Cells, LineSpan Lines);

/// <summary>
/// Reads the rows of a delimited table, https://www.rfc-editor.org/rfc/rfc4180: a cell in quotation marks may hold marks, line
/// ends and doubled quotation marks. One that is never closed ends with its line.
/// </summary>
internal static class DelimitedRows
{
    /// <summary>A quoted cell reaches over at most so many lines; a stray quotation mark must not swallow a file.</summary>
    private const int MostLines = 20;

    public static List<DelimitedRow> Read(SourceText source, int from, char mark)
    {
        var rows = new List<DelimitedRow>();
        for (var line = from; line <= source.Lines.Length; line++)
        {
            if (string.IsNullOrWhiteSpace(source.Lines[line - 1]))
            {
                continue;
            }

            var last = mark == '\t' ? line : LastLine(source, line);
            var text = last == line ? source.Lines[line - 1] : string.Join('\n', source.Lines.AsSpan()[(line - 1)..last].ToArray());
            rows.Add(new DelimitedRow(Cells(text, mark), new LineSpan(line, last)));
            line = last;
        }

        return rows;
    }

    /// <summary>The line in which the last quoted cell of a row is closed; the row's own line when none closes it soon.</summary>
    private static int LastLine(SourceText source, int line)
    {
        var isOpen = false;
        for (var last = line; last <= source.Lines.Length && last - line < MostLines; last++)
        {
            isOpen ^= source.Lines[last - 1].AsSpan().Count('"') % 2 == 1;
            if (!isOpen)
            {
                return last;
            }
        }

        return line;
    }

    private static List<string> Cells(string text, char mark)
    {
        var cells = new List<string>();
        var cell = new StringBuilder();
        var (quoted, begun) = (false, false);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c == '"' && mark != '\t' && (quoted || !begun))
            {
                if (quoted && i + 1 < text.Length && text[i + 1] == '"')
                {
                    cell.Append('"');
                    i++;
                }
                else
                {
                    quoted = !quoted;
                    begun = true;
                }
            }
            else if (c == mark && !quoted)
            {
                cells.Add(cell.ToString());
                cell.Clear();
                begun = false;
            }
            else
            {
                cell.Append(c);
                begun |= !char.IsWhiteSpace(c);
            }
        }

        cells.Add(cell.ToString());
        return cells;
    }
}
