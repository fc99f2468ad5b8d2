using System.Globalization;

namespace TalkNotes.Core.Talks;

/// <summary>
/// Words of a range of segments that an address asks to be marked: <c>4-20.31-40</c>, offsets in UTF-16 units of the
/// segments' texts joined by one blank, ends exclusive.
/// </summary>
public static class WordMarks
{
    private const int MostMarks = 200;

    /// <summary>Writes marks as an address has them; ranges that touch become one.</summary>
    /// <param name="ranges">[from, to) in order.</param>
    /// <param name="offset">Added to each.</param>
    public static string Write(IEnumerable<IReadOnlyList<int>> ranges, int offset)
    {
        ArgumentNullException.ThrowIfNull(ranges);
        var joined = new List<(int From, int To)>();
        foreach (var range in ranges.Take(MostMarks))
        {
            if (joined.Count > 0 && joined[^1].To == range[0] + offset)
            {
                joined[^1] = joined[^1] with { To = range[1] + offset };
            }
            else
            {
                joined.Add((range[0] + offset, range[1] + offset));
            }
        }

        return string.Join('.', joined.Select(j => string.Create(CultureInfo.InvariantCulture, $"{j.From}-{j.To}")));
    }

    /// <summary>The marks as parts of segments, in order. What is no mark, lies outside the range or cuts a word is left out.</summary>
    /// <param name="marks">As an address has them, or null.</param>
    /// <param name="segments">The transcript, in reading order.</param>
    /// <param name="range">The range that they count from, or null.</param>
    public static IReadOnlyList<TranscriptMatch> Parse(string? marks, IReadOnlyList<TranscriptSegment> segments, SegmentRange? range)
    {
        ArgumentNullException.ThrowIfNull(segments);
        if (string.IsNullOrEmpty(marks) || range is not { } target)
        {
            return [];
        }

        var found = new List<TranscriptMatch>();
        var end = 0;
        foreach (var mark in marks.Split('.', MostMarks))
        {
            if (mark.Split('-') is [var first, var last] && Number(first) is { } from && Number(last) is { } to && from >= end && to > from
                && Parts(from, to, segments, target) is { Count: > 0 } parts
                && StartsWord(segments[parts[0].Segment].Text, parts[0].From) && EndsWord(segments[parts[^1].Segment].Text, parts[^1].To))
            {
                found.Add(new TranscriptMatch(parts));
                end = to;
            }
        }

        return found;
    }

    private static List<TranscriptMatchPart> Parts(int from, int to, IReadOnlyList<TranscriptSegment> segments, SegmentRange range)
    {
        var parts = new List<TranscriptMatchPart>();
        var start = 0;
        for (var n = range.First; n <= range.Last && start < to; n++)
        {
            var length = segments[n].Text.Length;
            var (first, last) = (Math.Max(0, from - start), Math.Min(length, to - start));
            if (last > first)
            {
                parts.Add(new TranscriptMatchPart(n, first, last));
            }

            start += length + 1;
        }

        return to < start ? parts : []; // the joined text ends one before
    }

    private static bool StartsWord(string text, int at) => IsOfWord(text[at]) && IsWhole(at, text);

    private static bool EndsWord(string text, int at) => IsOfWord(text[at - 1]) && IsWhole(at, text);

    private static bool IsOfWord(char c) => !char.IsWhiteSpace(c) && !char.IsPunctuation(c);

    /// <summary>Whether no word is cut at an offset; a name and its number are two words, and so are characters that write no blanks.</summary>
    private static bool IsWhole(int at, string text) =>
        at == 0 || at == text.Length || !char.IsLetterOrDigit(text[at - 1]) || !char.IsLetterOrDigit(text[at])
        || char.IsDigit(text[at - 1]) != char.IsDigit(text[at]) || text[at] > '\u2E80' || text[at - 1] > '\u2E80';

    private static int? Number(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
