using System.Collections.Immutable;
using System.Text;
using TalkNotes.Core.Text;

namespace TalkNotes.Core.Search;

/// <summary>
/// Cuts a transcript into passages of about sixty words and into bridges over their borders. Every word lies in exactly
/// one passage, and a passage never crosses a change of turn or speaker. A bridge holds the <see cref="Reach"/> words on
/// both sides of a border, so that every run of up to <see cref="LongestRun"/> words lies whole in a passage or a bridge.
/// </summary>
internal static class PassageBuilder
{
    /// <summary>Longest run of words that is found wherever borders fall.</summary>
    public const int LongestRun = 40;

    private const int Reach = LongestRun - 1;
    private const int Target = 60;

    /// <summary>Passages and bridges in reading order; a bridge stands behind the passage that ends at its first border.</summary>
    public static List<PassagePlan> Build(IReadOnlyList<SpokenSegment> segments)
    {
        var words = new List<Position>();
        for (var s = 0; s < segments.Count; s++)
        {
            foreach (var word in Words.Of(segments[s].Text))
            {
                words.Add(new Position(s, word.Start, word.End));
            }
        }

        var passages = Cut(segments, words);
        var plans = new List<PassagePlan>(passages.Count * 2);
        var bridges = Bridges(passages);
        var next = 0;
        for (var i = 0; i < passages.Count; i++)
        {
            plans.Add(Plan(segments, words, passages[i].First, passages[i].End, null));
            for (; next < bridges.Count && bridges[next].Behind == i; next++)
            {
                plans.Add(PlanBridge(segments, words, passages, bridges[next]));
            }
        }

        return plans;
    }

    /// <summary>Word ranges of the passages: each run of one speaker's turn in equal parts, cut at sentences or segments.</summary>
    private static List<Range> Cut(IReadOnlyList<SpokenSegment> segments, List<Position> words)
    {
        var passages = new List<Range>();
        var start = 0;
        for (var run = 0; start < words.Count; run++)
        {
            var end = start + 1;
            while (end < words.Count && SameRun(segments[words[end].Segment], segments[words[start].Segment]))
            {
                end++;
            }

            var parts = Math.Max(1, (int)Math.Round((end - start) / (double)Target));
            var from = start;
            for (var part = 1; part < parts; part++)
            {
                var ideal = start + (int)((long)(end - start) * part / parts);
                var cut = BestCut(segments, words, ideal, Math.Max(from + 1, ideal - (Target / 3)), Math.Min(end - 1, ideal + (Target / 3)));
                passages.Add(new Range(from, cut, run));
                from = cut;
            }

            passages.Add(new Range(from, end, run));
            start = end;
        }

        return passages;
    }

    private static bool SameRun(SpokenSegment a, SpokenSegment b) => a.Turn == b.Turn && a.SpeakerId == b.SpeakerId;

    /// <summary>The best place near the ideal: after a sentence, else between segments, else anywhere.</summary>
    private static int BestCut(IReadOnlyList<SpokenSegment> segments, List<Position> words, int ideal, int from, int to)
    {
        var best = ideal;
        var bestCost = int.MaxValue;
        for (var i = from; i <= to; i++)
        {
            var cost = Math.Abs(i - ideal) + Price(segments, words[i - 1], words[i]);
            if (cost < bestCost)
            {
                (best, bestCost) = (i, cost);
            }
        }

        return best;
    }

    private static int Price(IReadOnlyList<SpokenSegment> segments, Position before, Position after)
    {
        var text = segments[before.Segment].Text;
        var endsSentence = before.End < text.Length && text[before.End] is '.' or '?' or '!';
        return (endsSentence ? 0 : Target / 2) + (before.Segment == after.Segment && !endsSentence ? Target : 0);
    }

    private static List<Bridge> Bridges(List<Range> passages)
    {
        var bridges = new List<Bridge>();
        for (var i = 0; i + 1 < passages.Count; i++)
        {
            var (left, right) = (passages[i], passages[i + 1]);
            if (left.Run == right.Run)
            {
                var (runFirst, runEnd) = RunAround(passages, i);
                bridges.Add(new Bridge(i, Math.Max(runFirst, right.First - Reach), Math.Min(runEnd, right.First + Reach)));
                continue;
            }

            // Turns can be a few words long: one bridge serves all changes of turn within a run's reach.
            if (bridges.Count > 0 && bridges[^1] is { ChangesTurn: true } last && right.First - passages[last.Behind + 1].First <= LongestRun)
            {
                bridges[^1] = last with { End = Math.Min(passages[^1].End, right.First + Reach) };
                continue;
            }

            bridges.Add(new Bridge(i, Math.Max(0, right.First - Reach), Math.Min(passages[^1].End, right.First + Reach), ChangesTurn: true));
        }

        return bridges;
    }

