using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TalkNotes.Core.Curation;

namespace TalkNotes.Web.Pages.Curation;

/// <summary>What pages that put something right have in common: the answer to what was recorded, or why nothing was.</summary>
public abstract class CurationPage : PageModel
{
    /// <summary>Why the last form was not recorded, or null; what was typed is kept.</summary>
    public CurationOutcome? Refused { get; private set; }

    /// <summary>Goes where the change can be seen, with a way to take it back; or shows the form again.</summary>
    protected async Task<IActionResult> AnswerAsync(CurationOutcome outcome, string next, Func<Task<IActionResult>> again)
    {
        ArgumentNullException.ThrowIfNull(again);
        if (outcome is CurationOutcome.Recorded recorded)
        {
            TempData["Message"] = $"Recorded: {recorded.What}";
            TempData["Undo"] = recorded.Id;
            return new SeeOther(next);
        }

        Refused = outcome;
        var page = await again();
        Response.StatusCode = outcome switch
        {
            CurationOutcome.NotFound => StatusCodes.Status404NotFound,
            CurationOutcome.Conflict or CurationOutcome.NameTaken => StatusCodes.Status409Conflict,
            _ => StatusCodes.Status422UnprocessableEntity,
        };
        return page;
    }
}
