using TalkNotes.Core.Search;

namespace TalkNotes.Web.Exports;

/// <summary>The address that a saved search keeps for good: it leads to what the search finds today.</summary>
internal static class SavedSearchPages
{
    public static void MapSavedSearches(this IEndpointRouteBuilder endpoints) => endpoints.MapGet(
        Links.SavedSearch("{slug}"),
        async (string slug, SavedSearches saved, CancellationToken ct) => await saved.FindAsync(slug, ct) is { } search
            ? Results.Redirect(Links.SearchPage + search.Asked)
            : Results.NotFound()).ExcludeFromDescription();
}
