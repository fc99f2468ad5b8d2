using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TalkNotes.Core.Notes;
using TalkNotes.Web.Exports;

namespace TalkNotes.Web.Pages.Notes;

/// <summary>Edits that were made to notes outside, each for a person to accept or reject.</summary>
public sealed class IndexModel(NoteDesk desk, CuratorName curator) : PageModel
{
    public IReadOnlyList<WaitingNotes> View { get; private set; } = [];

    /// <summary>Why the last decision was not carried out, or null.</summary>
    public string? Refused { get; private set; }

    public async Task OnGetAsync(CancellationToken ct) => View = await desk.WaitingAsync(TalkFiles.Site(Request), ct);

    public async Task<IActionResult> OnPostAsync(int file, string key, string answer, CancellationToken ct)
    {
        var site = TalkFiles.Site(Request);
        var decision = await desk.DecideAsync(file, key ?? "", answer == "accept", curator.Of(Request), site, ct);
        if (decision.IsDone)
        {
            TempData["Message"] = decision.Message;
            return new SeeOther(Links.Notes);
        }

        Refused = decision.Message;
        View = await desk.WaitingAsync(site, ct);
        Response.StatusCode = StatusCodes.Status409Conflict;
        return Page();
    }
}
