namespace TalkNotes.Core.Talks;

/// <summary>A stretch of two transcripts: the same words, or words that only one of them has.</summary>
/// <param name="Op"><c>equal</c>, <c>delete</c> (only the first has them) or <c>insert</c> (only the second).</param>
/// <param name="Text">The words as written.</param>
/// <param name="Words">How many.</param>
/// <param name="Segment">The segment of the first transcript in which it begins, or beside which it stands.</param>
public sealed record TranscriptRun(string Op, string Text, int Words, int Segment);

/// <summary>How two transcripts of one talk differ, word by word, without regard to case and punctuation.</summary>
/// <param name="Runs">Both transcripts, in order.</param>
/// <param name="Same">Words that both have.</param>
/// <param name="OnlyFirst">Words that only the first has.</param>
/// <param name="OnlySecond">Words that only the second has.</param>
public sealed record TranscriptDifference(IReadOnlyList<TranscriptRun> Runs, int Same, int OnlyFirst, int OnlySecond)
{
    /// <summary>Between words that agree for certain, so many pairs are looked at one by one; more are taken as different.</summary>
    private const int MostPairs = 400_000;

    /// <summary>Compares.</summary>
    /// <param name="first">Segments of the first transcript.</param>
    /// <param name="second">Segments of the second.</param>
    public static TranscriptDifference Of(IReadOnlyList<TranscriptSegment> first, IReadOnlyList<TranscriptSegment> second)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        var (a, b) = (Read(first), Read(second));
        var pairs = Pairs([.. a.Select(w => w.Folded)], [.. b.Select(w => w.Folded)]);
        var runs = new List<TranscriptRun>();
        var (i, j) = (0, 0);
        foreach (var (x, y) in pairs.Append((a.Count, b.Count)))
        {
            Add("delete", a, i, x, i);
            Add("insert", b, j, y, i);
            if (x < a.Count)
            {
                Add("equal", a, x, x + 1, x);
            }

            (i, j) = (x + 1, y + 1);
        }

        return new TranscriptDifference(runs, pairs.Count, a.Count - pairs.Count, b.Count - pairs.Count);

        void Add(string op, List<Piece> from, int start, int end, int at)
        {
            if (start >= end)
            {
                return;
            }

            var text = string.Join(' ', from.Skip(start).Take(end - start).Select(w => w.Text));
            var segment = a.Count == 0 ? 0 : a[Math.Min(at, a.Count - 1)].Segment;
            if (runs.Count > 0 && runs[^1].Op == op)
            {
                runs[^1] = runs[^1] with { Text = runs[^1].Text + " " + text, Words = runs[^1].Words + end - start };
            }
            else
            {
                runs.Add(new TranscriptRun(op, text, end - start, segment));
            }
        }
    }

    /// <summary>Words with the marks that stand at them.</summary>
    private static List<Piece> Read(IReadOnlyList<TranscriptSegment> segments)
    {
        var pieces = new List<Piece>();
        foreach (var segment in segments)
        {
            var words = Text.Words.Of(segment.Text);
            for (var n = 0; n < words.Count; n++)
            {
                var from = n == 0 ? 0 : words[n].Start;
                var to = n + 1 < words.Count ? words[n + 1].Start : segment.Text.Length;
                pieces.Add(new Piece(words[n].Folded, segment.Text[from..to].Trim(), segment.N));
            }
        }

        return pieces;
    }

    /// <summary>Pairs of words that stand for each other, ascending in both: first runs that both have once, then what lies between.</summary>
    private static List<(int A, int B)> Pairs(string[] a, string[] b)
    {
        var pairs = new List<(int A, int B)>();
        var (i, j) = (0, 0);
        foreach (var (x, y) in Certain(a, b).Append((a.Length, b.Length)))
        {
            if (x < i || y < j)
            {
                continue; // part of the run before
            }

            Between(a, i, x, b, j, y, pairs);
            (i, j) = (x, y);
            while (i < a.Length && j < b.Length && a[i] == b[j])
            {
                pairs.Add((i++, j++));
            }
        }

        return pairs;
    }

    /// <summary>Runs of three words that stand once in each, in the longest order that both keep.</summary>
    private static List<(int A, int B)> Certain(string[] a, string[] b)
    {
        var inA = Once(a);
        var inB = Once(b);
        var common = inA.Where(r => inB.ContainsKey(r.Key)).Select(r => (A: r.Value, B: inB[r.Key])).OrderBy(p => p.A).ToList();
        var (tails, before, ends) = (new List<int>(), new int[common.Count], new List<int>());
        for (var n = 0; n < common.Count; n++)
        {
            var at = ends.BinarySearch(common[n].B);
            at = at < 0 ? ~at : at;
            before[n] = at == 0 ? -1 : tails[at - 1];
            if (at == ends.Count)
            {
                ends.Add(common[n].B);
                tails.Add(n);
            }
            else
            {
                (ends[at], tails[at]) = (common[n].B, n);
            }
        }

        var kept = new List<(int A, int B)>();
        for (var n = tails.Count == 0 ? -1 : tails[^1]; n >= 0; n = before[n])
        {
            kept.Add(common[n]);
        }

        kept.Reverse();
        return kept;
    }

    private static Dictionary<string, int> Once(string[] words)
    {
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var n = 0; n + 2 < words.Length; n++)
        {
            var run = $"{words[n]} {words[n + 1]} {words[n + 2]}";
            places[run] = places.ContainsKey(run) ? -1 : n;
        }

        return places.Where(p => p.Value >= 0).ToDictionary(p => p.Key, p => p.Value, StringComparer.Ordinal);
    }

    /// <summary>The longest sequence that both stretches have in common.</summary>
    private static void Between(string[] a, int aFrom, int aTo, string[] b, int bFrom, int bTo, List<(int A, int B)> pairs)
    {
        var (n, m) = (aTo - aFrom, bTo - bFrom);
        if (n == 0 || m == 0 || (long)n * m > MostPairs)
        {
            return;
        }

        var longest = new int[n + 1, m + 1];
        for (var i = n - 1; i >= 0; i--)
        {
            for (var j = m - 1; j >= 0; j--)
            {
                longest[i, j] = a[aFrom + i] == b[bFrom + j] ? longest[i + 1, j + 1] + 1 : Math.Max(longest[i + 1, j], longest[i, j + 1]);
            }
        }

        for (var (i, j) = (0, 0); i < n && j < m;)
        {
            if (a[aFrom + i] == b[bFrom + j])
            {
                pairs.Add((aFrom + i++, bFrom + j++));
            }
            else if (longest[i + 1, j] >= longest[i, j + 1])
            {
                i++;
            }
            else
            {
                j++;
            }
        }
    }

    private sealed record Piece(string Folded, string Text, int Segment);
}
