using Microsoft.AspNetCore.Http.Timeouts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TalkNotes.Core.Accounts;
using TalkNotes.Core.Curation;
using TalkNotes.Core.Documents;
using TalkNotes.Core.Formats;
using TalkNotes.Core.Ingest;
using TalkNotes.Core.Talks;
using TalkNotes.Web.Accounts;

namespace TalkNotes.Web.Pages.Add;

/// <summary>Look a document over before it is saved: what was recognised, found, doubted and not understood.</summary>
[RequestTimeout(Limits.LongestForADocument)]
[Access(Read = Role.Curator)]
public sealed class ReviewModel(WaitingDocuments waiting, IngestPreviewer previewer, Ingester ingester, SameTalks same, TalkQueries talks, TalkDesk facts, SameTalkDesk join, CuratorName curator) : PageModel
{
    private const int ShownLines = 40;
    private const int ShownSegments = 4;

    public WaitingDocument Document { get; private set; } = null!;

    public IngestPreview Preview { get; private set; } = null!;

    /// <summary>The format that the person chose instead of the recognised one; null lets the content decide.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Format { get; set; }

    /// <summary>What is put right while adding.</summary>
    [BindProperty]
    public ReviewForm Form { get; set; } = new();

    /// <summary>Talks with the same words, for a document that names none.</summary>
    public IReadOnlyList<(string Talk, string? Title, double Share)> Alike { get; private set; } = [];

    /// <summary>The next document that waits, or null.</summary>
    public WaitingDocument? Next => waiting.All().FirstOrDefault(d => d.Id != Document.Id);

    /// <summary>Names of fields whose value the format doubts though it was taken over.</summary>
    public string? Guess(string field) => Doubts.FirstOrDefault(d => d.Key.Equals(field, StringComparison.OrdinalIgnoreCase) && d.Value.Length > 0)?.Doubt;

    /// <summary>Why saving failed; null otherwise.</summary>
    public string? Problem { get; private set; }

    /// <summary>What was understood; null when no format was chosen.</summary>
    public ParsedSource? Parsed => (Preview.Result as ParseResult.Parsed)?.Source;

    /// <summary>Fields that were stated and not taken over, with the reason.</summary>
    public IEnumerable<MetadataField> Doubts => Parsed?.Document.Metadata.Fields.Where(f => f.Doubt is not null) ?? [];

    /// <summary>The first lines that were not understood.</summary>
    public IEnumerable<(int Line, string Text)> NotUnderstood => Parsed is not { } parsed ? [] : parsed.Ledger.Unrecognised()
        .SelectMany(run => Enumerable.Range(run.First, run.Count))
        .Take(ShownLines)
        .Select(line => (line, parsed.Source.Lines[line - 1]));

    /// <summary>How the first words will read.</summary>
    public IEnumerable<(int N, Segment Segment)> Sample => Parsed?.Document.Segments.Index().Take(ShownSegments).Select(s => (s.Index, s.Item)) ?? [];

    public async Task<IActionResult> OnGetAsync(string id, CancellationToken ct) =>
        await LoadAsync(id, ct) is null ? NotFound() : Page();

    public async Task<IActionResult> OnPostAsync(string id, CancellationToken ct)
    {
        if (await LoadAsync(id, ct) is not { } source)
        {
            return NotFound();
        }

        var report = await ingester.By(curator.AuthorOf(Request)).IngestAsync(source, Format, ct);
        if (report.Outcome == IngestOutcome.Failed)
        {
            Problem = report.Message;
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return Page();
        }

        waiting.Remove(id);
        if (report.Talk is { } added && Parsed is { } parsed)
        {
            var refused = await Form.RecordAsync(added, ReviewForm.Of(parsed.Document.Metadata), talks, facts, join, curator.Of(Request), ct);
            if (refused.Count > 0)
            {
                TempData["Message"] = $"Saved, but not all that you typed was recorded: {string.Join("; ", refused)}";
                return Redirect(Links.CorrectTalk(added));
            }
        }

        TempData["Message"] = report.Outcome is IngestOutcome.Unchanged or IngestOutcome.Duplicate
            ? "These bytes were here already; nothing was changed."
            : $"Saved, with {Show.Count(report.Segments, "segment")} and {Show.Count(report.Claims?.New ?? 0, "new claim")}.";
        return Redirect(report.Talk is { } talk ? Links.Talk(talk) : Links.Talks);
    }

    /// <summary>Reads the document as another format; what was typed stays.</summary>
    public async Task<IActionResult> OnPostReadAsync(string id, CancellationToken ct) => await KeepAsync(id, Links.Review(id), ct);

    /// <summary>Leaves the document for later, with what was typed.</summary>
    public async Task<IActionResult> OnPostLaterAsync(string id, CancellationToken ct) => await KeepAsync(id, Links.Add, ct);

    public IActionResult OnPostDiscard(string id)
    {
        waiting.Remove(id);
        TempData["Message"] = "The document was given up; nothing of it was saved.";
        return Redirect(Links.Add);
    }

    /// <summary>What was typed is compared with what was shown: with the document as its format so far reads it.</summary>
    private async Task<IActionResult> KeepAsync(string id, string next, CancellationToken ct)
    {
        if (waiting.Find(id) is null || await waiting.ReadAsync(id, ct) is not { } source)
        {
            return NotFound();
        }

        var before = Typed.Read(await waiting.TypedAsync(id, ct));
        var shown = (await previewer.PreviewAsync(source, before.Format, ct)).Result as ParseResult.Parsed;
        var typed = shown is null ? before : Typed.Of(Form, ReviewForm.Of(shown.Source.Document.Metadata), before.Format);
        var lost = before.Names.Where(n => !Form.Labels.Contains(n.Key)); // labels that this format does not see may come back
        typed = typed with { Format = string.IsNullOrEmpty(Format) ? null : Format, Names = typed.Names.Concat(lost).ToDictionary(n => n.Key, n => n.Value, StringComparer.Ordinal) };
        await waiting.KeepTypedAsync(id, typed.Write(), ct);
        return Redirect(next);
    }

    private async Task<SourceText?> LoadAsync(string id, CancellationToken ct)
    {
        if (waiting.Find(id) is not { } document || await waiting.ReadAsync(id, ct) is not { } source)
        {
            return null;
        }

        Document = document;
        var typed = Typed.Read(await waiting.TypedAsync(id, ct));
        Format = !string.IsNullOrEmpty(Format) ? Format : HttpMethods.IsPost(Request.Method) ? null : typed.Format;
        Preview = await previewer.PreviewAsync(source, Format, ct);
        if (Parsed is { } parsed)
        {
            Form = HttpMethods.IsPost(Request.Method) ? Form : typed.Over(ReviewForm.Of(parsed.Document.Metadata));
            Alike = Preview.Talk is null ? await same.OfTextsAsync(parsed.Document.Segments.Select(s => s.Text), ct) : [];
        }

        return source;
    }
}
