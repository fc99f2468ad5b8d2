using Microsoft.AspNetCore.Mvc;
using TalkNotes.Core.Accounts;
using TalkNotes.Core.Curation;
using TalkNotes.Core.Talks;
using TalkNotes.Web.Accounts;
using TalkNotes.Web.Pages.Talks;

namespace TalkNotes.Web.Pages.Curation;

/// <summary>Misheard? Shows where words would read otherwise, then records it.</summary>
[Access(Read = Role.Curator)]
public sealed class MisheardModel(TalkQueries talks, WordsDesk desk, CuratorName curator) : CurationPage
{
    public TalkSummary Talk { get; private set; } = null!;

    [BindProperty(SupportsGet = true)]
    public string? At { get; set; }

    [BindProperty(SupportsGet = true)]
    public int? From { get; set; }

    [BindProperty(SupportsGet = true)]
    public int? To { get; set; }

    /// <summary>Number of the source whose transcript has the place; null for the one that counts.</summary>
    [BindProperty(SupportsGet = true)]
    public int? Source { get; set; }

    /// <summary>The words as written.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Heard { get; set; }

    /// <summary>As they should read.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Said { get; set; }

    /// <summary>The one place, or null.</summary>
    public SegmentRange? Range { get; private set; }

    /// <summary>Where the words stand; null until both are typed.</summary>
    public WordsPreview? Preview { get; private set; }

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken ct) => await ShowAsync(slug, ct);

    public async Task<IActionResult> OnPostAsync(string slug, WordsReach reach, CancellationToken ct)
    {
        var page = await ShowAsync(slug, ct);
        if (Talk is null)
        {
            return page;
        }

        var draft = new WordsDraft(slug, Heard, Said, reach, Range?.First, Range?.Last, From, To, Source);
        var next = Range is { } range ? Links.Segments(slug, range.First, range.Last, Source) : Preview?.Places is [{ } first, ..] ? Links.Segments(first.Talk, first.Segment, first.Segment) : Links.Transcript(slug);
        return await AnswerAsync(await desk.CorrectAsync(draft, curator.Of(Request), ct), next, () => Task.FromResult(page));
    }

    private async Task<IActionResult> ShowAsync(string slug, CancellationToken ct)
    {
        if (await talks.TranscriptAsync(slug, Source, ct) is not { } view)
        {
            return await talks.CurrentSlugAsync(slug, ct) is { } current ? RedirectPermanent(Links.Misheard(current) + Request.QueryString) : NotFound();
        }

        Talk = view.Talk;
        Range = SegmentRange.Parse(At, view.Segments);
        if (Heard is null && Range is { } range)
        {
            var segments = view.Segments.Skip(range.First).Take(range.Last - range.First + 1).Select(s => s with { Corrections = null }).ToList();
            Heard = SelectionView.Cut(segments, From, To);
        }

        Preview = string.IsNullOrWhiteSpace(Heard) || string.IsNullOrWhiteSpace(Said) ? null : await desk.PreviewAsync(new WordsDraft(slug, Heard, Said, WordsReach.Library, Source: Source), ct);
        return Page();
    }
}
