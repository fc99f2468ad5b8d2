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
                var (heading, more) = (rows.FindIndex(c => Stamps.TryBare(c[times[0]], out _)) > 0 ? rows[0] : null, Others(rows, [.. times, words, name]));
                return Lone(rows, times, words, name, width) ? null : line => Row(Cells(line, mark), heading, times, [words, .. more], name, width) ?? line;
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

    /// <summary>Columns beside these that hold words: remarks, or the same in another language.</summary>
    private static IEnumerable<int> Others(List<string[]> rows, int[] known) =>
        Enumerable.Range(0, rows[0].Length).Except(known).Where(i => rows.Exists(c => Stamps.TryBare(c[known[0]], out _) && c[i].Any(char.IsLetter))).ToList();

    /// <summary>A row as a plain line; null where it is none.</summary>
    private static string? Row(string[] cells, string[]? heading, List<int> times, int[] words, int name, int width)
    {
        if (cells.Length != width)
        {
            return null;
        }

        var isTimed = Stamps.TryBare(cells[times[0]], out _);
        if (!isTimed && cells.All(c => c.Length == 0 || c.AsSpan().IndexOfAnyExcept('-', ':') < 0))
        {
            return "---";
        }

        if (!isTimed && heading is not null && cells.SequenceEqual(heading) && cells.All(c => c.Length < 20 && !c.Contains('.', StringComparison.Ordinal)))
        {
            return "## Transcript";
        }

        if (!isTimed && cells[times[0]].Length > 0)
        {
            return null;
        }

        var who = name < 0 ? "" : SpeakerLabel.Undecorated(cells[name]).TrimEnd(':');
        var said = string.Join(" | ", words.Select(i => cells[i].Replace("\\|", "|", StringComparison.Ordinal)).Where((c, i) => i == 0 || c.Length > 0));
        var time = isTimed ? $"[{string.Join(" - ", times.Select(t => cells[t].Trim('[', ']', '(', ')', '*', '`')))}] " : "";
        return $"{time}{(who.Length == 0 ? "" : who + ": ")}{said}";
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
            var close = EndOfAddress(line, border + 2);
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

    /// <summary>The bracket that closes an address, which may hold brackets itself; −1 for none.</summary>
    private static int EndOfAddress(string line, int from)
    {
        var depth = 1;
        for (var i = from; i < line.Length && !char.IsWhiteSpace(line[i]); i++)
        {
            depth += line[i] switch { '(' => 1, ')' => -1, _ => 0 };
            if (depth == 0)
            {
                return i;
            }
        }

        return line.IndexOf(')', from);
    }

    /// <summary>Whether what stands behind a name shows that it is one: a colon, a time, or the end.</summary>
    private static bool IsBorder(ReadOnlySpan<char> behind)
    {
        behind = behind.TrimStart("*_ ");
        return behind.IsEmpty || behind[0] is ':' or '(' or '[' or '：' || char.IsAsciiDigit(behind[0]);
    }
}
