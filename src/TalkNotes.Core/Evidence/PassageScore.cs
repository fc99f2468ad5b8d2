namespace TalkNotes.Core.Evidence;

/// <summary>The linear mix of the features. The weights are those of docs/evidence.md.</summary>
internal static class PassageScore
{
    /// <summary>A score for a passage starting at each block; 0 where nothing of the claim stands.</summary>
    public static double[] Of(PassageFeatures f)
    {
        var scores = new double[f.Window80.Length];
        for (var s = 0; s < scores.Length; s++)
        {
            if (f.Window80[s] > 0 || f.Similar[s] > 0)
            {
                scores[s] = (3 * f.Window40[s]) + (4 * f.Window80[s]) + (2.5 * f.Window160[s]) + (3.5 * f.Window320[s])
                    + (3 * f.Pairs[s]) + (2.4 * f.Speaker[s]) + f.Similar[s];
            }
        }

        return scores;
    }
}
