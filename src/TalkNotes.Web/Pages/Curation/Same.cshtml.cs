using Microsoft.AspNetCore.Mvc;
using TalkNotes.Core.Accounts;
using TalkNotes.Core.Curation;
using TalkNotes.Core.Talks;
using TalkNotes.Web.Accounts;

namespace TalkNotes.Web.Pages.Curation;

/// <summary>The same talk? Shows two talks side by side; a person says whether they are one.</summary>
[Access(Read = Role.Curator)]
public sealed class SameModel(TalkQueries talks, SameTalks proposals, SameTalkDesk desk, CuratorName curator) : CurationPage
{
    public TalkView View { get; private set; } = null!;

    /// <summary>The talk that would become part of this one; null until it is named.</summary>
    public TalkView? Other { get; private set; }

    /// <summary>How much of the shorter transcript stands in the other; null when nothing proposes them.</summary>
    public double? Share { get; private set; }

    /// <summary>Address or slug of the other talk.</summary>
    [BindProperty(SupportsGet = true)]
    public string? As { get; set; }

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken ct) => await ShowAsync(slug, ct);

    public async Task<IActionResult> OnPostAsync(string slug, bool same, CancellationToken ct)
    {
        var recording = same ? desk.JoinAsync(slug, As ?? "", curator.Of(Request), ct) : desk.KeepApartAsync(slug, As ?? "", curator.Of(Request), ct);
        return await AnswerAsync(await recording, Links.Talk(slug), () => ShowAsync(slug, ct));
    }

    private async Task<IActionResult> ShowAsync(string slug, CancellationToken ct)
    {
        if (await talks.FindAsync(slug, ct) is not { } view)
        {
            return await talks.CurrentSlugAsync(slug, ct) is { } current ? RedirectPermanent(Links.SameTalk(current, As)) : NotFound();
        }

        View = view;
        if (!string.IsNullOrWhiteSpace(As))
        {
            var other = SameTalkDesk.SlugIn(As);
            Other = await talks.FindAsync(other, ct);
            Share = (await proposals.OfTalkAsync(slug, ct)).FirstOrDefault(p => p.Other == other)?.Share;
        }

        return Page();
    }
}
