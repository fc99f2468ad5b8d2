using TalkNotes.Core.Evidence;

namespace TalkNotes.Evaluation.Evidence;

/// <summary>Prints one line a set; with <c>--learn</c> also the weights that these sets would give the ranking.</summary>
internal static class EvidenceEvaluation
{
    public static int Run(IReadOnlyList<string> folders, bool learn)
    {
        var sets = folders.Select(LabelledTalk.ReadSet).ToList();
        foreach (var (folder, talks) in folders.Zip(sets))
        {
            var score = new EvidenceScore();
            foreach (var talk in talks)
            {
                foreach (var (result, labels) in EvidenceRanker.Rank(talk.Transcript, talk.Claims, talk.Header).Zip(talk.Labels))
                {
                    score.Add(talk, labels, result);
                }
            }

            Console.WriteLine($"{Path.GetFileName(Path.TrimEndingDirectorySeparator(folder)),-16} {score}");
        }

        if (learn)
        {
            foreach (var (name, weight) in WeightLearner.Learn(sets))
            {
                Console.WriteLine(FormattableString.Invariant($"{name,-18} {weight:0.0}"));
            }
        }

        return 0;
    }
}
