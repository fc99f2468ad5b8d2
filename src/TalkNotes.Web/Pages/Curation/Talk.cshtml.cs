using Microsoft.AspNetCore.Mvc;
using TalkNotes.Core.Accounts;
using TalkNotes.Core.Curation;
using TalkNotes.Core.Talks;
using TalkNotes.Web.Accounts;

namespace TalkNotes.Web.Pages.Curation;

/// <summary>Put a talk right: its facts, its topics, who takes part, who its labels stand for.</summary>
[Access(Read = Role.Curator)]
public sealed class TalkModel(TalkQueries talks, CorrectionQueries corrections, TalkDesk desk, CuratorName curator) : CurationPage
{
    public TalkView View { get; private set; } = null!;

    public TalkCuration Curation { get; private set; } = null!;

    /// <summary>Names to choose from.</summary>
    public IReadOnlyList<string> Names { get; private set; } = [];

    /// <summary>The facts in the form: as on record, or as typed.</summary>
    public TalkForm Form { get; private set; } = new();

    /// <summary>What would change, before it is recorded; empty when nothing was asked yet.</summary>
    public IReadOnlyList<(string Field, string? Before, string? After)> Changes { get; private set; } = [];

    /// <summary>The name typed beside a label, or for somebody who takes part; kept when it was refused.</summary>
    public string? Typed { get; private set; }

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken ct) => await ShowAsync(slug, null, ct);

    /// <summary>Shows what the form would change; the second time records it.</summary>
    public async Task<IActionResult> OnPostAsync(string slug, [FromForm] TalkForm form, bool sure, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(form);
        if (!sure)
        {
            var page = await ShowAsync(slug, form, ct);
            if (View is not null && Changes.Count == 0)
            {
                return await AnswerAsync(new CurationOutcome.Invalid("", "Nothing differs from what is on record"), "", () => Task.FromResult(page));
            }

            return page;
        }

        return await AnswerAsync(await desk.CorrectAsync(slug, form.ToDraft(), curator.Of(Request), ct), Links.Talk(slug), () => ShowAsync(slug, form, ct));
    }

    public Task<IActionResult> OnPostTranscriptAsync(string slug, int source, CancellationToken ct) =>
        RecordAsync(slug, null, desk.ChooseTranscriptAsync(slug, source, curator.Of(Request), ct), ct);

    public Task<IActionResult> OnPostLabelAsync(string slug, string? label, string? name, CancellationToken ct) =>
        RecordAsync(slug, name, desk.NameLabelAsync(slug, label ?? "", name, curator.Of(Request), ct), ct);

    public Task<IActionResult> OnPostPartAsync(string slug, string? name, string? role, CancellationToken ct) =>
        RecordAsync(slug, name, desk.TakesPartAsync(slug, name ?? "", role != "none", role is "host" or "guest" ? role : null, curator.Of(Request), ct), ct);

    private async Task<IActionResult> RecordAsync(string slug, string? name, Task<CurationOutcome> recording, CancellationToken ct)
    {
        Typed = name;
        return await AnswerAsync(await recording, Links.CorrectTalk(slug), () => ShowAsync(slug, null, ct));
    }

    private async Task<IActionResult> ShowAsync(string slug, TalkForm? form, CancellationToken ct)
    {
        if (await talks.FindAsync(slug, ct) is not { } view || await corrections.OfTalkAsync(slug, ct) is not { } curation)
        {
            return await talks.CurrentSlugAsync(slug, ct) is { } current ? RedirectPermanent(Links.CorrectTalk(current)) : NotFound();
        }

        var onRecord = TalkForm.Of(view.Talk, curation.Newest);
        (View, Curation, Form) = (view, curation, form ?? onRecord);
        Names = await corrections.NamesAsync(ct);
        Changes = form is null ? [] : [.. onRecord.Fields().Zip(form.Fields()).Where(f => f.First.Value != f.Second.Value).Select(f => (f.First.Name, f.First.Value, f.Second.Value))];
        return Page();
    }
}
