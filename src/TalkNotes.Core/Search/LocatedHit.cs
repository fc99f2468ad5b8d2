namespace TalkNotes.Core.Search;

/// <summary>A candidate whose words were found again in its text.</summary>
/// <param name="Candidate">What the index found.</param>
/// <param name="Passage">Its text.</param>
/// <param name="Match">The words; null when the query has no words, only filters.</param>
internal sealed record LocatedHit(Candidate Candidate, PassageText Passage, TextMatch? Match)
{
    /// <summary>Relevance with closeness: words side by side count twice as much as words far apart.</summary>
    public Candidate Weighed(IReadOnlyList<SearchTier> tiers)
    {
        if (Match is null || tiers[Candidate.Tier].IsOneThing)
        {
            return Candidate;
        }

        double needed = Match.Found.Select(f => f.Unit).Distinct().Count();
        return Candidate with { Score = Candidate.Score * (1 + (needed / (Match.Last - Match.First + 1))) };
    }
}
