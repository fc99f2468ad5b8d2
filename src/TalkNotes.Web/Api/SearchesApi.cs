using Microsoft.AspNetCore.Http.HttpResults;
using TalkNotes.Core.Search;
using TalkNotes.Web.Pages.Search;

namespace TalkNotes.Web.Api;

/// <summary><c>/searches</c>: searches that people keep, to run again and to follow.</summary>
internal static class SearchesApi
{
    public static void MapSearches(this IEndpointRouteBuilder api)
    {
        api.MapGet("/searches", ListAsync).WithName("searches").WithTags("search").WithSummary("Every search that was ever saved, by name; removedAt says which were taken away");
        api.MapGet("/searches/{slug}", OneAsync).WithName("saved-search").WithTags("search").WithSummary("One saved search").ProducesProblem(StatusCodes.Status404NotFound);
        api.MapPost("/searches", SaveAsync).WithName("save-search").WithSummary("Keeps a search by name").As();
        api.MapPost("/searches/{slug}/remove", RemoveAsync).WithName("remove-search").WithSummary("Takes a saved search away from the list; its address and feed go on answering").As();
        api.MapPost("/searches/{slug}/restore", RestoreAsync).WithName("restore-search").WithSummary("Brings a saved search back").As();
    }

    private static void As(this RouteHandlerBuilder route) => route.WithTags("search").DisableAntiforgery().Produces<SavedSearch>(StatusCodes.Status201Created).Refuses();

    private static async Task<SavedSearchList> ListAsync(SavedSearches searches, string? cursor, int? limit, CancellationToken ct)
    {
        var all = await searches.AllAsync(ct);
        var (page, next) = Slice.Of(all, "searches", s => $"{s.Name.ToUpperInvariant()}\0{s.Slug}", cursor, limit);
        return new SavedSearchList(all.Count, next, page);
    }

    private static async Task<Results<Ok<SavedSearch>, ProblemHttpResult>> OneAsync(string slug, SavedSearches searches, CancellationToken ct) =>
        await searches.FindAsync(slug, ct) is { } search ? TypedResults.Ok(search) : Problems.Missing($"No saved search has the address '{slug}'");

    private static async Task<IResult> SaveAsync(SaveSearchRequest body, SavedSearches searches, CuratorName curator, HttpRequest request, CancellationToken ct) =>
        Answer(await searches.SaveAsync(body.Name, SearchAddress.Parse(body.Asked ?? "").Asking, curator.Of(request), ct), body.Name);

    private static async Task<IResult> RemoveAsync(string slug, SavedSearches searches, CuratorName curator, HttpRequest request, CancellationToken ct) =>
        Answer(await searches.RemoveAsync(slug, curator.Of(request), ct), slug);

    private static async Task<IResult> RestoreAsync(string slug, SavedSearches searches, CuratorName curator, HttpRequest request, CancellationToken ct) =>
        Answer(await searches.RestoreAsync(slug, curator.Of(request), ct), slug);

    private static IResult Answer(SavedSearchOutcome outcome, string? asked) => outcome switch
    {
        SavedSearchOutcome.Done done => TypedResults.Created($"{ApiRoutes.Prefix}/searches/{done.Search.Slug}", done.Search),
        SavedSearchOutcome.Known known => Problems.Conflict("This search is kept already", ("search", known.Search)),
        SavedSearchOutcome.Invalid invalid => Problems.Invalid([(invalid.Field, invalid.Message)]),
        _ => Problems.Missing($"No saved search '{asked}' stands so"),
    };
}

/// <summary>A page of saved searches.</summary>
/// <param name="Total">All of them.</param>
/// <param name="Next">Cursor of the next page; null on the last one.</param>
/// <param name="Searches">Those of this page.</param>
internal sealed record SavedSearchList(int Total, string? Next, IReadOnlyList<SavedSearch> Searches);

/// <summary>A search to keep: a <c>name</c>, and what is <c>asked</c> as the search page's address says it, <c>?q=…</c>.</summary>
internal sealed record SaveSearchRequest(string? Name, string? Asked);
