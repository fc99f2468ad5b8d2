using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TalkNotes.Core.Claims;
using TalkNotes.Core.Evidence;
using TalkNotes.Core.Talks;

namespace TalkNotes.Web.Pages.Claims;

/// <summary>A claim's permanent page: its verdict, the words, the form, and a history that is never overwritten.</summary>
public sealed class ClaimModel(ClaimQueries claims, ClaimEvidence evidence, VerdictDesk desk, RecheckDesk rechecks, ClaimDesk makings, CuratorName curator, TalkQueries talks) : PageModel
{
    public ClaimPage View { get; private set; } = null!;

    /// <summary>The talk it is about.</summary>
    public TalkSummary? Talk { get; private set; }

    /// <summary>What the program found in the words; it is no verdict.</summary>
    public EvidenceResult? Words { get; private set; }

    /// <summary>What was sent for a verdict and not recorded, so that it is kept.</summary>
    public VerdictForm Form { get; private set; } = new();

    /// <summary>The same of the second question.</summary>
    public VerdictForm AccuracyForm { get; private set; } = new();

    /// <summary>A second opinion that was not recorded, or null.</summary>
    public (string Value, string? Note)? Opinion { get; private set; }

    /// <summary>Why the last form was not recorded, or null.</summary>
    public VerdictOutcome? Refused { get; private set; }

    public string Curator => curator.Of(Request);

    public async Task<IActionResult> OnGetAsync(string id, CancellationToken ct) => await ShowAsync(id, ct);

    public async Task<IActionResult> OnPostVerdictAsync(string id, [FromForm] VerdictForm form, CancellationToken ct)
    {
        (Form, AccuracyForm) = form.Question == Question.Accuracy ? (Form, form) : (form, AccuracyForm);
        return await AnswerAsync(id, await desk.RecordAsync(form.ToDraft(id, Curator, desk.Today), ct), "Recorded", ct);
    }

    public async Task<IActionResult> OnPostUndoAsync(string id, int number, CancellationToken ct) =>
        await AnswerAsync(id, await desk.UndoAsync(id, number, Curator, ct), "Taken back; in force now", ct);

    public async Task<IActionResult> OnPostReviewAsync(string id, int number, string value, string? note, CancellationToken ct)
    {
        Opinion = (value, note);
        return await AnswerAsync(id, await desk.ReviewAsync(id, number, value, note, Curator, ct), "Second opinion recorded; in force stays", ct);
    }

    public async Task<IActionResult> OnPostAnchorAsync(string id, int evidenceNumber, string place, CancellationToken ct)
    {
        var refused = EvidenceNotation.Parse(place, null, null, null, desk.Today) is SegmentsEvidence range
            ? await rechecks.ConfirmAsync(id, evidenceNumber, range.First, range.Last, Curator, ct)
            : await rechecks.GoneAsync(id, evidenceNumber, Curator, ct);
        return await AnswerAsync(id, refused, "Recorded where the words stand", ct);
    }

    public async Task<IActionResult> OnPostSuccessorAsync(string id, string successor, bool accept, CancellationToken ct) => await AnswerAsync(
        id, await rechecks.SucceedAsync(id, successor, accept, Curator, ct), accept ? "Joined to its new wording" : "Recorded as another claim", ct);

    public async Task<IActionResult> OnPostTakeBackAsync(string id, CancellationToken ct) => Answer(
        id, await makings.TakeBackAsync(id, Curator, ct), "Claim taken back. Its page and its verdicts stay");

    public async Task<IActionResult> OnPostRestoreAsync(string id, CancellationToken ct) => Answer(
        id, await makings.RestoreAsync(id, Curator, ct), "Claim made again");

    private IActionResult Answer(string id, ClaimOutcome outcome, string message)
    {
        if (outcome is not ClaimOutcome.Done)
        {
            return NotFound();
        }

        TempData["Message"] = message;
        return new SeeOther(Links.Claim(id));
    }

    private async Task<IActionResult> AnswerAsync(string id, FieldError? refused, string message, CancellationToken ct)
    {
        if (refused is not null)
        {
            return await AnswerAsync(id, new VerdictOutcome.Invalid([refused]), "", ct);
        }

        TempData["Message"] = message;
        return new SeeOther(Links.Claim(id));
    }

    private async Task<IActionResult> AnswerAsync(string id, VerdictOutcome outcome, string message, CancellationToken ct)
    {
        if (outcome is VerdictOutcome.Recorded recorded)
        {
            TempData["Message"] = $"{message}: {VerdictLabels.Of(recorded.Verdict.Value)}";
            return new SeeOther(Links.Claim(id));
        }

        Refused = outcome;
        var page = await ShowAsync(id, ct);
        Response.StatusCode = outcome is VerdictOutcome.NotFound ? 404 : outcome is VerdictOutcome.Invalid ? 422 : 409;
        return page;
    }

    private async Task<IActionResult> ShowAsync(string id, CancellationToken ct)
    {
        if (await claims.PageAsync(id, ct) is not { } view)
        {
            return NotFound();
        }

        View = view;
        Talk = await talks.SummaryAsync(view.Claim.Talk, ct);
        Words = await evidence.ForClaimAsync(id, ct);
        return Page();
    }
}
