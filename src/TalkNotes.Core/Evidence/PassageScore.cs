using System.Collections.Immutable;

namespace TalkNotes.Core.Evidence;

/// <summary>One measure and what it counts for.</summary>
/// <param name="Name">For people and tests.</param>
/// <param name="Weight">Its weight in the sum.</param>
/// <param name="Values">The measure for each block.</param>
internal sealed record WeightedMeasure(string Name, double Weight, Func<PassageFeatures, double[]> Values);

/// <summary>
/// The score of a passage: a weighted sum of its measures. The weights were learned on labelled claims (docs/evidence.md says
/// how); the exponent of a score is in proportion to the chance that the passage carries the claim.
/// </summary>
internal static class PassageScore
{
    public static ImmutableArray<WeightedMeasure> Measures { get; } =
    [
        new("words-80", 2.9, f => f.Words80),
        new("words-320", 2.0, f => f.Words320),
        new("coverage", 2.8, f => f.Coverage),
        new("neighbours", 0.5, f => f.Neighbours),
        new("pairs", 5.4, f => f.Pairs),
        new("triples", 3.8, f => f.Triples),
        new("similar", 5.1, f => f.Similar),
        new("speaker", 7.1, f => f.Speaker),
        new("sentence", 2.3, f => f.Sentence),
        new("best-paragraph", 3.4, f => f.BestParagraph),
        new("second-paragraph", 3.4, f => f.SecondParagraph),
        new("mean-paragraph", 1.2, f => f.MeanParagraph),
        new("density", -1.9, f => f.Density),
        new("turn-length", 2.2, f => f.TurnLength),
        new("main-speaker", 0.7, f => f.MainSpeaker),
        new("segments", 0.7, f => f.SegmentsTouched),
    ];

    /// <summary>The weights in force, in the order of <see cref="Measures"/>.</summary>
    public static ImmutableArray<double> Weights { get; } = [.. Measures.Select(m => m.Weight)];

    /// <summary>A score for the passage beginning at each block; null where nothing of the claim stands.</summary>
    public static double?[] Of(PassageFeatures features, IReadOnlyList<double> weights)
    {
        var measures = Measures.Select((m, i) => (Weight: weights[i], Values: m.Values(features))).ToArray();
        var scores = new double?[features.Coverage.Length];
        for (var s = 0; s < scores.Length; s++)
        {
            if (features.Coverage[s] > 0 || features.Similar[s] > 0)
            {
                var score = 0.0;
                foreach (var (weight, values) in measures)
                {
                    score += weight * values[s];
                }

                scores[s] = score;
            }
        }

        return scores;
    }
}
