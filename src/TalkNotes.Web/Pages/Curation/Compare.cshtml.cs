using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TalkNotes.Core.Talks;

namespace TalkNotes.Web.Pages.Curation;

/// <summary>How two transcripts of a talk differ, word by word.</summary>
public sealed class CompareModel(TalkQueries talks) : PageModel
{
    private const int LongRun = 100;
    private const int Shown = 25;

    /// <summary>The transcript that counts, or the one asked for.</summary>
    public TranscriptView First { get; private set; } = null!;

    public TranscriptView Second { get; private set; } = null!;

    public TranscriptDifference Difference { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string slug, int? a, int? b, CancellationToken ct)
    {
        if (await talks.TranscriptAsync(slug, a, ct) is not { } first)
        {
            return await talks.CurrentSlugAsync(slug, ct) is { } current ? RedirectPermanent(Links.Compare(current, a, b)) : NotFound();
        }

        if ((b ?? first.Transcripts.FirstOrDefault(t => t.Source != first.Source)?.Source) is not { } other
            || await talks.TranscriptAsync(slug, other, ct) is not { } second)
        {
            return NotFound();
        }

        (First, Second) = (first, second);
        Difference = TranscriptDifference.Of(first.Segments, second.Segments);
        return Page();
    }

    /// <summary>Runs as paragraphs.</summary>
    public IEnumerable<IReadOnlyList<TranscriptRun>> Paragraphs()
    {
        const int Enough = 60;
        var paragraph = new List<TranscriptRun>();
        var words = 0;
        foreach (var run in Difference.Runs)
        {
            if (words >= Enough && run.Op == "equal")
            {
                yield return paragraph;
                (paragraph, words) = ([], 0);
            }

            if (run.Op == "equal" && run.Words > LongRun)
            {
                // Of a long stretch that is the same, the ends are read; the middle is folded.
                var all = run.Text.Split(' ');
                paragraph.Add(run with { Text = string.Join(' ', all[..Shown]) });
                paragraph.Add(run with { Op = "same", Text = string.Join(' ', all[Shown..^Shown]), Words = all.Length - (2 * Shown) });
                yield return paragraph;
                (paragraph, words) = ([run with { Text = string.Join(' ', all[^Shown..]) }], Shown);
                continue;
            }

            paragraph.Add(run);
            words += run.Words;
        }

        if (paragraph.Count > 0)
        {
            yield return paragraph;
        }
    }
}
