using TalkNotes.Core.Evidence.Details;

namespace TalkNotes.Core.Evidence;

/// <summary>Looks each number, date, amount, model and name of a claim up in the spoken words.</summary>
internal static class DetailCheck
{
    /// <summary>What became of each detail, in the order of the claim.</summary>
    /// <param name="transcript">The prepared transcript.</param>
    /// <param name="header">What the source says about the talk.</param>
    /// <param name="claim">The claim.</param>
    /// <param name="passages">Its passages, best first: a detail is looked for there before it is looked for elsewhere.</param>
    public static IReadOnlyList<DetailFinding> Check(TranscriptIndex transcript, TalkHeader header, string claim, IReadOnlyList<EvidencePassage> passages)
    {
        var words = DetailWord.Of(claim);
        if (words.Count == 0 || transcript.Segments.Count == 0)
        {
            return [];
        }

        string TextOf(int first, int last) => claim[words[first].Start..words[last].End];
        var spoken = transcript.Details;
        var places = new SpokenPlaces(passages);
        var models = ModelCheck.Read(words);
        var taken = models.SelectMany(m => Enumerable.Range(m.First, m.Last - m.First + 1)).ToHashSet();
        var quantities = QuantityReader.Read(words).Where(q => !Enumerable.Range(q.First, q.Last - q.First + 1).Any(taken.Contains)).ToList();
        taken.UnionWith(quantities.SelectMany(q => Enumerable.Range(q.First, q.Last - q.First + 1)));
        return [.. ModelCheck.Check(TextOf, models, spoken, places)
            .Concat(QuantityCheck.Check(words, TextOf, quantities, spoken, places, header.Date))
            .Concat(NameCheck.Check(words, TextOf, NameCheck.Read(words, taken), spoken, places, header))
            .OrderBy(f => f.At).Select(f => f.Finding)];
    }
}
