using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TalkNotes.Core.Curation;
using TalkNotes.Core.Talks;

namespace TalkNotes.Web.Pages;

/// <summary>Every verdict and every correction, newest first; none is ever overwritten.</summary>
public sealed class HistoryModel(LibraryQueries library, CorrectionQueries corrections) : PageModel
{
    public HistoryView View { get; private set; } = null!;

    public CorrectionPage Corrections { get; private set; } = null!;

    /// <summary><c>corrections</c>, or anything else for verdicts.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Kind { get; set; }

    public bool IsCorrections => Kind == "corrections";

    public async Task OnGetAsync(int page, CancellationToken ct)
    {
        View = await library.HistoryAsync(IsCorrections ? 1 : page, ct);
        Corrections = await corrections.HistoryAsync(IsCorrections ? page : 1, ct);
    }
}
