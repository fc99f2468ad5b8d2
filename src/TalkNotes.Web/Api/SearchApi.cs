using System.Globalization;
using TalkNotes.Core.Search;

namespace TalkNotes.Web.Api;

/// <summary><c>/api/v1/search</c> and <c>/api/v1/suggest</c>.</summary>
internal static class SearchApi
{
    private const int DefaultLimit = 20;
    private const int MostHits = 200;
    private const int DefaultFacets = 100;
    private const int MostFacets = 100_000;

    public static void MapSearch(this RouteGroupBuilder api)
    {
        api.MapGet("/search", SearchAsync).WithName("search").WithTags("search")
            .WithSummary("Searches what was said, claims and titles").WithDescription("q takes the query language of docs/search.md; cursor is the answer's next.");
        api.MapGet("/suggest", async (string? q, SearchSuggestions suggestions, CancellationToken ct) => await suggestions.ForAsync(q ?? "", ct))
            .WithName("suggest").WithTags("search").WithSummary("Talks, speakers and terms that begin so");
    }

    private static async Task<SearchJson> SearchAsync(
        string? q, int? limit, string? cursor, string? sort, bool? exact, int? facets, PassageSearch search, CancellationToken ct)
    {
        var offset = int.TryParse(cursor, NumberStyles.None, CultureInfo.InvariantCulture, out var skip) ? skip : 0;
        var result = await search.SearchAsync(
            new SearchRequest
            {
                Query = q ?? "",
                Limit = Math.Clamp(limit ?? DefaultLimit, 1, MostHits),
                Offset = offset,
                Sort = Enum.TryParse<SearchSort>(sort, ignoreCase: true, out var order) && Enum.IsDefined(order) ? order : SearchSort.Relevance,
                AsWritten = exact ?? false,
                FacetValues = Math.Clamp(facets ?? DefaultFacets, 0, MostFacets),
            },
            ct);
        return SearchJson.From(result, offset);
    }
}
