using TalkNotes.Core.Evidence;

namespace TalkNotes.Evaluation.Evidence;

/// <summary>Measures the ranking of evidence and the check of details on labelled sets; docs/evidence.md gives their form.</summary>
internal static class EvidenceEvaluation
{
    private const string SetFile = "set.json";

    /// <summary>Prints one line a set: <c>evidence --set DIR</c>, a set or a folder of sets.</summary>
    public static async Task<int> RunAsync(Options options)
    {
        foreach (var folder in Sets(options))
        {
            var score = new EvidenceScore();
            foreach (var talk in LabelledTalk.ReadSet(folder))
            {
                foreach (var (result, labels) in EvidenceRanker.Rank(talk.Transcript, talk.Claims, talk.Header).Zip(talk.Labels))
                {
                    score.Add(talk, labels, result);
                }
            }

            await Console.Out.WriteLineAsync($"{Path.GetFileName(folder),-16} {score}");
        }

        return 0;
    }

    /// <summary>Prints the weights that the sets would give the ranking: <c>evidence-weights --set DIR</c>.</summary>
    public static async Task<int> LearnAsync(Options options)
    {
        foreach (var (name, weight) in WeightLearner.Learn([.. Sets(options).Select(LabelledTalk.ReadSet)]))
        {
            await Console.Out.WriteLineAsync(FormattableString.Invariant($"{name,-18} {weight:0.0}"));
        }

        return 0;
    }

    private static IEnumerable<string> Sets(Options options)
    {
        var folder = Path.GetFullPath(options["set", "."]);
        return File.Exists(Path.Combine(folder, SetFile))
            ? [folder]
            : Directory.GetDirectories(folder).Where(d => File.Exists(Path.Combine(d, SetFile))).Order(StringComparer.Ordinal);
    }
}
