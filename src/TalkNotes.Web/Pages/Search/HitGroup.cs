using TalkNotes.Core.Search;

namespace TalkNotes.Web.Pages.Search;

/// <summary>A hit with the teaser places that are folded into it.</summary>
/// <param name="Hit">The place.</param>
/// <param name="Teasers">Places of a cold open that were cut from it.</param>
public sealed record FoldedHit(SearchHit Hit, IReadOnlyList<SearchHit> Teasers);

/// <summary>The hits of one talk on one page.</summary>
/// <param name="First">Its best hit.</param>
/// <param name="Hits">In order.</param>
/// <param name="Places">Places in this talk on all pages.</param>
public sealed record HitGroup(SearchHit First, IReadOnlyList<FoldedHit> Hits, int Places)
{
    /// <summary>Groups hits by talk in the order of their best, and folds repeats away.</summary>
    public static List<HitGroup> Of(SearchResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        var teasers = result.Hits.Where(h => h.Repeats is not null).ToLookup(h => result.Hits[h.Repeats!.Value]);
        var places = result.Facets.Talk.ToDictionary(f => f.Value, f => f.Count, StringComparer.Ordinal);
        return [.. result.Hits.Where(h => h.Repeats is null)
            .GroupBy(h => h.Talk, StringComparer.Ordinal)
            .Select(g => new HitGroup(g.First(), [.. g.Select(h => new FoldedHit(h, [.. teasers[h]]))], places.GetValueOrDefault(g.Key)))];
    }
}
