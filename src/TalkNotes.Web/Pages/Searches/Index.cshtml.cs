using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TalkNotes.Core.Search;
using TalkNotes.Web.Pages.Search;

namespace TalkNotes.Web.Pages.Searches;

/// <summary>Searches that people keep: to run again, to follow by feed, to take away and to bring back.</summary>
public sealed class IndexModel(SavedSearches searches, CuratorName curator) : PageModel
{
    public IReadOnlyList<SavedSearch> Saved { get; private set; } = [];

    /// <summary>Those that were taken away.</summary>
    public IReadOnlyList<SavedSearch> Removed { get; private set; } = [];

    /// <summary>Why the last form was not carried out; null otherwise.</summary>
    public SavedSearchOutcome? Refused { get; private set; }

    /// <summary>The name as typed; kept when it was refused.</summary>
    [BindProperty]
    public string? Name { get; set; }

    /// <summary>What the search asks, as its address says it behind the path.</summary>
    [BindProperty]
    public string? Asked { get; set; }

    public Task OnGetAsync(CancellationToken ct) => ShowAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var asked = SearchAddress.Parse(Asked ?? "").Asking;
        return await searches.SaveAsync(Name, asked, curator.Of(Request), ct) switch
        {
            SavedSearchOutcome.Done done => Done($"Saved as “{done.Search.Name}”"),
            SavedSearchOutcome.Known known => Done($"This search is kept already, as “{known.Search.Name}”"),
            var refused => await RefuseAsync(refused, ct),
        };
    }

    public async Task<IActionResult> OnPostRemoveAsync(string? slug, CancellationToken ct) =>
        await searches.RemoveAsync(slug ?? "", curator.Of(Request), ct) is SavedSearchOutcome.Done done
            ? Done($"Took “{done.Search.Name}” away. It stands under “Taken away”, and its address and feed go on answering")
            : await RefuseAsync(new SavedSearchOutcome.NotFound(), ct);

    public async Task<IActionResult> OnPostRestoreAsync(string? slug, CancellationToken ct) =>
        await searches.RestoreAsync(slug ?? "", curator.Of(Request), ct) switch
        {
            SavedSearchOutcome.Done done => Done($"“{done.Search.Name}” is back"),
            SavedSearchOutcome.Known known => Done($"This search is kept already, as “{known.Search.Name}”"),
            var refused => await RefuseAsync(refused, ct),
        };

    private SeeOther Done(string message)
    {
        TempData["Message"] = message;
        return new SeeOther(Links.Searches);
    }

    private async Task<IActionResult> RefuseAsync(SavedSearchOutcome refused, CancellationToken ct)
    {
        Refused = refused;
        Response.StatusCode = refused is SavedSearchOutcome.NotFound ? StatusCodes.Status404NotFound : StatusCodes.Status422UnprocessableEntity;
        await ShowAsync(ct);
        return Page();
    }

    private async Task ShowAsync(CancellationToken ct)
    {
        var all = await searches.AllAsync(ct);
        Saved = [.. all.Where(s => s.RemovedAt is null)];
        Removed = [.. all.Where(s => s.RemovedAt is not null)];
    }
}
