using System.Numerics;

namespace TalkNotes.Core.Search.Files;

/// <summary>
/// The most relevant passages, exactly, without weighing every one: a range of passages is left out when no passage in it
/// can be among the best, and within a range only forms that can make a difference are followed (MaxScore).
/// </summary>
internal sealed class Ranking(Relevance relevance, IndexFile file, double[] weights, IdSet? among, IdSet? removed, BestFew best)
{
    /// <summary>Passages of a range.</summary>
    private const int Range = 4096;

    /// <summary>Bounds are sums in another order, so they may be off by the last digits.</summary>
    private const double Slack = 1 + 1e-9;

    private readonly int[] _times = new int[Range];
    private readonly double[] _scores = new double[Range];
    private readonly ulong[] _seen = new ulong[Range / 64];
    private readonly ulong[] _seenByAny = new ulong[Range / 64];

    /// <summary>Weighs each of a few passages.</summary>
    public void WeighEach(FormCursor[] forms)
    {
        var lengths = file.Lengths;
        for (var id = among!.Next(file.FirstId); id >= 0 && id <= file.LastId; id = among.Next(id + 1))
        {
            best.Add(id, Score(forms, id - file.FirstId, lengths));
        }
    }

    /// <summary>Weighs ranges.</summary>
    /// <param name="forms">Followed through every range.</param>
    /// <param name="again">The same, for single passages.</param>
    /// <param name="ct">Cancels.</param>
    public void WeighRanges(FormCursor[] forms, FormCursor[] again, CancellationToken ct)
    {
        var lengths = file.Lengths;
        var bounds = new double[forms.Length];
        var byBound = Enumerable.Range(0, forms.Length).ToArray();
        var isNeeded = new bool[forms.Length];
        for (var from = 0; from < lengths.Length; from += Range)
        {
            ct.ThrowIfCancellationRequested();
            var end = Math.Min(from + Range, lengths.Length);
            if (among?.CountIn(file.FirstId + from, file.FirstId + end - 1) == 0)
            {
                continue;
            }

            for (var f = 0; f < forms.Length; f++)
            {
                var (times, shortest) = forms[f].IsEmpty ? (0, 0) : forms[f].BoundIn(from, end);
                bounds[f] = times == 0 ? 0 : relevance.Score(weights[f], times, shortest) * Slack;
            }

            byBound.AsSpan().Sort((a, b) => bounds[a].CompareTo(bounds[b]));
            var rest = 0.0; // what the forms that are not followed can add
            var left = 0;
            while (left < forms.Length && rest + bounds[byBound[left]] <= best.Least)
            {
                rest += bounds[byBound[left++]];
            }

            if (left < forms.Length)
            {
                Array.Fill(isNeeded, true);
                foreach (var f in byBound.AsSpan(0, left))
                {
                    isNeeded[f] = false;
                }

                WeighRange(forms, again, isNeeded, new Rest(byBound.AsSpan(0, left), bounds, rest), (from, end), lengths);
            }
        }
    }

    private void WeighRange(FormCursor[] forms, FormCursor[] again, bool[] isNeeded, Rest rest, (int From, int End) range, ReadOnlySpan<int> lengths)
    {
        for (var f = 0; f < forms.Length; f++)
        {
            if (isNeeded[f])
            {
                forms[f].AddTimes(range.From, range.End, _times, _seen);
                AddScores(weights[f], range.From, lengths);
            }
        }

        var isExact = rest.Sum == 0;
        for (var i = 0; i < _seenByAny.Length; i++)
        {
            for (var bits = _seenByAny[i]; bits != 0; bits &= bits - 1)
            {
                var place = (i * 64) + BitOperations.TrailingZeroCount(bits);
                var score = _scores[place];
                _scores[place] = 0;
                var id = file.FirstId + range.From + place;
                if ((score + rest.Sum) * Slack > best.Least && among?.Contains(id) != false && removed?.Contains(id) != true
                    && (isExact || MayBeAmongBest(again, range.From + place, score, rest, lengths)))
                {
                    best.Add(id, isExact ? score : Score(again, range.From + place, lengths));
                }
            }

            _seenByAny[i] = 0;
        }
    }

    /// <summary>Looks up the other forms, those that can add most first, until the passage is out or all are known.</summary>
    private bool MayBeAmongBest(FormCursor[] forms, int place, double score, Rest rest, ReadOnlySpan<int> lengths)
    {
        var open = rest.Sum;
        for (var i = rest.Forms.Length - 1; i >= 0; i--)
        {
            var f = rest.Forms[i];
            open -= rest.Bounds[f];
            if (rest.Bounds[f] > 0 && forms[f].Advance(place) == place)
            {
                score += relevance.Score(weights[f], forms[f].Times, lengths[place]);
            }

            if ((score + Math.Max(open, 0)) * Slack <= best.Least)
            {
                return false;
            }
        }

        return true;
    }

    private void AddScores(double weight, int from, ReadOnlySpan<int> lengths)
    {
        for (var i = 0; i < _seen.Length; i++)
        {
            for (var bits = _seen[i]; bits != 0; bits &= bits - 1)
            {
                var place = (i * 64) + BitOperations.TrailingZeroCount(bits);
                _scores[place] += relevance.Score(weight, _times[place], lengths[from + place]);
                _times[place] = 0;
            }

            _seenByAny[i] |= _seen[i];
            _seen[i] = 0;
        }
    }

    private double Score(FormCursor[] forms, int place, ReadOnlySpan<int> lengths)
    {
        var score = 0.0;
        for (var f = 0; f < forms.Length; f++)
        {
            if (!forms[f].IsEmpty && forms[f].Advance(place) == place)
            {
                score += relevance.Score(weights[f], forms[f].Times, lengths[place]);
            }
        }

        return score;
    }

    /// <summary>The forms that are not followed through a range.</summary>
    /// <param name="forms">Which; what can add most comes last.</param>
    /// <param name="bounds">What each form can add.</param>
    /// <param name="sum">What they can add together.</param>
    private readonly ref struct Rest(ReadOnlySpan<int> forms, double[] bounds, double sum)
    {
        public ReadOnlySpan<int> Forms { get; } = forms;

        public double[] Bounds => bounds;

        public double Sum => sum;
    }
}
