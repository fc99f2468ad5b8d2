using TalkNotes.Core.Evidence;

namespace TalkNotes.Evaluation.Evidence;

/// <summary>
/// Learns the weights of <see cref="PassageScore"/>: those under which the passages that hit a label get the greatest share
/// of the exponentials of all candidates' scores. Each set counts the same; the same data gives the same weights.
/// </summary>
internal static class WeightLearner
{
    private const int Candidates = 30;
    private const int Gap = 3;
    private const int Rounds = 200;
    private const double Step = 0.2;
    private const double Shrink = 2e-4;

    /// <summary>What one claim teaches: the measures of its candidates, and which of them hit.</summary>
    public sealed record Sample(double[][] Values, bool[] Hits, double Weight);

    /// <summary>What each talk of the sets teaches.</summary>
    public static Dictionary<LabelledTalk, List<Sample>> SamplesOf(IReadOnlyList<List<LabelledTalk>> sets) =>
        sets.SelectMany(talks => talks.Select(t => (Talk: t, Weight: 1.0 / talks.Sum(x => x.Claims.Count)))).AsParallel()
            .Select(t => (t.Talk, Samples: Samples(t.Talk, t.Weight).Where(s => s.Hits.Contains(true)).ToList()))
            .ToDictionary(t => t.Talk, t => t.Samples);

    /// <summary>The weights, in the order of the measures.</summary>
    public static double[] Learn(IReadOnlyList<Sample> samples)
    {
        var weights = PassageScore.Measures.Select(_ => 1.0).ToArray();
        var momentum = new double[weights.Length];
        var size = new double[weights.Length];
        for (var round = 1; round <= Rounds; round++)
        {
            var gradient = Gradient(samples, weights);
            for (var k = 0; k < weights.Length; k++)
            {
                var slope = gradient[k] + (Shrink * weights[k]);
                momentum[k] = (0.9 * momentum[k]) + (0.1 * slope);
                size[k] = (0.99 * size[k]) + (0.01 * slope * slope);
                var step = Step * (round > 0.7 * Rounds ? 0.3 : 1);
                weights[k] -= step * (momentum[k] / (1 - Math.Pow(0.9, round))) / (Math.Sqrt(size[k] / (1 - Math.Pow(0.99, round))) + 1e-8);
            }
        }

        return weights;
    }

    private static IEnumerable<Sample> Samples(LabelledTalk talk, double weight)
    {
        var queries = talk.Claims.Select(c => new ClaimQuery(c.Text)).ToList();
        var note = new NoteTerms(queries);
        foreach (var (query, labels) in queries.Zip(talk.Labels))
        {
            var features = new PassageFeatures(talk.Transcript, query, note);
            var scores = PassageScore.Of(features, PassageScore.Weights);
            var blocks = new List<int>();
            foreach (var block in Enumerable.Range(0, scores.Length).Where(b => scores[b] is not null).OrderByDescending(b => scores[b]).ThenBy(b => b))
            {
                if (blocks.Count < Candidates && blocks.TrueForAll(b => Math.Abs(b - block) >= Gap))
                {
                    blocks.Add(block);
                }
            }

            var measures = PassageScore.Measures.Select(m => m.Values(features)).ToArray();
            yield return new Sample(
                [.. blocks.Select(b => measures.Select(m => m[b]).ToArray())],
                [.. blocks.Select(b => Hits(talk, query, b, labels))],
                weight);
        }
    }

    private static bool Hits(LabelledTalk talk, ClaimQuery query, int block, IReadOnlyList<(int From, int To)> labels)
    {
        var passage = PassageCutter.Cut(talk.Transcript, query, new Candidate(block, 0), 1);
        return talk.Source.Find(passage.Text, (passage.Source.Lines[0], passage.Source.Lines[1])) is { } place && labels.Any(l => EvidenceScore.Hits(place, l));
    }

    private static double[] Gradient(IReadOnlyList<Sample> samples, double[] weights)
    {
        var gradient = new double[weights.Length];
        var total = samples.Sum(s => s.Weight);
        foreach (var (values, hits, weight) in samples)
        {
            var scores = values.Select(v => v.Zip(weights, (x, w) => x * w).Sum()).ToArray();
            var top = scores.Max();
            var shares = scores.Select(s => Math.Exp(s - top)).ToArray();
            var all = shares.Sum();
            var right = shares.Where((_, i) => hits[i]).Sum();
            for (var i = 0; i < shares.Length; i++)
            {
                var pull = ((shares[i] / all) - (hits[i] ? shares[i] / right : 0)) * weight / total;
                for (var k = 0; k < weights.Length; k++)
                {
                    gradient[k] += pull * values[i][k];
                }
            }
        }

        return gradient;
    }
}
