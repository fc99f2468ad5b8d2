using Microsoft.AspNetCore.Mvc.RazorPages;
using TalkNotes.Core.Claims;
using TalkNotes.Core.Talks;
using TalkNotes.Web.Background;

namespace TalkNotes.Web.Pages;

/// <summary>How the library stands: what it holds, what failed, what was not understood.</summary>
public sealed class StatusModel(LibraryQueries library, LibraryWatcher watcher, DeskQueries desk) : PageModel
{
    public StatusView View { get; private set; } = null!;

    public LibraryWatcher Watcher => watcher;

    /// <summary>How far curators agree.</summary>
    public AgreementFigures Agreement { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken ct)
    {
        View = await library.StatusAsync(ct);
        Agreement = await desk.AgreementAsync(ct);
    }
}
