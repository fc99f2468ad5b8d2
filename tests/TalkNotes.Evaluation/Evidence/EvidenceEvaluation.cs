using TalkNotes.Core.Evidence;

namespace TalkNotes.Evaluation.Evidence;

/// <summary>Measures the ranking of evidence and the check of details on labelled sets; docs/evidence.md gives their form.</summary>
internal static class EvidenceEvaluation
{
    private const string SetFile = "set.json";

    /// <summary>Prints one line a set: <c>evidence --set DIR</c>, a set or a folder of sets; with <c>--misses N</c> also the claims that the first N passages miss.</summary>
    public static async Task<int> RunAsync(Options options)
    {
        foreach (var folder in Sets(options))
        {
            var score = Score(LabelledTalk.ReadSet(folder), _ => PassageScore.Weights);
            await Console.Out.WriteLineAsync($"{Path.GetFileName(folder),-16} {score}");
            foreach (var miss in score.Misses(options.Number("misses", 0)))
            {
                await Console.Out.WriteLineAsync(miss);
            }
        }

        return 0;
    }

    /// <summary>
    /// Prints the weights that the sets would give the ranking: <c>evidence-weights --set DIR</c>. With <c>--folds N</c> also how
    /// each set fares when every talk is ranked by weights learnt without it and the others of its fold.
    /// </summary>
    public static async Task<int> LearnAsync(Options options)
    {
        var folders = Sets(options).ToList();
        var sets = folders.ConvertAll(LabelledTalk.ReadSet);
        var samples = WeightLearner.SamplesOf(sets);
        foreach (var (measure, weight) in PassageScore.Measures.Zip(WeightLearner.Learn([.. samples.Values.SelectMany(s => s)])))
        {
            await Console.Out.WriteLineAsync(FormattableString.Invariant($"{measure.Name,-18} {weight:0.0}"));
        }

        var folds = options.Number("folds", 0);
        var held = Enumerable.Range(0, folds).AsParallel().AsOrdered().Select(fold =>
        {
            var kept = sets.SelectMany(talks => talks.Where((_, i) => i % folds != fold)).SelectMany(t => samples[t]);
            return WeightLearner.Learn([.. kept]);
        }).ToList();
        foreach (var (folder, talks) in folders.Zip(sets).Where(_ => folds > 0))
        {
            await Console.Out.WriteLineAsync($"{Path.GetFileName(folder),-16} {Score(talks, i => held[i % folds])}");
        }

        return 0;
    }

    private static EvidenceScore Score(List<LabelledTalk> talks, Func<int, IReadOnlyList<double>> weights)
    {
        var score = new EvidenceScore();
        var results = talks.AsParallel().AsOrdered().Select((talk, i) => (talk, EvidenceRanker.Rank(talk.Transcript, talk.Claims, talk.Header, weights(i)))).ToList();
        foreach (var (talk, found) in results)
        {
            foreach (var (result, labels) in found.Zip(talk.Labels))
            {
                score.Add(talk, labels, result);
            }
        }

        return score;
    }

    private static IEnumerable<string> Sets(Options options)
    {
        var folder = Path.GetFullPath(options["set", "."]);
        return File.Exists(Path.Combine(folder, SetFile))
            ? [folder]
            : Directory.GetDirectories(folder).Where(d => File.Exists(Path.Combine(d, SetFile))).Order(StringComparer.Ordinal);
    }
}
