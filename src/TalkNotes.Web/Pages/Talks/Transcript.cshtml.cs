using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TalkNotes.Core.Talks;

namespace TalkNotes.Web.Pages.Talks;

/// <summary>The reader: a transcript with its chapters, claims beside the words, and words to find or to quote.</summary>
public sealed class TranscriptModel(TalkQueries talks) : PageModel
{
    /// <summary>From this many words on, the browser lays paragraphs out only when they come near; until then they may move by a hair.</summary>
    private const int LongWords = 20_000;

    /// <summary>The place that the address points at, as given; null when it points at none.</summary>
    [BindProperty(SupportsGet = true)]
    public string? At { get; set; }

    /// <summary>Number of the source whose transcript is read; null for the one that counts.</summary>
    [BindProperty(SupportsGet = true)]
    public int? Source { get; set; }

    /// <summary>Words of that place to mark (<see cref="WordMarks"/>), or null.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Mark { get; set; }

    /// <summary>Words to find, as typed.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Find { get; set; }

    /// <summary>The match to show, from 1.</summary>
    [BindProperty(SupportsGet = true)]
    public int Hit { get; set; } = 1;

    /// <summary><c>lines</c> for caption lines as they came in; anything else for paragraphs.</summary>
    [BindProperty(SupportsGet = true)]
    public string? View { get; set; }

    /// <summary><c>off</c> hides the claims beside the words.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Notes { get; set; }

    public Reader Reader { get; private set; } = null!;

    public TalkSummary Talk => Reader.View.Talk;

    public bool IsLines => View == "lines";

    public bool HasNotes => Notes != "off";

    public bool IsLong => Talk.WordCount > LongWords;

    /// <summary>Where the words looked for stand in the talk; null when none are.</summary>
    public Timeline? Timeline => Reader.Matches.Count == 0 ? null : Timeline.Of(Reader.View, Reader.Matches.Select(m => m.Parts[0].Segment));

    /// <summary>The words that the address points at, or null.</summary>
    public SelectionView? Selection => Reader.Target is { } range ? SelectionView.Of(Reader.View, range, null, null, Request) : null;

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken ct)
    {
        if (await talks.TranscriptAsync(slug, Source, ct) is not { } view)
        {
            return await MissingAsync(slug, ct);
        }

        Reader = new Reader(view, At, Mark, Find, Hit, IsLines, HasNotes);
        return Page();
    }

    /// <summary>The bar for words that a reader has just selected, alone.</summary>
    public async Task<IActionResult> OnGetSelectionAsync(string slug, int? from, int? to, CancellationToken ct)
    {
        return await talks.TranscriptAsync(slug, Source, ct) is { } view && SegmentRange.Parse(At, view.Segments) is { } range
            ? Partial("_Selection", SelectionView.Of(view, range, from, to, Request))
            : NotFound();
    }

    /// <summary>This page with another match, view or notes; everything else stays as it is.</summary>
    public string With(string? view = null, string? notes = null, int? hit = null)
    {
        var query = new Microsoft.AspNetCore.Http.Extensions.QueryBuilder();
        Add("at", At);
        Add("source", Source is { } s ? Show.Plain(s) : null);
        Add("mark", Mark);
        Add("find", Find);
        Add("hit", hit is { } n ? Show.Plain(n) : null);
        Add("view", view ?? View);
        Add("notes", notes ?? Notes);
        var anchor = hit is { } h ? $"#s{Reader.Matches[h - 1].Parts[0].Segment}" : "";
        return Links.Transcript(Talk.Slug) + query + anchor;

        void Add(string name, string? value)
        {
            if (!string.IsNullOrEmpty(value))
            {
                query.Add(name, value);
            }
        }
    }

    private async Task<IActionResult> MissingAsync(string slug, CancellationToken ct)
    {
        if (await talks.CurrentSlugAsync(slug, ct) is { } current)
        {
            return RedirectPermanent(Links.Transcript(current) + Request.QueryString);
        }

        // A talk without a transcript says so on its own page, with what to do about it.
        return await talks.SegmentsAsync(slug, ct) is null ? NotFound() : Redirect(Links.Talk(slug));
    }
}
