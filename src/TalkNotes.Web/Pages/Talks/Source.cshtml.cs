using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TalkNotes.Core.Documents;
using TalkNotes.Core.Talks;

namespace TalkNotes.Web.Pages.Talks;

/// <summary>One source, line by line, with what became of each line.</summary>
public sealed class SourceModel(SourceQueries sources) : PageModel
{
    private const int LinesPerPage = 500; // a table is laid out as a whole before anything of it is seen

    private const int LongestLine = 2_000; // a file may be one line of megabytes

    public SourceView View { get; private set; } = null!;

    /// <summary>The page of lines shown, from 1.</summary>
    public int PageNumber { get; private set; } = 1;

    /// <summary>The line that the address points at, or null.</summary>
    public int? Line { get; private set; }

    public Pager Pager => Pager.Over(View.Lines.Count, LinesPerPage, PageNumber, page => $"{Links.Source(View.Talk, View.Source.N)}?page={Show.Plain(page)}");

    /// <summary>The lines of this page in runs of one owner; blank lines stay with the run before them.</summary>
    public IEnumerable<(LineKind Kind, string Owner, IReadOnlyList<SourceLine> Lines)> Runs()
    {
        var lines = View.Lines.Skip((PageNumber - 1) * LinesPerPage).Take(LinesPerPage).ToList();
        for (var first = 0; first < lines.Count;)
        {
            var end = first + 1;
            while (end < lines.Count && (lines[end].Kind == LineKind.Blank || (lines[end].Kind, lines[end].Owner) == (lines[first].Kind, lines[first].Owner)))
            {
                end++;
            }

            yield return (lines[first].Kind, lines[first].Owner, lines[first..end]);
            first = end;
        }
    }

    /// <summary>A line as far as the page shows it; the file has the rest.</summary>
    public string Shown(SourceLine line) => line.Text[..(line.Text.Length - Hidden(line))];

    /// <summary>How many characters of a line the page leaves out.</summary>
    public int Hidden(SourceLine line)
    {
        var isInsidePair = line.Text.Length > LongestLine && char.IsLowSurrogate(line.Text[LongestLine]);
        return Math.Max(0, line.Text.Length - LongestLine + (isInsidePair ? 1 : 0));
    }

    public async Task<IActionResult> OnGetAsync(string slug, int n, int? line, int? page, CancellationToken ct)
    {
        if (await sources.FindAsync(slug, n, ct) is not { } view)
        {
            return NotFound();
        }

        View = view;
        Line = line is { } l && l >= 1 && l <= view.Lines.Count ? l : null;
        PageNumber = Line is { } wanted ? ((wanted - 1) / LinesPerPage) + 1 : Math.Clamp(page ?? 1, 1, Math.Max(1, (view.Lines.Count + LinesPerPage - 1) / LinesPerPage));
        return Page();
    }
}
