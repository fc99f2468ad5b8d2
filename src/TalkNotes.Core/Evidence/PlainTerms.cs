namespace TalkNotes.Core.Evidence;

/// <summary>What people say for the formal words of a claim, where the talk has it.</summary>
internal static class PlainTerms
{
    /// <summary>
    /// The spoken terms (<see cref="PlainWords"/>), no rarer than the written word they stand for, as shares of <paramref name="whole"/>.
    /// Where the claim denies the word, the spoken one may be denied too: "not universally", "not at everything".
    /// </summary>
    public static List<WeightedTerm> Of(TranscriptIndex index, ClaimQuery claim, NoteTerms note, double whole)
    {
        var denied = Terms.DeniedOf(claim.Words).Select(t => t.Text).ToHashSet(StringComparer.Ordinal);
        var weights = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var written in claim.Distinct)
        {
            foreach (var said in PlainWords.Of(written).Where(s => !claim.Distinct.Contains(s)))
            {
                Weigh(written, said);
                if (denied.Contains(Terms.Denied(written)))
                {
                    Weigh(written, Terms.Denied(said));
                }
            }
        }

        return [.. weights.OrderBy(w => w.Key, StringComparer.Ordinal).Select(w => new WeightedTerm(index.Positions(w.Key), w.Value / whole))];

        void Weigh(string written, string said)
        {
            if (index.Positions(said).Length > 0)
            {
                weights[said] = Math.Max(weights.GetValueOrDefault(said), Math.Min(index.Idf(said), index.Idf(written)) * note.Distinctness(written));
            }
        }
    }
}
