using Microsoft.AspNetCore.Mvc.RazorPages;
using TalkNotes.Core.Talks;

namespace TalkNotes.Web.Pages;

/// <summary>Every verdict ever given, newest first; none is ever overwritten.</summary>
public sealed class HistoryModel(LibraryQueries library) : PageModel
{
    public HistoryView View { get; private set; } = null!;

    public async Task OnGetAsync(int page, CancellationToken ct) => View = await library.HistoryAsync(page, ct);
}
