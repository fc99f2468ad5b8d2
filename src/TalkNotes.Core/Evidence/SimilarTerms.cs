namespace TalkNotes.Core.Evidence;

/// <summary>Words of the talk that look like words of the claim: other spellings, other endings, words written apart.</summary>
internal static class SimilarTerms
{
    private const double LeastSimilarity = 0.5;
    private const int MostPerTerm = 3;
    private const int ShortestTerm = 4;

    /// <summary>The terms of the talk, each weighed by its rarity and its likeness, as shares of <paramref name="whole"/>.</summary>
    public static List<WeightedTerm> Of(TranscriptIndex index, ClaimQuery claim, double whole)
    {
        var known = claim.Distinct.Where(t => index.Positions(t).Length > 0).ToHashSet(StringComparer.Ordinal);
        var weights = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var term in claim.Distinct.Where(t => t.Length >= ShortestTerm))
        {
            foreach (var (other, similarity) in index.Similar(term, LeastSimilarity, MostPerTerm).Where(s => !known.Contains(s.Term)))
            {
                weights[other] = Math.Max(weights.GetValueOrDefault(other), index.Idf(other) * similarity);
            }
        }

        var words = claim.Words.Where(w => !Terms.IsStop(w)).ToList();
        foreach (var joined in words.Zip(words.Skip(1), (a, b) => Terms.Of(a + b)).Where(j => index.Positions(j).Length > 0 && !known.Contains(j)))
        {
            weights[joined] = index.Idf(joined);
        }

        return weights.OrderBy(w => w.Key, StringComparer.Ordinal).Select(w => new WeightedTerm(index.Positions(w.Key), w.Value / whole)).ToList();
    }
}
