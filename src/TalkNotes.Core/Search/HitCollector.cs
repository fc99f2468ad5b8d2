namespace TalkNotes.Core.Search;

/// <summary>Goes through the tiers of a search and keeps what the filters let through, each place once.</summary>
internal sealed class HitCollector(TierReader reader, RowReader rows, WordPlaces places, PassageMap map, FacetCounter facets, List<SearchTier> tiers, IdSets sets)
{
    /// <summary>Bridges beside a passage that matches are looked at word by word; beyond so many they count as the same place.</summary>
    private const int MostBridgesRead = 300;

    /// <summary>Short forms of one word among several are looked at in at most so many places.</summary>
    private const int MostShortRead = 200;

    private readonly PassageFacts[] _facts = map.Facts;
    private readonly IdSet _seen = sets.New();
    private readonly List<Found> _found = [];
    private readonly List<Candidate> _partial = [];

    /// <summary>How many places were found.</summary>
    public int Total { get; private set; }

    /// <summary>How many of them are words of talks.</summary>
    public int Spoken { get; private set; }

    /// <summary>Leaves out every place that has one of these.</summary>
    public void Exclude(IEnumerable<SearchUnit> units, CancellationToken ct)
    {
        foreach (var unit in units)
        {
            _seen.UnionWith(reader.Having(unit, bridges: false, ct));
            _seen.UnionWith(reader.Having(unit, bridges: true, ct));
        }
    }

    /// <summary>Collects from every complete tier; relevance matters until <paramref name="enough"/> spoken places are known.</summary>
    public void CollectComplete(int enough, CancellationToken ct)
    {
        for (var tier = 0; tier < tiers.Count && !tiers[tier].IsPartial; tier++)
        {
            Collect(tier, isRanked: Spoken < enough, ct);
        }
    }

    /// <summary>Collects every passage, for a query of filters alone.</summary>
    public void CollectAll(FtsIndex fts)
    {
        var all = sets.Copy(places.All(fts, sets));
        foreach (var run in map.Runs.Where(r => r.IsSpoken))
        {
            for (var id = all.Next(run.First); id >= 0 && id <= run.Last; id = all.Next(id + 1))
            {
                if (_facts[id].Kind == FactKind.Bridge)
                {
                    all.Remove(id);
                }
            }
        }

        Add(all, tier: 0, bridges: false, isRanked: false);
    }

    /// <summary>Adds the best places that have most of the words.</summary>
    public void CollectPartial(PartialPlaces partial, CancellationToken ct)
    {
        var tier = tiers.Count - 1;
        if (tier >= 0 && tiers[tier].IsPartial)
        {
            foreach (var place in partial.Of(tiers[tier], id => !_seen.Contains(id), ct))
            {
                if (_seen.Add(place.Id) && _facts[place.Id].Kind != FactKind.None && facets.Count(_facts[place.Id]))
                {
                    _partial.Add(new Candidate(place.Id, tier, _facts[place.Id].IsSpoken, place.Score));
                    Total++;
                }
            }
        }
    }

    /// <summary>The best places, for an order by relevance: in every tier the best of each kind.</summary>
    public List<Candidate> Best(int most, CancellationToken ct)
    {
        var best = new List<Candidate>(_partial);
        foreach (var found in _found)
        {
            foreach (var (isSpoken, among) in new[] { (true, found.Spoken), (false, found.Written) })
            {
                var some = found.IsRanked && among.Count > 0 ? reader.Best(tiers[found.Tier], found.Bridges, among, isSpoken ? Wanted.Said : Wanted.Written, most, ct) : TierReader.First(among, most);
                best.AddRange(some.Select(p => new Candidate(p.Id, found.Tier, isSpoken, p.Score)));
            }
        }

        return best;
    }

    /// <summary>All places, in no order.</summary>
    public IEnumerable<Candidate> All() => _found.SelectMany(f => f.Spoken.Ascending().Concat(f.Written.Ascending()).Select(id => new Candidate(id, f.Tier, _facts[id].IsSpoken, 0))).Concat(_partial);

    private void Collect(int tier, bool isRanked, CancellationToken ct)
    {
        var only = tiers[tier].OnlyIn is null ? TalksNaming(tiers[tier], ct) : null;
        var found = Unseen(reader.Find(tiers[tier], bridges: false, ct), only);
        Add(HasShortForms(tiers[tier]) ? Meant(found, tiers[tier]) : found, tier, bridges: false, isRanked);
        if (tiers[tier].NeedsBridges)
        {
            CollectBridges(tier, isRanked, only, ct);
        }
    }

    /// <summary>A bridge is a place of its own when no passage it touches has the match, or when the words lie over the border.</summary>
    private void CollectBridges(int tier, bool isRanked, HashSet<int>? only, CancellationToken ct)
    {
        var own = sets.New();
        var doubtful = new List<int>();
        foreach (var id in Unseen(reader.Find(tiers[tier], bridges: true, ct), only).Between(0, places.Limit))
        {
            if (!TouchesSeen(id, _facts[id]))
            {
                own.Add(id);
            }
            else if (tiers[tier].IsOneThing && doubtful.Count < MostBridgesRead)
            {
                doubtful.Add(id);
            }
        }

        foreach (var id in doubtful.Where(id => rows.Passage(id) is { } text && text.CrossesBorder(tiers[tier])))
        {
            own.Add(id);
        }

        Add(own, tier, bridges: true, isRanked);
    }

    private IdSet Unseen(IdSet found, HashSet<int>? only)
    {
        found.ExceptWith(_seen);
        return only is null ? found : Where(found, id => only.Contains(_facts[id].TalkId));
    }

    private static bool HasShortForms(SearchTier tier) => tier.Units.Any(u => u.Forms.Any(f => f.Kind >= MatchKind.Short));

    /// <summary>A short form is a bare number or word: it counts only where it is no quantity.</summary>
    private IdSet Meant(IdSet found, SearchTier tier) => !tier.IsOneThing && found.Count > MostShortRead ? found
        : Where(found, id => rows.Passage(id) is { } text && TextMatcher.Find(text.Row.Text, text.Tokens, tier) is not null);

    private IdSet Where(IdSet ids, Func<int, bool> holds)
    {
        var kept = sets.New();
        foreach (var id in ids.Ascending().Where(holds))
        {
            kept.Add(id);
        }

        return kept;
    }

    private bool TouchesSeen(int id, in PassageFacts bridge)
    {
        for (var other = id - bridge.Back; other <= id + bridge.Ahead; other++)
        {
            if (_seen.Contains(other) && other != id && _facts[other].Kind == FactKind.Segment)
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
            var naming = reader.Having(unit, bridges: false, ct).Ascending().Select(id => _facts[id].TalkId).ToHashSet();
            talks = talks is null ? naming : [.. talks.Intersect(naming)];
        }

        return talks;
    }

    private void Add(IdSet found, int tier, bool bridges, bool isRanked)
    {
        if (found.Count == 0)
        {
            return;
        }

        _seen.UnionWith(found);
        var spoken = facets.Count(found, map, sets);
        var written = sets.Copy(spoken);
        spoken.ExceptWith(map.Written);
        written.IntersectWith(map.Written);
        _found.Add(new Found(spoken, written, tier, bridges, isRanked));
        Total += spoken.Count + written.Count;
        Spoken += spoken.Count;
    }

    /// <summary>Places that one tier found.</summary>
    private readonly record struct Found(IdSet Spoken, IdSet Written, int Tier, bool Bridges, bool IsRanked);
}
