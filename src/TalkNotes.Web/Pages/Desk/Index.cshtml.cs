using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TalkNotes.Core.Accounts;
using TalkNotes.Core.Claims;
using TalkNotes.Core.Evidence;
using TalkNotes.Core.Talks;
using TalkNotes.Web.Accounts;
using TalkNotes.Web.Pages.Claims;

namespace TalkNotes.Web.Pages.Desk;

/// <summary>The verification desk: a queue, one claim with the words that may carry it, and a verdict by one key.</summary>
[Access(Read = Role.Curator)]
public sealed class IndexModel(
    DeskQueries queues, ClaimQueries claims, ClaimEvidence evidence, VerdictDesk desk, TalkQueries talks, CuratorName curator) : PageModel
{
    private const int MostPassages = 6;
    private const int MostFound = 3;

    /// <summary>Where one is.</summary>
    public DeskAddress Here { get; private set; } = new();

    /// <summary>The talk that the queue is narrowed to, by address or title.</summary>
    public TalkChoice Talk { get; private set; } = null!;

    public DeskList Queue { get; private set; } = null!;

    /// <summary>The claim to judge; null when the queue is empty.</summary>
    public ClaimPage? View { get; private set; }

    /// <summary>What the program found for it; no verdict.</summary>
    public EvidenceResult? Words { get; private set; }

    /// <summary>Passages that the curator's own search found.</summary>
    public IReadOnlyList<AnchorPlace> Found { get; private set; } = [];

    /// <summary>The words that stand where a detail of the claim differs, with that detail; left out where a passage shows them already.</summary>
    public IReadOnlyList<(string Detail, AnchorPlace Place)> Instead { get; private set; } = [];

    /// <summary>How far the claim's talk is judged.</summary>
    public IReadOnlyDictionary<string, int> Progress { get; private set; } = new Dictionary<string, int>(StringComparer.Ordinal);

    /// <summary>This curator's newest verdict that can be taken back.</summary>
    public (string Claim, VerdictView Verdict)? Last { get; private set; }

    public VerdictForm Form { get; private set; } = new();

    public VerdictOutcome? Refused { get; private set; }

    public string Curator => curator.Of(Request);

    /// <summary>Place of the claim in the queue, from 0; -1 when it is not in it.</summary>
    public int Index => Queue.IndexOf(View?.Claim.Id);

    public IReadOnlyList<EvidencePassage> Passages => (Words?.Passages ?? []).Take(MostPassages).ToList();

    public async Task OnGetAsync(CancellationToken ct)
    {
        Here = DeskAddress.Of(Request);
        await ShowAsync(ct);
    }

    /// <summary>Records the verdict and goes on to the next claim.</summary>
    public async Task<IActionResult> OnPostVerdictAsync([FromForm] VerdictForm form, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(form);
        Here = DeskAddress.Of(Request);
        Form = form;
        var next = await NextAsync(form.Claim, ct);
        if (form.Value == "skip")
        {
            return new SeeOther(Here.At(next).Link());
        }

        var outcome = await desk.RecordAsync(form.ToDraft(form.Claim ?? "", Curator, desk.Today), ct);
        if (outcome is VerdictOutcome.Recorded recorded)
        {
            TempData["Message"] = $"Recorded: {VerdictLabels.Of(recorded.Verdict.Value)}. U takes it back.";
            return new SeeOther(Here.At(next).Link());
        }

        Refused = outcome;
        await ShowAsync(ct);
        Response.StatusCode = outcome switch
        {
            VerdictOutcome.NotFound => 404,
            VerdictOutcome.Invalid => 422,
            _ => 409,
        };
        return Page();
    }

    /// <summary>Takes back the curator's last verdict and shows its claim.</summary>
    public async Task<IActionResult> OnPostUndoAsync(string claim, int number, CancellationToken ct)
    {
        Here = DeskAddress.Of(Request);
        var outcome = await desk.UndoAsync(claim, number, Curator, ct);
        if (outcome is VerdictOutcome.Recorded recorded)
        {
            TempData["Message"] = $"Taken back. It is {VerdictLabels.Of(recorded.Verdict.Value).ToLowerInvariant()} again.";
            return new SeeOther(Here.At(claim).Link());
        }

        Refused = outcome;
        await ShowAsync(ct);
        Response.StatusCode = 409;
        return Page();
    }

    /// <summary>Keeps the name under which this browser judges.</summary>
    public IActionResult OnPostCurator(string? name)
    {
        if (CuratorName.MayBeChosen(Request))
        {
            CuratorName.Keep(Response, name);
        }

        return new SeeOther(DeskAddress.Of(Request).Link());
    }

    /// <summary>The claim after one of the queue, as it stands before the verdict; the first one after the last.</summary>
    private async Task<string?> NextAsync(string? claim, CancellationToken ct)
    {
        var items = (await queues.QueueAsync(Here.Queue, Here.Filter(), ct)).Items;
        var at = items.ToList().FindIndex(i => i.Id == claim);
        return at + 1 < items.Count ? items[at + 1].Id : at > 0 ? items[0].Id : null;
    }

    private async Task ShowAsync(CancellationToken ct)
    {
        Talk = await talks.ChoiceAsync(Here.Talk, ct);
        Here = Here with { Talk = Talk.Slug };
        Queue = await queues.QueueAsync(Here.Queue, Here.Filter(), ct);
        Last = await queues.LastOfAsync(Curator, ct);
        var id = Here.Claim ?? Form.Claim ?? (Queue.Items.Count > 0 ? Queue.Items[0].Id : null);
        View = id is null ? null : await claims.PageAsync(id, ct) ?? (Queue.Items.Count > 0 ? await claims.PageAsync(Queue.Items[0].Id, ct) : null);
        if (View is null)
        {
            return;
        }

        Here = Here with { Claim = View.Claim.Id };
        Words = await evidence.ForClaimAsync(View.Claim.Id, ct);
        Instead = await InsteadAsync(View.Claim.Talk, ct);
        Progress = await queues.ProgressAsync(View.Claim.Talk, ct);
        if (Here.Find is { } words)
        {
            Found = await queues.FindAsync(View.Claim.Talk, words, MostFound, ct);
        }
    }

    private async Task<IReadOnlyList<(string Detail, AnchorPlace Place)>> InsteadAsync(string talk, CancellationToken ct)
    {
        var instead = new List<(string Detail, AnchorPlace Place)>();
        foreach (var detail in (Words?.Details ?? []).Where(d => d is { Found: "differs", Nearest: not null }))
        {
            var shown = Passages.Select(p => p.Text).Concat(instead.Select(i => i.Place.Words));
            if (!shown.Any(text => text.Contains(detail.Nearest!, StringComparison.OrdinalIgnoreCase)))
            {
                var places = await queues.FindAsync(talk, $"\"{detail.Nearest}\"", 1, ct);
                instead.AddRange(places.Select(place => (detail.Text, place)));
            }
        }

        return instead;
    }
}
