using Microsoft.AspNetCore.Mvc;
using TalkNotes.Core.Accounts;
using TalkNotes.Core.Curation;
using TalkNotes.Core.Talks;
using TalkNotes.Web.Accounts;

namespace TalkNotes.Web.Pages.Curation;

/// <summary>Who said this? Gives a range of segments, or everything under its label, to somebody.</summary>
[Access(Read = Role.Curator)]
public sealed class WhoModel(TalkQueries talks, CorrectionQueries corrections, TalkDesk desk, CuratorName curator) : CurationPage
{
    private const int Shown = 12;

    public TranscriptView View { get; private set; } = null!;

    public SegmentRange Range { get; private set; }

    /// <summary>The place as the address names it.</summary>
    [BindProperty(SupportsGet = true)]
    public string? At { get; set; }

    /// <summary>Number of the source whose transcript has the place; null for the one that counts.</summary>
    [BindProperty(SupportsGet = true)]
    public int? Source { get; set; }

    /// <summary>The name typed.</summary>
    [BindProperty]
    public string? Name { get; set; }

    public IReadOnlyList<string> Names { get; private set; } = [];

    /// <summary>The first segments of the range.</summary>
    public IEnumerable<TranscriptSegment> Segments => View.Segments.Skip(Range.First).Take(Math.Min(Shown, Count));

    public int Count => Range.Last - Range.First + 1;

    /// <summary>The label as written that governs the whole range; null where there is none, or several.</summary>
    public string? Label { get; private set; }

    /// <summary>How many segments stand under that label.</summary>
    public int UnderLabel { get; private set; }

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken ct) => await ShowAsync(slug, ct);

    public async Task<IActionResult> OnPostAsync(string slug, bool everywhere, CancellationToken ct)
    {
        var page = await ShowAsync(slug, ct);
        if (View is null)
        {
            return page;
        }

        var recorded = everywhere && Label is not null
            ? await desk.NameLabelAsync(slug, Label, Name, curator.Of(Request), ct)
            : await desk.NameTurnsAsync(slug, Source, Range.First, Range.Last, Name, curator.Of(Request), ct);
        return await AnswerAsync(recorded, Links.Segments(slug, Range.First, Range.Last, Source), () => Task.FromResult(page));
    }

    private async Task<IActionResult> ShowAsync(string slug, CancellationToken ct)
    {
        if (await talks.TranscriptAsync(slug, Source, ct) is not { } view || SegmentRange.Parse(At, view.Segments) is not { } range)
        {
            return await talks.CurrentSlugAsync(slug, ct) is { } current ? RedirectPermanent(Links.Who(current, At, Source)) : NotFound();
        }

        (View, Range) = (view, range);
        Names = await corrections.NamesAsync(ct);
        var labels = view.Segments.Skip(range.First).Take(Count).Select(Written).Distinct().ToList();
        Label = labels is [{ } label] ? label : null;
        UnderLabel = Label is null ? 0 : view.Segments.Count(s => Written(s) == Label);
        return Page();
    }

    private static string? Written(TranscriptSegment segment) => segment.IsNamedByPerson ? segment.Label : segment.Speaker;
}
