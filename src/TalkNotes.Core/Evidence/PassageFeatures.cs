using System.Collections.Frozen;

namespace TalkNotes.Core.Evidence;

/// <summary>
/// What speaks for each possible passage of a talk as the place of one claim: several simple measures, each computed for
/// a passage of 80 words starting at every block and divided by the weight of the whole claim.
/// </summary>
internal sealed class PassageFeatures
{
    /// <summary>Blocks in a passage: 80 words.</summary>
    public const int PassageBlocks = 8;

    private const double K1 = 1.2;
    private const double B = 0.75;

    private static readonly FrozenSet<string> RoleWords =
        "grad undergrad designer manager interface user industrial project phd postdoc professor host guest speaker".Split(' ').ToFrozenSet(StringComparer.Ordinal);

    private readonly TranscriptIndex _index;
    private readonly int[] _counts;

    public PassageFeatures(TranscriptIndex index, ClaimQuery claim)
    {
        _index = index;
        _counts = new int[index.Blocks];
        var found = claim.Distinct.Where(t => index.Positions(t).Length > 0).Select(t => (Positions: index.Positions(t), Weight: index.Idf(t))).ToList();
        var weight = found.Sum(f => f.Weight) + (0.5 * index.UnseenRarity * (claim.Distinct.Count - found.Count));
        ClaimWeight = weight > 0 ? weight : 1;

        Window80 = Windows(found, 8);
        Window160 = Windows(found, 16);
        Window320 = Windows(found, 32);
        Window40 = BestInside(Plain(found, 4), 5);
        Pairs = Plain(ClaimPairs(claim), PassageBlocks);
        Similar = Windows(SimilarTerms(claim), 8);
        Speaker = SpeakerShare(claim);
    }

    public double ClaimWeight { get; }

    public double[] Window40 { get; }

    public double[] Window80 { get; }

    public double[] Window160 { get; }

    public double[] Window320 { get; }

    public double[] Pairs { get; }

    public double[] Similar { get; }

    public double[] Speaker { get; }

    /// <summary>BM25 over windows of <paramref name="width"/> blocks centred on the passage.</summary>
    private double[] Windows(List<(int[] Positions, double Weight)> terms, int width)
    {
        var scores = new double[_index.Blocks];
        var offset = (width - PassageBlocks) / 2;
        var meanLength = _index.TermsPerWord * width * TranscriptIndex.Block;
        foreach (var (positions, weight) in terms)
        {
            var (from, to) = Count(positions, width, offset);
            for (var s = from; s < to; s++)
            {
                if (_counts[s] > 0)
                {
                    var length = _index.TermCount(s - offset, s - offset + width) / meanLength;
                    scores[s] += weight * _counts[s] * (K1 + 1) / (_counts[s] + (K1 * (1 - B + (B * length)))) / ClaimWeight;
                    _counts[s] = 0;
                }
            }
        }

        return scores;
    }

    /// <summary>Saturated counts in windows of <paramref name="width"/> blocks that begin at each block, whatever their length.</summary>
    private double[] Plain(List<(int[] Positions, double Weight)> terms, int width)
    {
        var scores = new double[_index.Blocks];
        foreach (var (positions, weight) in terms)
        {
            var (from, to) = Count(positions, width, 0);
            for (var s = from; s < to; s++)
            {
                scores[s] += weight * _counts[s] * (K1 + 1) / (_counts[s] + K1) / ClaimWeight;
                _counts[s] = 0;
            }
        }

        return scores;
    }

    /// <summary>Counts positions in every window; returns the range of blocks touched.</summary>
    private (int From, int To) Count(int[] positions, int width, int offset)
    {
        int from = _index.Blocks, to = 0;
        foreach (var position in positions)
        {
            var block = position / TranscriptIndex.Block;
            var first = Math.Max(0, block - width + 1 + offset);
            var end = Math.Min(_index.Blocks, block + offset + 1);
            for (var s = first; s < end; s++)
            {
                _counts[s]++;
            }

            from = Math.Min(from, first);
            to = Math.Max(to, end);
        }

        return (from, to);
    }

    private static double[] BestInside(double[] scores, int reach)
    {
        var best = new double[scores.Length];
        for (var s = 0; s < scores.Length; s++)
        {
            for (var k = s; k < Math.Min(scores.Length, s + reach); k++)
            {
                best[s] = Math.Max(best[s], scores[k]);
            }
        }

        return best;
    }

    private List<(int[] Positions, double Weight)> ClaimPairs(ClaimQuery claim) =>
        claim.Terms.Zip(claim.Terms.Skip(1)).Distinct()
            .Where(p => p.First != p.Second)
            .Select(p => (Positions: _index.PairPositions(p.First, p.Second), Weight: (_index.Idf(p.First) + _index.Idf(p.Second)) / 2))
            .Where(p => p.Positions.Length > 0).ToList();

    /// <summary>Terms of the talk that the claim seems to spell differently.</summary>
    private List<(int[] Positions, double Weight)> SimilarTerms(ClaimQuery claim)
    {
        var known = claim.Distinct.Where(t => _index.Positions(t).Length > 0).ToHashSet(StringComparer.Ordinal);
        var weights = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var term in claim.Distinct.Where(t => t.Length >= 4))
        {
            foreach (var (other, similarity) in _index.Similar(term, 0.5, 3))
            {
                if (!known.Contains(other))
                {
                    weights[other] = Math.Max(weights.GetValueOrDefault(other), _index.Idf(other) * similarity);
                }
            }
        }

        var words = claim.Words.Where(w => !Terms.IsStop(w)).ToList();
        foreach (var (first, second) in words.Zip(words.Skip(1)))
        {
            var joined = Terms.Of(first + second);
            if (_index.Positions(joined).Length > 0 && !known.Contains(joined))
            {
                weights[joined] = _index.Idf(joined);
            }
        }

        return weights.OrderBy(w => w.Key, StringComparer.Ordinal).Select(w => (_index.Positions(w.Key), w.Value)).ToList();
    }

    /// <summary>How much of a passage is said by a speaker whom the claim names; rare speakers weigh more.</summary>
    private double[] SpeakerShare(ClaimQuery claim)
    {
        var scores = new double[_index.Blocks];
        foreach (var (speaker, before) in _index.Speakers.OrderBy(s => s.Key, StringComparer.Ordinal))
        {
            if (!Names(claim, speaker))
            {
                continue;
            }

            var share = Math.Clamp((double)before[^1] / Math.Max(1, _index.Words.Count), 0.02, 1);
            var weight = Math.Log(1 / share) / _index.UnseenRarity;
            for (var s = 0; s < scores.Length; s++)
            {
                var end = Math.Min(_index.Blocks, s + PassageBlocks);
                var words = Math.Min(_index.Words.Count, end * TranscriptIndex.Block) - (s * TranscriptIndex.Block);
                scores[s] += weight * (before[end] - before[s]) / Math.Max(1, words);
            }
        }

        return scores;
    }

    private static bool Names(ClaimQuery claim, string speaker)
    {
        var name = Text.Words.Of(speaker).ConvertAll(w => w.Folded);
        if (name.Count == 0)
        {
            return false;
        }

        for (var i = 0; i + name.Count <= claim.Words.Count; i++)
        {
            if (claim.Words.Skip(i).Take(name.Count).SequenceEqual(name))
            {
                return true;
            }
        }

        return name.Any(n => n.Length > 3 && !RoleWords.Contains(n) && claim.Words.Contains(n));
    }
}
