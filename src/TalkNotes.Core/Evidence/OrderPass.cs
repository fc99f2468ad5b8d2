namespace TalkNotes.Core.Evidence;

/// <summary>A place at which a passage may begin, and how likely it is.</summary>
/// <param name="Block">The block it begins at.</param>
/// <param name="Score">Score, or probability after <see cref="OrderPass"/>.</param>
internal readonly record struct Candidate(int Block, double Score);

/// <summary>
/// Notes tend to follow their talk: a claim's place lies more often shortly after the place of the claim before it. A
/// forward-backward pass over the claims of one note weighs each candidate by that, as far as these claims do follow
/// the talk: the share of claims that do is estimated from the candidates themselves, and below a gate nothing changes.
/// </summary>
internal static class OrderPass
{
    private const double GapWords = 400;
    private const double BackwardShare = 0.5;
    private const double Prior = 5;
    private const double Gate = 0.3;
    private const double Most = 0.6;
    private const int Rounds = 4;
    private const int FewestClaims = 4;

    /// <summary>The candidates of each claim, best first, with probabilities as scores; weighed by order where the order of the claims says something.</summary>
    public static List<List<Candidate>> Apply(List<List<Candidate>> claims, int wordCount)
    {
        var steps = claims.Index().Where(c => c.Item.Count > 0).ToList();
        var likely = steps.ConvertAll(s => Softmax(s.Item));
        if (steps.Count < FewestClaims)
        {
            return Weighed(claims, steps, likely);
        }

        var near = steps.Zip(steps.Skip(1), (a, b) => Nearness(a.Item, b.Item, wordCount)).ToList();
        var follow = 0.3;
        double[][] forward = [], backward = [];
        for (var round = 0; round <= Rounds; round++)
        {
            forward = Forward(likely, near, follow);
            (backward, var followed) = Backward(likely, near, forward, follow);
            if (round < Rounds)
            {
                follow = Math.Min(Most, followed / (steps.Count - 1 + Prior));
            }
        }

        if (follow < Gate)
        {
            return Weighed(claims, steps, likely);
        }

        return Weighed(claims, steps, [.. forward.Zip(backward, (a, b) => Normal([.. a.Zip(b, (x, y) => x * y)]))]);
    }

    private static List<List<Candidate>> Weighed(List<List<Candidate>> claims, List<(int Index, List<Candidate> Item)> steps, List<double[]> chances)
    {
        var weighed = claims.ToList();
        foreach (var ((index, candidates), chance) in steps.Zip(chances))
        {
            weighed[index] = [.. candidates.Select((c, i) => c with { Score = chance[i] }).OrderByDescending(c => c.Score).ThenBy(c => c.Block)];
        }

        return weighed;
    }

    private static double[] Softmax(List<Candidate> candidates)
    {
        var top = candidates.Max(c => c.Score);
        return Normal([.. candidates.Select(c => Math.Exp(c.Score - top))]);
    }

    private static double[][] Nearness(List<Candidate> from, List<Candidate> to, int wordCount)
    {
        var top = wordCount / (GapWords * (1 + BackwardShare));
        return [.. from.Select(a => to.Select(b =>
        {
            var gap = (b.Block - a.Block) * TranscriptIndex.Block;
            return top * Math.Exp(gap >= 0 ? -gap / GapWords : gap / (GapWords * BackwardShare));
        }).ToArray())];
    }

    private static double[][] Forward(List<double[]> likely, List<double[][]> near, double follow)
    {
        var forward = new double[likely.Count][];
        forward[0] = likely[0];
        for (var j = 1; j < likely.Count; j++)
        {
            var next = new double[likely[j].Length];
            for (var y = 0; y < next.Length; y++)
            {
                var reached = 0.0;
                for (var x = 0; x < forward[j - 1].Length; x++)
                {
                    reached += forward[j - 1][x] * near[j - 1][x][y];
                }

                next[y] = likely[j][y] * (1 - follow + (follow * reached));
            }

            forward[j] = Normal(next);
        }

        return forward;
    }

    private static (double[][] Backward, double Followed) Backward(List<double[]> likely, List<double[][]> near, double[][] forward, double follow)
    {
        var backward = new double[likely.Count][];
        backward[^1] = [.. Enumerable.Repeat(1.0, likely[^1].Length)];
        var followed = 0.0;
        for (var j = likely.Count - 2; j >= 0; j--)
        {
            var next = likely[j + 1].Zip(backward[j + 1], (a, b) => a * b).ToArray();
            var anywhere = (1 - follow) * next.Sum();
            var values = new double[likely[j].Length];
            double whole = 0, followedHere = 0;
            for (var x = 0; x < values.Length; x++)
            {
                var close = 0.0;
                for (var y = 0; y < next.Length; y++)
                {
                    close += near[j][x][y] * next[y];
                }

                values[x] = anywhere + (follow * close);
                whole += forward[j][x] * values[x];
                followedHere += forward[j][x] * follow * close;
            }

            followed += followedHere / whole;
            backward[j] = Normal(values);
        }

        return (backward, followed);
    }

    private static double[] Normal(double[] values)
    {
        var total = values.Sum();
        return [.. values.Select(v => v / total)];
    }
}
