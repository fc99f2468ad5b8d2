using Microsoft.EntityFrameworkCore;
using TalkNotes.Core.Storage;

namespace TalkNotes.Core.Search;

/// <summary>Goes through the tiers of a search and keeps what the filters let through, each place once.</summary>
internal sealed class HitCollector(TierReader reader, RowReader rows, WordPlaces places, PassageFacts[] facts, FacetCounter facets, List<SearchTier> tiers)
{
    /// <summary>Bridges beside a passage that matches are looked at word by word; beyond so many they count as the same place.</summary>
    private const int MostBridgesRead = 300;

    private readonly IdSet _seen = new(places.Limit);
    private int _spoken;

    /// <summary>What was found, in no order.</summary>
    public List<Candidate> Candidates { get; } = [];

    /// <summary>Leaves out every place that has one of these.</summary>
    public void Exclude(IEnumerable<SearchUnit> units, CancellationToken ct)
    {
        foreach (var unit in units)
        {
            _seen.UnionWith(reader.Having(unit, bridges: false, ct));
            _seen.UnionWith(reader.Having(unit, bridges: true, ct));
        }
    }

    /// <summary>Collects from every complete tier; relevance is worked out until <paramref name="enough"/> spoken places are known.</summary>
    public void CollectComplete(int enough, CancellationToken ct)
    {
        for (var tier = 0; tier < tiers.Count && !tiers[tier].IsPartial; tier++)
        {
            Collect(tier, scored: _spoken < enough, ct);
        }
    }

    /// <summary>Collects every passage, for a query of filters alone.</summary>
    public async Task CollectAllAsync(TalkNotesDb db, CancellationToken ct)
    {
        foreach (var id in await db.Passages.Where(p => p.Kind != PassageKind.Bridge).OrderBy(p => p.Id).Select(p => p.Id).ToListAsync(ct))
        {
            Add(new ScoredId((int)id, 0), tier: 0);
        }
    }

    /// <summary>Adds the best places that have most of the words.</summary>
    public void CollectPartial(PartialPlaces partial, CancellationToken ct)
    {
        var tier = tiers.Count - 1;
        if (tier >= 0 && tiers[tier].IsPartial)
        {
            foreach (var place in partial.Of(tiers[tier], id => !_seen.Contains(id), ct))
            {
                Add(place, tier);
            }
        }
    }

    private void Collect(int tier, bool scored, CancellationToken ct)
    {
        var only = tiers[tier].OnlyIn ?? TalksNaming(tiers[tier], ct);
        foreach (var place in reader.Read(tiers[tier], bridges: false, scored, ct))
        {
            if ((only is null || only.Contains(facts[place.Id].TalkId)) && IsMeant(place.Id, tiers[tier]))
            {
                Add(place, tier);
            }
        }

        if (tiers[tier].NeedsBridges)
        {
            CollectBridges(tier, scored, only, ct);
        }
    }

    /// <summary>A bridge is a place of its own when no passage it touches has the match, or when the words lie over the border.</summary>
    private void CollectBridges(int tier, bool scored, HashSet<int>? only, CancellationToken ct)
    {
        var doubtful = new List<ScoredId>();
        foreach (var place in reader.Read(tiers[tier], bridges: true, scored, ct))
        {
            var bridge = facts[place.Id];
            if (_seen.Contains(place.Id) || (only is not null && !only.Contains(bridge.TalkId)))
            {
                continue;
            }

            if (!TouchesSeen(place.Id, bridge))
            {
                Add(place, tier);
            }
            else if (tiers[tier].IsOneThing && doubtful.Count < MostBridgesRead)
            {
                doubtful.Add(place);
            }
        }

        foreach (var place in doubtful)
        {
            if (rows.Passage(place.Id) is { } text && text.CrossesBorder(tiers[tier]))
            {
                Add(place, tier);
            }
        }
    }

    /// <summary>A short form is a bare number or word: it counts only where it is no quantity.</summary>
    private bool IsMeant(int id, SearchTier tier) => !tier.IsOneThing || !tier.Units[0].Forms.Any(f => f.Kind >= MatchKind.Short)
        || (rows.Passage(id) is { } text && TextMatcher.Find(text.Row.Text, text.Tokens, tier) is not null);

    private bool TouchesSeen(int id, PassageFacts bridge)
    {
        for (var other = id - bridge.Back; other <= id + bridge.Ahead; other++)
        {
            if (other != id && facts[other].Kind == FactKind.Segment && _seen.Contains(other))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Talks that name everything a short form could stand for; null when the tier counts everywhere.</summary>
    private HashSet<int>? TalksNaming(SearchTier tier, CancellationToken ct)
    {
        HashSet<int>? talks = null;
        foreach (var unit in tier.OnlyWhereNamed)
        {
            var naming = reader.Having(unit, bridges: false, ct).Ascending().Select(id => facts[id].TalkId).ToHashSet();
            talks = talks is null ? naming : [.. talks.Intersect(naming)];
        }

        return talks;
    }

    private void Add(ScoredId place, int tier)
    {
        ref readonly var passage = ref facts[place.Id];
        if (passage.Kind != FactKind.None && _seen.Add(place.Id) && facets.Count(passage))
        {
            Candidates.Add(new Candidate(place.Id, tier, passage.IsSpoken, place.Score));
            _spoken += passage.IsSpoken ? 1 : 0;
        }
    }
}
