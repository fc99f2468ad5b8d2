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
        new("words-80", 2.6, f => f.Words80),
        new("words-320", 2.0, f => f.Words320),
        new("coverage", 2.7, f => f.Coverage),
        new("neighbours", 1.1, f => f.Neighbours),
        new("pairs", 2.7, f => f.Pairs),
        new("triples", 3.5, f => f.Triples),
        new("similar", 4.9, f => f.Similar),
        new("plain", 4.0, f => f.Plain),
        new("denied", 0.9, f => f.Denied),
        new("speaker", 6.6, f => f.Speaker),
        new("sentence", 2.7, f => f.Sentence),
        new("best-paragraph", 2.6, f => f.BestParagraph),
        new("second-paragraph", 3.0, f => f.SecondParagraph),
        new("mean-paragraph", 1.3, f => f.MeanParagraph),
        new("density", -1.4, f => f.Density),
        new("turn-length", 1.9, f => f.TurnLength),
        new("main-speaker", 0.6, f => f.MainSpeaker),
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
