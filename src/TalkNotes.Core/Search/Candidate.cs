namespace TalkNotes.Core.Search;

/// <summary>A passage that the index found.</summary>
/// <param name="Id">The passage.</param>
/// <param name="Tier">Index of the tier that found it.</param>
/// <param name="IsSpoken">Words of the talk, which come before what others wrote about it.</param>
/// <param name="Score">Relevance within the tier; higher is better.</param>
internal readonly record struct Candidate(int Id, int Tier, bool IsSpoken, double Score)
{
    /// <summary>Complete before partial, spoken before written, nearer forms before farther ones, then by relevance, then in reading order.</summary>
    public static int Compare(Candidate a, Candidate b, IReadOnlyList<SearchTier> tiers)
    {
        var byCompleteness = tiers[a.Tier].IsPartial.CompareTo(tiers[b.Tier].IsPartial);
        if (byCompleteness != 0)
        {
            return byCompleteness;
        }

        var bySpoken = b.IsSpoken.CompareTo(a.IsSpoken);
        if (bySpoken != 0)
        {
            return bySpoken;
        }

        var byTier = tiers[a.Tier].Rank.CompareTo(tiers[b.Tier].Rank);
        var byScore = byTier != 0 ? byTier : b.Score.CompareTo(a.Score);
        return byScore != 0 ? byScore : a.Id.CompareTo(b.Id);
    }
}
