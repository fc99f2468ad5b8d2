using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TalkNotes.Core.Accounts;
using TalkNotes.Core.Claims;
using TalkNotes.Core.Talks;
using TalkNotes.Web.Accounts;

namespace TalkNotes.Web.Pages.Talks;

/// <summary>A person makes a claim from selected words: what was said stands above, what is claimed is written below.</summary>
[Access(Read = Role.Curator)]
public sealed class NewClaimModel(TalkQueries talks, ClaimDesk desk, CuratorName curator) : PageModel
{
    /// <summary>Segments of the words, as in <c>?at=</c> of the transcript.</summary>
    [BindProperty(SupportsGet = true)]
    public string? At { get; set; }

    /// <summary>Where the words begin in the first segment's text; null for its start.</summary>
    [BindProperty(SupportsGet = true)]
    public int? From { get; set; }

    /// <summary>Where they end in the last segment's text, exclusive; null for its end.</summary>
    [BindProperty(SupportsGet = true)]
    public int? To { get; set; }

    /// <summary>The words when the form was shown; the transcript may change before it is sent.</summary>
    [BindProperty]
    public string? Words { get; set; }

    /// <summary>The claim as typed.</summary>
    [BindProperty]
    public string? Text { get; set; }

    public TalkSummary Talk { get; private set; } = null!;

    public SelectionView? Selection { get; private set; }

    /// <summary>What to put right, or null.</summary>
    public FieldError? Error { get; private set; }

    public string Curator => curator.Of(Request);

    public Task<IActionResult> OnGetAsync(string slug, CancellationToken ct) => ShowAsync(slug, ct);

    public async Task<IActionResult> OnPostAsync(string slug, CancellationToken ct)
    {
        if (await talks.TranscriptAsync(slug, ct) is not { } view)
        {
            return NotFound();
        }

        var range = SegmentRange.Parse(At, view.Segments) ?? new SegmentRange(-1, -1);
        var outcome = await desk.MakeAsync(
            new ClaimDraft { Talk = slug, First = range.First, Last = range.Last, Words = Words ?? "", Text = Text ?? "", Curator = Curator }, ct);
        switch (outcome)
        {
            case ClaimOutcome.Done done:
                TempData["Message"] = "Claim made. It is unverified until somebody judges it";
                return new SeeOther(Links.Claim(done.Claim));
            case ClaimOutcome.Known known:
                TempData["Message"] = "This talk has that claim already";
                return new SeeOther(Links.Claim(known.Claim));
            case ClaimOutcome.Invalid invalid:
                Error = invalid.Error;
                var page = await ShowAsync(slug, ct);
                Response.StatusCode = 422;
                return page;
            default:
                return NotFound();
        }
    }

    private async Task<IActionResult> ShowAsync(string slug, CancellationToken ct)
    {
        if (await talks.TranscriptAsync(slug, ct) is not { } view)
        {
            return await talks.CurrentSlugAsync(slug, ct) is { } current ? RedirectPermanent(Links.NewClaim(current, At, From, To)) : NotFound();
        }

        Talk = view.Talk;
        Selection = SegmentRange.Parse(At, view.Segments) is { } range ? SelectionView.Of(view, range, From, To, Request) : null;
        return Page();
    }
}
