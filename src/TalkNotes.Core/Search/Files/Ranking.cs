using System.Numerics;

namespace TalkNotes.Core.Search.Files;

/// <summary>
/// The most relevant passages, exactly, without weighing every one: a range of passages is left out when no passage in it
/// can be among the best, and within a range only forms that can make a difference are followed (MaxScore).
/// </summary>
internal sealed class Ranking(Relevance relevance, IndexFile file, double[] weights, IdSet? among, IdSet? removed, BestFew best)
{
    /// <summary>Passages of a range.</summary>
    private const int Range = 512;

    /// <summary>So many ranges of a file are weighed before their turn.</summary>
    private const int WeighedFirst = 8;

    /// <summary>Bounds are sums in another order, so they may be off by the last digits.</summary>
    private const double Slack = 1 + 1e-9;

    private readonly int[] _times = new int[Range];
    private readonly double[] _scores = new double[Range];
    private readonly ulong[] _seen = new ulong[Range / 64];
    private readonly int[] _byBound = new int[weights.Length];
    private readonly double[] _bounds = new double[weights.Length];
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

    /// <summary>
    /// Weighs ranges: first some that can hold the most relevant passages, so that it is soon known what matters, then the others in
    /// their order, which reads every block once.
    /// </summary>
    /// <param name="forms">Followed through every range.</param>
    /// <param name="again">The same, for single passages.</param>
    /// <param name="wanted">What kind of passages they are among.</param>
    /// <param name="ct">Cancels.</param>
    public void WeighRanges(FormCursor[] forms, FormCursor[] again, Wanted wanted, CancellationToken ct)
    {
        var bounds = BoundsOfRanges(forms, wanted);
        var ranges = Ranges(bounds, forms.Length);
        var first = ranges.OrderByDescending(r => r.Most).Take(WeighedFirst).ToList();
        foreach (var range in first)
        {
            Restart(forms, again);
            Weigh(range);
        }

        Restart(forms, again);
        foreach (var range in ranges.Except(first))
        {
            Weigh(range);
        }

        void Weigh((int Range, double Most) range)
        {
            ct.ThrowIfCancellationRequested();
            var from = range.Range * Range;
            var end = Math.Min(from + Range, file.Lengths.Length);
            if (range.Most > best.Least && among?.CountIn(file.FirstId + from, file.FirstId + end - 1) != 0)
            {
                WeighRange(forms, again, bounds.AsSpan(range.Range * forms.Length, forms.Length), (from, end));
            }
        }
    }

    private static void Restart(FormCursor[] forms, FormCursor[] again)
    {
        Array.ForEach(forms, f => f.Restart());
        Array.ForEach(again, f => f.Restart());
    }

    /// <summary>What each form can add in each range: range by range, form by form.</summary>
    private double[] BoundsOfRanges(FormCursor[] forms, Wanted wanted)
    {
        var bounds = new double[((file.Lengths.Length + Range - 1) / Range) * forms.Length];
        for (var at = 0; at < bounds.Length; at++)
        {
            var (form, from) = (at % forms.Length, at / forms.Length * Range);
            bounds[at] = forms[form].IsEmpty ? 0 : relevance.Most(weights[form], forms[form].BoundIn(from, Math.Min(from + Range, file.Lengths.Length), wanted)) * Slack;
        }

        return bounds;
    }

    /// <summary>The ranges that can hold anything, with what they can hold.</summary>
    private static List<(int Range, double Most)> Ranges(double[] bounds, int forms)
    {
        var ranges = new List<(int Range, double Most)>();
        for (var at = 0; at < bounds.Length; at += forms)
        {
            var most = 0.0;
            foreach (var bound in bounds.AsSpan(at, forms))
            {
                most += bound;
            }

            if (most > 0)
            {
                ranges.Add((at / forms, most));
            }
        }

        return ranges;
    }

    /// <summary>Weighs a range by the forms that can make a difference there.</summary>
    private void WeighRange(FormCursor[] forms, FormCursor[] again, ReadOnlySpan<double> bounds, (int From, int End) range)
    {
        for (var f = 0; f < forms.Length; f++)
        {
            (_byBound[f], _bounds[f]) = (f, bounds[f]);
        }

        _byBound.AsSpan().Sort((a, b) => _bounds[a].CompareTo(_bounds[b]));
        var rest = 0.0; // what the forms that are not followed can add
        var left = 0;
        while (left < forms.Length && rest + _bounds[_byBound[left]] <= best.Least)
        {
            rest += _bounds[_byBound[left++]];
        }

        var followed = _byBound.AsSpan(left);
        followed.Sort(); // a sum of scores depends on its order in the last digit
        foreach (var f in followed)
        {
            forms[f].AddTimes(range.From, range.End, _times, _seen);
            AddScores(weights[f], range.From);
        }

        AddBest(again, new Rest(_byBound.AsSpan(0, left), _bounds, rest), range.From);
    }

    private void AddBest(FormCursor[] forms, Rest rest, int from)
    {
        var lengths = file.Lengths;
        var isExact = rest.Sum == 0;
        for (var i = 0; i < _seenByAny.Length; i++)
        {
            for (var bits = _seenByAny[i]; bits != 0; bits &= bits - 1)
            {
                var place = (i * 64) + BitOperations.TrailingZeroCount(bits);
                var score = _scores[place];
                _scores[place] = 0;
                var id = file.FirstId + from + place;
                if ((score + rest.Sum) * Slack > best.Least && among?.Contains(id) != false && removed?.Contains(id) != true
                    && (isExact || MayBeAmongBest(forms, from + place, score, rest, lengths)))
                {
                    best.Add(id, isExact ? score : Score(forms, from + place, lengths));
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

    private void AddScores(double weight, int from)
    {
        var lengths = file.Lengths;
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
