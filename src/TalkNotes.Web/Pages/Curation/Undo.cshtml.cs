using Microsoft.AspNetCore.Mvc;
using TalkNotes.Core.Curation;

namespace TalkNotes.Web.Pages.Curation;

/// <summary>Takes a correction back by one more row, and goes back to where it was asked.</summary>
public sealed class UndoModel(CorrectionUndo undo, CuratorName curator) : CurationPage
{
    public IActionResult OnGet() => Redirect(Links.Corrections);

    public async Task<IActionResult> OnPostAsync(int id, string? back, CancellationToken ct) => await AnswerAsync(
        await undo.UndoAsync(id, curator.Of(Request), ct), Url.IsLocalUrl(back) ? back! : Links.Corrections, () => Task.FromResult<IActionResult>(Page()));
}
