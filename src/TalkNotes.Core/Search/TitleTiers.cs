using System.Collections.Immutable;

namespace TalkNotes.Core.Search;

/// <summary>
/// What the title of a talk says need not be said again in every place: in a talk called "O3 and …", a place about tool
/// use answers <c>o3 tool use</c>. Each tier that asks for several things gets a companion of the same rank for the
/// talks whose titles name some of them.
/// </summary>
internal static class TitleTiers
{
    public static List<SearchTier> Insert(List<SearchTier> tiers, LibraryFacts library)
    {
        var all = new List<SearchTier>();
        foreach (var tier in tiers)
        {
            if (tier is { IsOneThing: false, IsPartial: false })
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
        if (telling.IsEmpty)
        {
            yield break;
        }

        var inTitle = new SearchTier(telling) { IsPartial = true };
        var named = library.Talks.Values
            .Select(t => (t.Id, Units: Named(t, inTitle)))
            .Where(t => t.Units.Count > 0 && t.Units.Count < telling.Length)
            .GroupBy(t => string.Join('|', t.Units.Select(u => u.Label)), StringComparer.Ordinal);
        foreach (var talks in named)
        {
            var units = talks.First().Units;
            yield return tier with
            {
                Units = [.. tier.Units.Where(u => !units.Contains(u))],
                OnlyIn = talks.Select(t => t.Id).ToHashSet(),
                InTitle = [.. units.Select(u => u.Label)],
            };
        }
    }

    private static List<SearchUnit> Named(TalkFacts talk, SearchTier inTitle) =>
        TextMatcher.Find(talk.Title ?? "", talk.TitleTokens, inTitle) is { } match
            ? [.. match.Found.Select(f => f.Unit).Distinct().Order().Select(u => inTitle.Units[u])]
            : [];
}
