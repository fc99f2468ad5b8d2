using Microsoft.AspNetCore.Mvc.RazorPages;
using TalkNotes.Core.Talks;

namespace TalkNotes.Web.Pages;

/// <summary>The start: search, what waits, what came last, what is missing.</summary>
public sealed class IndexModel(LibraryQueries library) : PageModel
{
    public HomeView View { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken ct) => View = await library.HomeAsync(ct);
}
