using System.Collections.Frozen;

namespace TalkNotes.Core.Evidence.Details;

/// <summary>
/// Points out where the best passage turns a claim round: a word denied in the one and not in the other ("not nebulous",
/// "very nebulous"), or a comparison the other way ("more compute", "less compute").
/// </summary>
internal static class Reversals
{
    private const int Reach = 3;
    private const double LeastRarity = 0.6; // of the rarest: common words are denied and asserted in one breath

    private static readonly FrozenSet<string> Denials =
        new[] { "not", "no", "never", "without", "cannot", "neither", "nor", "hardly" }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, string[]> Opposites = new Dictionary<string, string[]>(StringComparer.Ordinal)
    {
        ["more"] = ["less", "fewer"],
        ["less"] = ["more"],
        ["fewer"] = ["more"],
        ["better"] = ["worse"],
        ["worse"] = ["better"],
        ["higher"] = ["lower"],
        ["lower"] = ["higher"],
        ["faster"] = ["slower"],
        ["slower"] = ["faster"],
        ["larger"] = ["smaller"],
        ["bigger"] = ["smaller"],
        ["smaller"] = ["bigger", "larger"],
        ["easier"] = ["harder"],
        ["harder"] = ["easier"],
        ["most"] = ["least"],
        ["least"] = ["most"],
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The reversals between a claim and a passage, in the order of the claim.</summary>
    public static IReadOnlyList<Reversal> Find(TranscriptIndex transcript, string claim, EvidencePassage passage)
    {
        var noted = DetailWord.Of(claim);
        var said = DetailWord.Of(passage.Text);
        var terms = noted.ConvertAll(w => Terms.Of(w.Folded));
        var spoken = said.ConvertAll(w => Terms.Of(w.Folded)).Index().ToLookup(t => t.Item, t => t.Index, StringComparer.Ordinal);
        var found = new List<Reversal>();
        for (var i = 0; i < noted.Count; i++)
        {
            var places = Terms.IsStop(noted[i].Folded) ? [] : spoken[terms[i]].ToList();
            if (places.Count == 0)
            {
                continue;
            }

            if (transcript.Idf(terms[i]) >= LeastRarity * transcript.UnseenRarity && places.TrueForAll(p => IsDenied(said, p) != IsDenied(noted, i)))
            {
                found.Add(new Reversal("negation", Cut(claim, noted, i - Reach, i), Cut(passage.Text, said, places[0] - Reach, places[0]), passage.Source));
            }

            if (i > 0 && Opposites.TryGetValue(noted[i - 1].Folded, out var opposites)
                && places.TrueForAll(p => p > 0 && opposites.Contains(said[p - 1].Folded)))
            {
                found.Add(new Reversal("comparison", Cut(claim, noted, i - 1, i), Cut(passage.Text, said, places[0] - 1, places[0]), passage.Source));
            }
        }

        return found;
    }

    /// <summary>Whether a denial stands shortly before a word, in the same sentence.</summary>
    private static bool IsDenied(List<DetailWord> words, int at)
    {
        for (var i = at - 1; i >= Math.Max(0, at - Reach) && words[i].After is not ('.' or '?' or '!' or ';' or ','); i--)
        {
            if (words[i].IsCapital && words[i + 1].IsCapital)
            {
                continue; // a name: "No Priors"
            }

            if (Denials.Contains(words[i].Folded) || words[i].Folded.EndsWith("n't", StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    private static string Cut(string text, List<DetailWord> words, int first, int last) => text[words[Math.Max(0, first)].Start..words[last].End];
}