    private static (int First, int End) RunAround(List<Range> passages, int i)
    {
        var (first, last) = (i, i);
        while (first > 0 && passages[first - 1].Run == passages[i].Run)
        {
            first--;
        }

        while (last + 1 < passages.Count && passages[last + 1].Run == passages[i].Run)
        {
            last++;
        }

        return (passages[first].First, passages[last].End);
    }

    private static PassagePlan PlanBridge(IReadOnlyList<SpokenSegment> segments, List<Position> words, List<Range> passages, Bridge bridge)
    {
        var first = bridge.Behind;
        while (first > 0 && passages[first].First > bridge.First)
        {
            first--;
        }

        var last = bridge.Behind;
        while (last + 1 < passages.Count && passages[last + 1].First < bridge.End)
        {
            last++;
        }

        var borders = ImmutableArray.CreateBuilder<int>();
        for (var i = first + 1; i <= last; i++)
        {
            borders.Add(Join(segments, words, bridge.First, passages[i].First).Length + 1);
        }

        return Plan(segments, words, bridge.First, bridge.End, new BridgePlan(first, last, borders.ToImmutable()));
    }

    private static PassagePlan Plan(IReadOnlyList<SpokenSegment> segments, List<Position> words, int first, int end, BridgePlan? bridge)
    {
        var (from, to) = (words[first], words[end - 1]);
        int? speaker = segments[from.Segment].SpeakerId;
        for (var s = from.Segment; s <= to.Segment; s++)
        {
            speaker = segments[s].SpeakerId == speaker ? speaker : null;
        }

        return new PassagePlan(segments[from.Segment].N, segments[to.Segment].N, StartOf(segments, words, first), speaker, Join(segments, words, first, end), bridge, ReadingsIn(segments, words, first, end));
    }

    /// <summary>Corrected words that lie whole in the text; those over its edge lie whole in a bridge.</summary>
    private static List<Reading> ReadingsIn(IReadOnlyList<SpokenSegment> segments, List<Position> words, int first, int end)
    {
        var readings = new List<Reading>();
        var (from, to) = (words[first].Segment, words[end - 1].Segment);
        var at = 0;
        for (var s = from; s <= to; s++)
        {
            var start = s == from ? StartOf(segments, words, first) : 0;
            var stop = s == to ? EndOf(segments, words, end) : segments[s].Text.Length;
            readings.AddRange((segments[s].Readings ?? []).Where(r => r.From >= start && r.To <= stop)
                .Select(r => r with { From = at + r.From - start, To = at + r.To - start }));
            at += stop - start + 1;
        }

        return readings;
    }

    /// <summary>The text of words <paramref name="first"/> up to <paramref name="end"/>, with the marks between and behind them.</summary>
    private static string Join(IReadOnlyList<SpokenSegment> segments, List<Position> words, int first, int end)
    {
        if (end <= first)
        {
            return "";
        }

        var text = new StringBuilder();
        var from = words[first].Segment;
        var to = words[end - 1].Segment;
        for (var s = from; s <= to; s++)
        {
            var segment = segments[s].Text;
            var start = s == from ? StartOf(segments, words, first) : 0;
            var stop = s == to ? EndOf(segments, words, end) : segment.Length;
            text.Append(s == from ? "" : " ").Append(segment, start, stop - start);
        }

        return text.ToString();
    }

    /// <summary>Where a piece that begins with this word begins in its segment: what stands before the first word belongs to it.</summary>
    private static int StartOf(IReadOnlyList<SpokenSegment> segments, List<Position> words, int first)
    {
        var word = words[first];
        if (first == 0 || words[first - 1].Segment != word.Segment)
        {
            return 0;
        }

        return BlankBetween(segments[word.Segment].Text, words[first - 1].End, word.Start).After;
    }

    /// <summary>Where a piece that ends before word <paramref name="end"/> ends in its last segment.</summary>
    private static int EndOf(IReadOnlyList<SpokenSegment> segments, List<Position> words, int end)
    {
        var word = words[end - 1];
        var text = segments[word.Segment].Text;
        return end == words.Count || words[end].Segment != word.Segment ? text.Length : BlankBetween(text, word.End, words[end].Start).Before;
    }

    /// <summary>Two pieces part at the last blank between their words; without one, behind the marks.</summary>
    private static (int Before, int After) BlankBetween(string text, int from, int to)
    {
        for (var i = to - 1; i >= from; i--)
        {
            if (char.IsWhiteSpace(text[i]))
            {
                return (i, i + 1);
            }
        }

        return (to, to);
    }

    private readonly record struct Position(int Segment, int Start, int End);

    private readonly record struct Range(int First, int End, int Run);

    private readonly record struct Bridge(int Behind, int First, int End, bool ChangesTurn = false);
}
