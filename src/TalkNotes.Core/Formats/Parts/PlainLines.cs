using System.Buffers;
using System.Runtime.CompilerServices;
using System.Text;
using TalkNotes.Core.Documents;

namespace TalkNotes.Core.Formats.Parts;

/// <summary>
/// Transcripts dress their times and names up: as quotations, headings, links, code, in columns, behind the words. Where a
/// source does so throughout, each of its lines is written here in the plain way that the formats know,
/// <c>[0:04] Name: text</c>, line for line, so that a line keeps its number. A dress that few lines wear is left alone: it
/// may mean something.
/// </summary>
internal static class PlainLines
{
    private const int Looked = 400;

    /// <summary>Characters without width; inside words some languages need them.</summary>
    private static readonly SearchValues<char> Invisible = SearchValues.Create("\u200B\u2060\uFEFF\u200E\u200F\u202A\u202B\u202C\u202D\u202E\u2066\u2067\u2068\u2069");

    /// <summary>The dresses, the outermost first; each sees what the ones before it left.</summary>
    private static readonly Func<IReadOnlyList<string>, Func<string, string>?>[] Dresses =
    [
        LineDresses.Quotation, LineDresses.Columns, TimeDresses.Arrow, TimeDresses.Wide, TimeDresses.Aloud, TimeDresses.Glued, LineDresses.Links, TimeDresses.Marks, NameDresses.Headings, NameDresses.Bullets, NameDresses.Brackets, NameDresses.Inline, NameDresses.Dashes, TimeDresses.Behind,
    ];

    private static readonly ConditionalWeakTable<SourceText, SourceText> Known = [];

    /// <summary>The source with plain lines; the source itself where its lines are plain.</summary>
    public static SourceText Of(SourceText source)
    {
        ArgumentNullException.ThrowIfNull(source);
        return Known.GetValue(source, Write);
    }

    /// <summary>Whether a number of lines is most of a sample.</summary>
    public static bool IsMost(int count, IReadOnlyCollection<string> sample) => count >= 2 && count * 2 >= sample.Count;

    private static SourceText Write(SourceText source)
    {
        var top = FrontMatter.End(source);
        List<string> sample = [.. source.Lines.Skip(top).Where(l => !string.IsNullOrWhiteSpace(l)).Take(Looked)];
        if (IsData(source, sample))
        {
            return source;
        }

        var chosen = new List<Func<string, string>>();
        if (source.Lines.AsSpan()[top..].ToArray().Any(l => l.AsSpan().ContainsAny(Invisible)))
        {
            chosen.Add(Visible);
            sample = sample.ConvertAll(Visible);
        }

        foreach (var dress in Dresses)
        {
            if (dress(sample) is { } undress)
            {
                chosen.Add(undress);
                sample = sample.ConvertAll(l => undress(l));
            }
        }

        return chosen.Count == 0 ? source
            : source.WithLines([.. source.Lines.Select((line, i) => i < top || string.IsNullOrWhiteSpace(line) ? line : chosen.Aggregate(line, (l, undress) => undress(l)))]);
    }

    /// <summary>A line without the characters that nobody sees around its words.</summary>
    private static string Visible(string line)
    {
        if (!line.AsSpan().ContainsAny(Invisible))
        {
            return line;
        }

        var text = new StringBuilder(line.Length);
        for (var i = 0; i < line.Length; i++)
        {
            var isInside = text.Length > 0 && char.IsLetter(text[^1]) && i + 1 < line.Length && char.IsLetter(line[i + 1]);
            text.Append(Invisible.Contains(line[i]) && !isInside ? "" : line[i].ToString());
        }

        return text.ToString();
    }

    /// <summary>Files that are read by their own rules, not line by line.</summary>
    public static bool IsData(SourceText source) => IsData(source, [.. source.Lines.Where(l => !string.IsNullOrWhiteSpace(l)).Take(1)]);

    private static bool IsData(SourceText source, List<string> sample) => sample.Count == 0 || sample[0].TrimStart() is ['<', _, '!' or '?' or >= 'a' and <= 'z' or >= 'A' and <= 'Z', ..]
        || sample[0].StartsWith("WEBVTT", StringComparison.OrdinalIgnoreCase) || OwnNotesFormat.IsOwn(source) || JsonShape.IsJson(source) || HtmlPage.IsPage(source)
        || SubStationFormat.IsSubStation(source) || new TimedTableFormat().Match(source).Strength != MatchStrength.None;
}
