using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TalkNotes.Core.Accounts;
using TalkNotes.Core.Claims;
using TalkNotes.Web.Accounts;
using TalkNotes.Web.Pages.Claims;

namespace TalkNotes.Web.Pages.Desk;

/// <summary>One verdict on several claims, on the same evidence, after a preview; recorded for all of them or for none.</summary>
[Access(Read = Role.Curator)]
public sealed class BulkModel(ClaimQueries claims, VerdictDesk desk, CuratorName curator) : PageModel
{
    private const int MostClaims = 200;

    public DeskAddress Here { get; private set; } = new();

    public ClaimList View { get; private set; } = null!;

    public VerdictForm Form { get; private set; } = new();

    /// <summary>Ids of the claims chosen.</summary>
    public IReadOnlyList<string> Chosen { get; private set; } = [];

    /// <summary>The chosen claims with what would become of each: null where the verdict would be recorded. Null before a preview.</summary>
    public IReadOnlyList<(ClaimSummary Claim, VerdictOutcome? Refusal)>? Preview { get; private set; }

    public string Curator => curator.Of(Request);

    public Task OnGetAsync(CancellationToken ct) => ShowAsync(ct);

    /// <summary>Says what would happen; writes nothing.</summary>
    public async Task<IActionResult> OnPostPreviewAsync([FromForm] VerdictForm form, List<string> chosen, CancellationToken ct)
    {
        Form = form;
        Chosen = chosen;
        var summaries = await claims.ByIdAsync(Chosen, ct);
        var outcomes = await desk.PreviewAsync([.. summaries.Select(c => Draft(c.Id, c.Verdicts))], ct);
        Preview = [.. summaries.Zip(outcomes)];
        await ShowAsync(ct);
        return Page();
    }

    /// <summary>Records what the preview showed, unless a claim changed since.</summary>
    /// <param name="form">The verdict.</param>
    /// <param name="chosen">Claims as <c>id=n</c>, where <c>n</c> verdicts were on record when the preview was made.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<IActionResult> OnPostRecordAsync([FromForm] VerdictForm form, List<string> chosen, CancellationToken ct)
    {
        Form = form;
        var drafts = chosen.Select(c => c.Split('=')).Where(c => c.Length == 2)
            .Select(c => Draft(c[0], int.TryParse(c[1], NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : -1)).ToList();
        Chosen = drafts.ConvertAll(d => d.Claim);
        var outcomes = drafts.Count == 0 ? [] : await desk.RecordAllAsync(drafts, ct);
        if (drafts.Count > 0 && outcomes.All(o => o is VerdictOutcome.Recorded))
        {
            TempData["Message"] = $"Recorded {Show.Count(outcomes.Count, "verdict")}: {VerdictLabels.Of(form.Value ?? "")}";
            return new SeeOther(DeskAddress.Of(Request).Link());
        }

        await OnPostPreviewAsync(form, [.. Chosen], ct);
        Response.StatusCode = outcomes.Any(o => o is VerdictOutcome.Conflict) ? 409 : 422;
        return Page();
    }

    private VerdictDraft Draft(string claim, int seen) => Form.ToDraft(claim, Curator, desk.Today) with { SeenText = null, Seen = seen };

    private async Task ShowAsync(CancellationToken ct)
    {
        Here = DeskAddress.Of(Request);
        View = await claims.ListAsync(Here.Filter(), null, MostClaims, ct);
    }
}
