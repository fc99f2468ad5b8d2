using System.Text;

namespace TalkNotes.Core.Formats.Parts;

/// <summary>Dresses of whole lines. Each answers how its lines are undressed, or null where a sample of the source does not wear it.</summary>
internal static class LineDresses
{
    private const int MostCells = 5;
    private const int HeadOfLine = 160;

    /// <summary><c>&gt; [0:04] text</c>: a transcript set as a quotation.</summary>
    public static Func<string, string>? Quotation(IReadOnlyList<string> sample)
    {
        var quoted = sample.Where(IsQuoted).Select(Unquoted).ToList();
        var marked = quoted.Count(l => Transcript.ShapeOf(l) != TranscriptShape.Turns || SpeakerLabel.TrySplit(l, out _, out _) || l.Contains("](http", StringComparison.Ordinal));
        return PlainLines.IsMost(quoted.Count, sample) && PlainLines.IsMost(marked, quoted) ? l => IsQuoted(l) ? Unquoted(l) : l : null;
    }

    /// <summary>
    /// <c>| 0:04 | Name | text |</c> or the same between tabs: rows of as many cells, one of them a time. Names of the columns above
    /// them head the transcript.
    /// </summary>
    public static Func<string, string>? Columns(IReadOnlyList<string> sample)
    {
        foreach (var mark in (ReadOnlySpan<char>)['|', '\t'])
        {
            var rows = sample.Select(l => Cells(l, mark)).Where(c => c.Length is >= 2 and <= MostCells).ToList();
            var width = rows.Count == 0 ? 0 : rows.GroupBy(c => c.Length).MaxBy(g => g.Count())!.Key;
            rows.RemoveAll(c => c.Length != width);
            var times = Enumerable.Range(0, width).Where(i => rows.Count(c => Stamps.TryBare(c[i], out _)) * 10 >= rows.Count * 7).Take(2).ToList();
            if (times.Count > 0 && times.Count < width && PlainLines.IsMost(rows.Count, sample))
            {
                var words = Enumerable.Range(0, width).Except(times).MaxBy(i => rows.Sum(c => c[i].Length));
                var name = Enumerable.Range(0, width).Except([.. times, words]).FirstOrDefault(i => IsName(rows, i), -1);
                return Lone(rows, times, words, name, width) ? null : line => Row(line, mark, width, times, words, name);
            }
        }

        return null;
    }

    /// <summary><c>[0:04](https://…) text</c>, <c>**[Name](https://…)** (0:04)</c>: links on times, and on names before them.</summary>
    public static Func<string, string>? Links(IReadOnlyList<string> sample)
    {
        var count = sample.Count(l => WithoutLinks(l).Length < l.Length);
        return count >= 2 && count * 20 >= sample.Count ? WithoutLinks : null;
    }

    private static bool IsQuoted(string line) => line.TrimStart() is ['>', ' ', not '>', ..];

    private static string Unquoted(string line) => line.TrimStart()[2..].TrimStart();

    private static string[] Cells(string line, char mark)
    {
        var text = line.AsSpan().Trim(mark == '|' ? " " : " \r").ToString();
        var isRow = mark == '|' ? text.Length > 2 && text[0] == '|' && text[^1] == '|' : text.Contains('\t', StringComparison.Ordinal);
        return isRow ? [.. (mark == '|' ? text[1..^1] : text).Split(mark).Select(c => c.Trim())] : [];
    }

    private static bool IsName(List<string[]> rows, int i)
    {
        var cells = rows.Select(c => SpeakerLabel.Undecorated(c[i]).TrimEnd(':')).Where(c => c.Length > 0).ToList();
        return cells.Count > 0 && cells.Count(c => SpeakerLabel.HasShape(c)) * 10 >= cells.Count * 7 && cells.Distinct(StringComparer.Ordinal).Count() * 2 <= cells.Count + 1;
    }

    /// <summary>A name, a tab and a time: the words stand on the lines below, so these are no rows.</summary>
    private static bool Lone(List<string[]> rows, List<int> times, int words, int name, int width) =>
        width == 2 && times.Count == 1 && name < 0 && IsName(rows, words);

    private static string Row(string line, char mark, int width, List<int> times, int words, int name)
    {
        var cells = Cells(line, mark);
        if (cells.Length != width)
        {
            return line;
        }

        if (!Stamps.TryBare(cells[times[0]], out _))
        {
            var isRule = cells.All(c => c.Length == 0 || c.AsSpan().IndexOfAnyExcept('-', ':') < 0);
            return isRule ? "---" : cells.All(c => c.Length < 20 && !c.Contains('.', StringComparison.Ordinal)) ? "## Transcript" : line;
        }

        var who = name < 0 ? "" : SpeakerLabel.Undecorated(cells[name]).TrimEnd(':');
        return $"[{string.Join(" - ", times.Select(t => cells[t].Trim('[', ']', '(', ')', '*', '`')))}] {(who.Length == 0 ? "" : who + ": ")}{cells[words].Replace("\\|", "|", StringComparison.Ordinal)}";
    }

    private static string WithoutLinks(string line)
    {
        if (!line.AsSpan(0, Math.Min(line.Length, HeadOfLine)).Contains("](http", StringComparison.Ordinal))
        {
            return line;
        }

        StringBuilder? plain = null;
        var from = 0;
        for (var border = line.IndexOf("](http", StringComparison.Ordinal); border >= 0 && border <= HeadOfLine; border = line.IndexOf("](http", border + 1, StringComparison.Ordinal))
        {
            var open = line.LastIndexOf('[', border);
            var close = line.IndexOf(')', border);
            open = open > from && line[open - 1] == '[' ? open - 1 : open; // [[0:04](address)]
            if (open < from || close < 0)
            {
                continue;
            }

            var isNested = open + 1 < border && line[open] == '[' && line[open + 1] == '[';
            var inside = line[(open + (isNested ? 2 : 1))..border];
            var behind = close + (isNested && close + 1 < line.Length && line[close + 1] == ']' ? 2 : 1);
            var isTime = Stamps.TryBare(inside.Trim('*', '_', '`', ' '), out _);
            var isHead = line.AsSpan(0, open).Trim("*_#>- ").IsEmpty && SpeakerLabel.HasShape(SpeakerLabel.Undecorated(inside)) && IsBorder(line.AsSpan(behind));
            if (isTime || isHead)
            {
                plain = (plain ?? new StringBuilder()).Append(line, from, open - from).Append(isTime ? $"[{inside.Trim('*', '_', '`', ' ', '(', ')', '[', ']')}]" : inside);
                from = behind;
            }
        }

        return plain is null ? line : plain.Append(line, from, line.Length - from).ToString();
    }

    /// <summary>Whether what stands behind a name shows that it is one: a colon, a time, or the end.</summary>
    private static bool IsBorder(ReadOnlySpan<char> behind)
    {
        behind = behind.TrimStart("*_ ");
        return behind.IsEmpty || behind[0] is ':' or '(' or '[' or '：' || char.IsAsciiDigit(behind[0]);
    }
}
