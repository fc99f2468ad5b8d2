namespace TalkNotes.Core.Search;

/// <summary>Which passages (or bridges) satisfy a tier, and which of them are most relevant.</summary>
/// <param name="index">Knows where forms stand.</param>
/// <param name="fts">Knows which words stand near each other.</param>
/// <param name="rows">Reads talks' ranges.</param>
/// <param name="places">Where common forms stand.</param>
/// <param name="sets">Makes sets.</param>
internal sealed class TierReader(IPassageIndex index, FtsIndex fts, RowReader rows, WordPlaces places, IdSets sets)
{
    private readonly Dictionary<(string Match, bool Bridges), IdSet> _having = []; // tiers share their units

    /// <summary>What satisfies a tier; the set is the caller's.</summary>
    public IdSet Find(SearchTier tier, bool bridges, CancellationToken ct)
    {
        var all = sets.Copy(Having(tier.Units[0], bridges, ct));
        foreach (var unit in tier.Units.Skip(1).TakeWhile(_ => all.Count > 0))
        {
            all.IntersectWith(Having(unit, bridges, ct));
        }

        if (tier.OnlyIn is { } talks && all.Count > 0)
        {
            var inside = sets.New();
            foreach (var (first, last) in talks.Select(rows.PassagesOf))
            {
                for (var id = all.Next(first); id >= 0 && id <= last; id = all.Next(id + 1))
                {
                    inside.Add(id);
                }
            }

            return inside;
        }

        return all;
    }

    /// <summary>The most relevant among places that satisfy a tier; where nothing tells, the first.</summary>
    public List<ScoredId> Best(SearchTier tier, bool bridges, IdSet among, Wanted wanted, int most, CancellationToken ct)
    {
        var telling = tier.IsOneThing ? [.. tier.Units] : tier.Units.Where(QueryPlanner.IsTelling).ToList();
        return telling.Count == 0 ? First(among, most) : Engine(telling).Best(new RankedQuestion(telling, bridges, most) { Among = among, Wanted = wanted, Weighed = !tier.IsOneThing }, ct);
    }

    /// <summary>The first places, as equals.</summary>
    public static List<ScoredId> First(IdSet among, int most) => [.. among.Ascending().Take(most).Select(id => new ScoredId(id, 0))];

    /// <summary>The best of those that have any of the units.</summary>
    public List<ScoredId> BestOfAny(IReadOnlyList<SearchUnit> units, bool weighed, int most, CancellationToken ct) =>
        Engine(units).Best(new RankedQuestion(units, Bridges: false, most) { Weighed = weighed }, ct);

    /// <summary>How many passages have a form.</summary>
    public int Count(UnitForm form, CancellationToken ct) => places.Count(index, form, ct);

    /// <summary>Passages that have any form of a unit; not to be changed.</summary>
    public IdSet Having(SearchUnit unit, bool bridges, CancellationToken ct)
    {
        if (!unit.Near.IsEmpty)
        {
            return places.Near(fts, unit, bridges, sets, ct);
        }

        var key = (unit.Match(), bridges);
        if (_having.TryGetValue(key, out var known))
        {
            return known;
        }

        IdSet? all = null;
        var isOwn = false;
        foreach (var found in unit.Distinct.Select(f => places.Of(index, f, bridges, sets, ct)).Where(f => f.Count > 0))
        {
            if (all is null)
            {
                all = found;
                continue;
            }

            (all, isOwn) = (isOwn ? all : sets.Copy(all), true);
            all.UnionWith(found);
        }

        return _having[key] = all ?? sets.New();
    }

    private IPassageIndex Engine(IReadOnlyList<SearchUnit> units) => units.All(u => u.Near.IsEmpty) ? index : fts;
}
