namespace TalkNotes.Core.Search;

/// <summary>The order of hits, and the first of many without sorting them all.</summary>
internal sealed class HitOrder(PassageFacts[] facts, LibraryFacts library, List<SearchTier> tiers, SearchSort sort)
{
    /// <summary>Whether the best come first.</summary>
    public bool ByRelevance => sort == SearchSort.Relevance && tiers.Count > 0;

    /// <summary>The first <paramref name="count"/>, in order.</summary>
    public List<Candidate> First(IEnumerable<Candidate> candidates, int count)
    {
        var compare = Comparer<Candidate>.Create(Compare);
        var last = Comparer<Candidate>.Create((a, b) => Compare(b, a));
        var kept = new PriorityQueue<Candidate, Candidate>(count + 1, last);
        foreach (var candidate in candidates)
        {
            if (kept.Count < count)
            {
                kept.Enqueue(candidate, candidate);
            }
            else if (Compare(candidate, kept.Peek()) < 0)
            {
                kept.DequeueEnqueue(candidate, candidate);
            }
        }

        return [.. kept.UnorderedItems.Select(i => i.Element).Order(compare)];
    }

    private int Compare(Candidate a, Candidate b)
    {
        if (ByRelevance)
        {
            return Candidate.Compare(a, b, tiers);
        }

        var (talkA, talkB) = (facts[a.Id].TalkId, facts[b.Id].TalkId);
        var byDate = sort switch
        {
            SearchSort.Date => Published(talkB).CompareTo(Published(talkA)),
            SearchSort.Added => (library.Talks[talkB].AddedAt, talkB).CompareTo((library.Talks[talkA].AddedAt, talkA)),
            _ => 0,
        };
        var byTalk = byDate != 0 ? byDate : sort == SearchSort.Relevance ? 0 : talkA.CompareTo(talkB);
        return byTalk != 0 ? byTalk : a.Id.CompareTo(b.Id);
    }

    private DateOnly Published(int talk) => library.Talks[talk].Published ?? DateOnly.MinValue;
}
