using Microsoft.AspNetCore.Mvc;
using TalkNotes.Core.Accounts;
using TalkNotes.Core.Curation;
using TalkNotes.Core.Talks;
using TalkNotes.Web.Accounts;

namespace TalkNotes.Web.Pages.Curation;

/// <summary>Put right who somebody is: name, other names, one person under two names, two under one. Each step is shown before it is recorded.</summary>
[Access(Read = Role.Curator)]
public sealed class SpeakerModel(SpeakerQueries speakers, CorrectionQueries corrections, SpeakerDesk desk, CuratorName curator) : CurationPage
{
    public SpeakerView View { get; private set; } = null!;

    public IReadOnlyList<CorrectionView> Corrections { get; private set; } = [];

    public IReadOnlyList<string> Names { get; private set; } = [];

    /// <summary>The other speaker of the merge that is looked at; null when nobody has that name.</summary>
    public SpeakerView? Other { get; private set; }

    [BindProperty(SupportsGet = true)]
    public string? Name { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Into { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Split { get; set; }

    [BindProperty(SupportsGet = true)]
    public List<string> Talks { get; set; } = [];

    /// <summary>The chosen talks of the split that is looked at.</summary>
    public IReadOnlyList<TalkSummary> Parted => [.. View.Talks.Where(t => Talks.Contains(t.Slug))];

    /// <summary>Who has the other name of the split already; null when nobody has.</summary>
    public SpeakerView? Known { get; private set; }

    /// <summary>Whether the other name of the split is the same name.</summary>
    public bool Namesake => Split?.Trim().Equals(View.Name, StringComparison.OrdinalIgnoreCase) == true;

    /// <summary>Another name, as typed.</summary>
    [BindProperty]
    public string? Also { get; set; }

    /// <summary>The name when the form was opened.</summary>
    [BindProperty]
    public string? Seen { get; set; }

    public int Turns => View.Talks.SelectMany(t => t.People).Where(p => p.Slug == View.Slug).Sum(p => p.Turns);

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken ct) => await ShowAsync(slug, ct);

    public async Task<IActionResult> OnPostNameAsync(string slug, CancellationToken ct) =>
        await RecordAsync(slug, desk.RenameAsync(slug, Name, Seen, curator.Of(Request), ct), Links.Speaker(slug), ct);

    public async Task<IActionResult> OnPostAlsoAsync(string slug, CancellationToken ct) =>
        await RecordAsync(slug, desk.AlsoAsync(slug, Also, curator.Of(Request), ct), Links.CorrectSpeaker(slug), ct);

    public async Task<IActionResult> OnPostIntoAsync(string slug, CancellationToken ct) =>
        await RecordAsync(slug, desk.MergeAsync(slug, Into, curator.Of(Request), ct), Links.Speaker(slug), ct);

    public async Task<IActionResult> OnPostSplitAsync(string slug, CancellationToken ct) =>
        await RecordAsync(slug, desk.SplitAsync(slug, Talks, Split, curator.Of(Request), ct), Links.Speaker(slug), ct);

    private async Task<IActionResult> RecordAsync(string slug, Task<CurationOutcome> recording, string next, CancellationToken ct) =>
        await AnswerAsync(await recording, next, () => ShowAsync(slug, ct));

    private async Task<IActionResult> ShowAsync(string slug, CancellationToken ct)
    {
        if (await speakers.FindAsync(slug, ct) is not { } view)
        {
            return await speakers.CurrentSlugAsync(slug, ct) is { } current ? RedirectPermanent(Links.CorrectSpeaker(current)) : NotFound();
        }

        View = view;
        Corrections = await corrections.OfSpeakerAsync(slug, ct);
        Names = await corrections.NamesAsync(ct);
        Other = await NamedAsync(Into, ct);
        Known = await NamedAsync(Split, ct);
        return Page();
    }

    private async Task<SpeakerView?> NamedAsync(string? name, CancellationToken ct) =>
        !string.IsNullOrWhiteSpace(name) && (await speakers.ListAsync(ct)).FirstOrDefault(s => s.Slug == name.Trim() || s.Name.Equals(name.Trim(), StringComparison.OrdinalIgnoreCase)) is { } other
            ? await speakers.FindAsync(other.Slug, ct) : null;
}
