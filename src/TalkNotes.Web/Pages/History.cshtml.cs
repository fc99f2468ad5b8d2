using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TalkNotes.Core.Curation;
using TalkNotes.Core.Talks;

namespace TalkNotes.Web.Pages;

/// <summary>Every verdict, every correction and every document, newest first, each with its author; none is ever overwritten.</summary>
public sealed class HistoryModel(LibraryQueries library, CorrectionQueries corrections, ArrivalQueries arrivals) : PageModel
{
    public HistoryView View { get; private set; } = null!;

    public CorrectionPage Corrections { get; private set; } = null!;

    public ArrivalPage Documents { get; private set; } = null!;

    /// <summary><c>corrections</c>, <c>documents</c>, or anything else for verdicts.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Kind { get; set; }

    public bool IsCorrections => Kind == "corrections";

    public bool IsDocuments => Kind == "documents";

    public async Task OnGetAsync(int page, CancellationToken ct)
    {
        View = await library.HistoryAsync(IsCorrections || IsDocuments ? 1 : page, null, ct);
        Documents = await arrivals.HistoryAsync(IsDocuments ? page : 1, null, ct);
        Corrections = await corrections.HistoryAsync(IsCorrections ? page : 1, null, ct);
    }
}
