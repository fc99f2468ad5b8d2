using Microsoft.AspNetCore.Mvc.RazorPages;
using TalkNotes.Core.Talks;

namespace TalkNotes.Web.Pages;

/// <summary>How the library stands: what it holds, what failed, what was not understood.</summary>
public sealed class StatusModel(LibraryQueries library) : PageModel
{
    public StatusView View { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken ct) => View = await library.StatusAsync(ct);
}
