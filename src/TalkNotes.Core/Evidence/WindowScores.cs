namespace TalkNotes.Core.Evidence;

/// <summary>A term, or a pair of terms, with its places in the talk.</summary>
/// <param name="Positions">Word positions, ascending.</param>
/// <param name="Weight">What finding it is worth.</param>
internal readonly record struct WeightedTerm(int[] Positions, double Weight);

/// <summary>Scores windows of a talk that begin at every block.</summary>
internal sealed class WindowScores(TranscriptIndex index)
{
    /// <summary>BM25's saturation: the third mention adds little to the second.</summary>
    public const double K1 = 1.2;

    private const double B = 0.75;

    private readonly int[] _counts = new int[index.Blocks];

    /// <summary>BM25 over windows of <paramref name="width"/> blocks centred on the passage that begins at each block.</summary>
    public double[] Bm25(List<WeightedTerm> terms, int width)
    {
        var offset = (width - PassageFeatures.PassageBlocks) / 2;
        var usual = index.TermsPerWord * width * TranscriptIndex.Block;
        return Sum(terms, width, offset, (s, count) =>
            count * (K1 + 1) / (count + (K1 * (1 - B + (B * index.TermCount(s - offset, s - offset + width) / usual)))));
    }

    /// <summary>Saturated counts in the passages, whatever they hold besides.</summary>
    public double[] Saturated(List<WeightedTerm> terms) => Sum(terms, PassageFeatures.PassageBlocks, 0, (_, count) => count * (K1 + 1) / (count + K1));

    /// <summary>The weight of the terms that stand in the passage, however often.</summary>
    public double[] Coverage(List<WeightedTerm> terms) => Sum(terms, PassageFeatures.PassageBlocks, 0, (_, _) => 1);

    private double[] Sum(List<WeightedTerm> terms, int width, int offset, Func<int, int, double> value)
    {
        var scores = new double[index.Blocks];
        foreach (var (positions, weight) in terms)
        {
            int from = index.Blocks, to = 0;
            foreach (var position in positions)
            {
                var block = position / TranscriptIndex.Block;
                var first = Math.Max(0, block - width + 1 + offset);
                var end = Math.Min(index.Blocks, block + offset + 1);
                for (var s = first; s < end; s++)
                {
                    _counts[s]++;
                }

                from = Math.Min(from, first);
                to = Math.Max(to, end);
            }

            for (var s = from; s < to; s++)
            {
                if (_counts[s] > 0)
                {
                    scores[s] += weight * value(s, _counts[s]);
                    _counts[s] = 0;
                }
            }
        }

        return scores;
    }
}
