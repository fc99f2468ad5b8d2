using System.Collections.Immutable;

namespace TalkNotes.Core.Search;

/// <summary>
/// What the title of a talk says need not be said again in every place: in a talk called "O3 and …", a place about tool
/// use answers <c>o3 tool use</c>. Each tier that asks for several things gets a companion of the same rank for the
/// talks whose titles name some of them.
/// </summary>
internal static class TitleTiers
{
    /// <summary>A word in more titles than this tells no talk from another.</summary>
    private const int MostTalks = 8;

    /// <summary>Whoever types more words has a passage in mind, not a talk.</summary>
    private const int MostUnits = 6;

    public static List<SearchTier> Insert(List<SearchTier> tiers, LibraryFacts library)
    {
        var all = new List<SearchTier>();
        foreach (var tier in tiers)
        {
            if (tier is { IsOneThing: false, IsPartial: false, OnlyWhereNamed.IsEmpty: true })
            {
                all.AddRange(Companions(tier, library));
            }

            all.Add(tier);
        }

        return all;
    }

    private static IEnumerable<SearchTier> Companions(SearchTier tier, LibraryFacts library)
    {
        var telling = tier.Units.Where(QueryPlanner.IsTelling).ToImmutableArray();
        var talks = (telling.Length > MostUnits ? [] : telling).SelectMany(u => Named(u, library).Select(talk => (Talk: talk, Unit: u)))
            .GroupBy(n => n.Talk, n => n.Unit)
            .Select(n => (n.Key, Units: n.ToList()))
            .Where(n => n.Units.Count < telling.Length).ToList();
        if (talks.Count > MostTalks)
        {
            talks = talks.FindAll(t => t.Units.Count > 1);
        }

        foreach (var sameUnits in talks.OrderByDescending(t => t.Units.Count).ThenBy(t => t.Key).Take(MostTalks).GroupBy(n => string.Join('|', n.Units.Select(u => u.Label)), StringComparer.Ordinal))
        {
            var units = sameUnits.First().Units;
            yield return tier with
            {
                Units = tier.Units.RemoveRange(units),
                OnlyIn = sameUnits.Select(t => t.Key).ToHashSet(),
                InTitle = [.. units.Select(u => u.Label)],
            };
        }
    }

    /// <summary>The talks whose titles name a unit; none when they are many, for then it tells no talk from another.</summary>
    private static IEnumerable<int> Named(SearchUnit unit, LibraryFacts library)
    {
        var talks = unit.Forms.Where(f => !f.IsPrefix).SelectMany(f => library.Titled(f.Words[0])).Distinct().Take(MostTalks + 1).ToList();
        return talks.Count > MostTalks ? [] : talks.Where(t => TextMatcher.Find(library.Talks[t].Title ?? "", library.Talks[t].TitleTokens, new SearchTier([unit])) is not null);
    }
}
