using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TalkNotes.Core.Curation;
using TalkNotes.Core.Evidence;
using TalkNotes.Core.Talks;

namespace TalkNotes.Web.Pages.Talks;

/// <summary>One talk: what is known of it, and every claim about it.</summary>
public sealed class TalkModel(TalkQueries talks, SameTalks same, ClaimEvidence evidence) : PageModel
{
    public TalkView View { get; private set; } = null!;

    /// <summary>Talks that may be this one, by their words.</summary>
    public IReadOnlyList<SameTalkProposal> Proposals { get; private set; } = [];

    /// <summary>What the program looked up for each claim, by its id; empty without a transcript. It is no verdict.</summary>
    public IReadOnlyDictionary<string, EvidenceResult> LookedUp { get; private set; } = new Dictionary<string, EvidenceResult>(StringComparer.Ordinal);

    /// <summary>The verdict whose claims are listed, or null for all.</summary>
    public string? Status { get; private set; }

    public Timeline? Timeline => Timeline.Of(View);

    /// <summary>Claims under the filter.</summary>
    public IReadOnlyList<ClaimGroup> Groups => ClaimGroup.Of(View.Claims.Where(c => Status is null || c.Status == Status));

    /// <summary>The citation of the whole talk.</summary>
    public string Citation => Reader.Citation(View.Talk, Request).Plain();

    public async Task<IActionResult> OnGetAsync(string slug, string? status, CancellationToken ct)
    {
        if (await talks.FindAsync(slug, ct) is not { } view)
        {
            return await talks.CurrentSlugAsync(slug, ct) is { } current ? RedirectPermanent(Links.Talk(current)) : NotFound();
        }

        View = view;
        Proposals = view.Talk.HasTranscript ? await same.OfTalkAsync(view.Talk.Slug, ct) : [];
        LookedUp = view.Talk.HasTranscript && view.Claims.Count > 0 ? await evidence.ForTalkAsync(view.Talk.Slug, ct) : LookedUp;
        Status = view.Claims.Any(c => c.Status == status) ? status : null;
        return Page();
    }

    /// <summary>How the transcript came by its times, in words.</summary>
    public string Times() => View.Talk switch
    {
        { HasTranscript: false } => "No transcript",
        { IsTimed: true } => $"On {Show.Count(View.Talk.SegmentCount, "caption line")}",
        _ => "None: places are paragraphs (¶)",
    };

    /// <summary>How the transcript came by its speakers, in words.</summary>
    public string Speakers() => View.Talk switch
    {
        { HasTranscript: false } => "No transcript",
        { IsLabelled: true } => "Labelled in the source",
        _ when View.Turns > 0 => $"Not labelled; {Show.Count(View.Turns, "turn mark")} without names",
        _ => "Not labelled",
    };
}
