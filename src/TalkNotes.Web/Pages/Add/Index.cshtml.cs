using System.Text;
using Microsoft.AspNetCore.Http.Timeouts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TalkNotes.Core.Accounts;
using TalkNotes.Core.Curation;
using TalkNotes.Core.Formats;
using TalkNotes.Core.Ingest;
using TalkNotes.Core.Talks;
using TalkNotes.Web.Accounts;

namespace TalkNotes.Web.Pages.Add;

/// <summary>Give documents: files or pasted text. Nothing is saved before a person has looked it over.</summary>
[RequestSizeLimit(MaxRequestBytes)]
[RequestTimeout(Limits.LongestForADocument)]
[RequestFormLimits(MultipartBodyLengthLimit = MaxRequestBytes, ValueLengthLimit = (int)MaxRequestBytes)]
[Access(Read = Role.Curator)]
public sealed class IndexModel(
    WaitingDocuments waiting, IngestPreviewer previewer, Ingester ingester, TalkQueries talks, TalkDesk facts, SameTalkDesk join, CuratorName curator) : PageModel
{
    private const long MaxRequestBytes = 64L * 1024 * 1024;

    public IReadOnlyList<WaitingDocument> Waiting { get; private set; } = [];

    /// <summary>What was wrong, one sentence a problem; empty when nothing was.</summary>
    public List<string> Problems { get; } = [];

    /// <summary>What was typed into the text field; kept when something was wrong.</summary>
    [BindProperty]
    public string? Text { get; set; }

    /// <summary>The name that was typed for the pasted text.</summary>
    [BindProperty]
    public string? Name { get; set; }

    public void OnGet() => Waiting = waiting.All();

    public async Task<IActionResult> OnPostAsync(List<IFormFile> files, CancellationToken ct)
    {
        var kept = new List<WaitingDocument>();
        foreach (var file in files.Where(f => f.Length > 0))
        {
            using var bytes = new MemoryStream((int)file.Length);
            await file.CopyToAsync(bytes, ct);
            await KeepAsync(file.FileName, bytes.GetBuffer().AsMemory(0, (int)bytes.Length), kept, ct);
        }

        if (!string.IsNullOrWhiteSpace(Text))
        {
            var name = string.IsNullOrWhiteSpace(Name) ? "pasted.txt" : Name.Trim();
            await KeepAsync(name, Encoding.UTF8.GetBytes(Text), kept, ct);
        }

        if (kept.Count == 0 && Problems.Count == 0)
        {
            Problems.Add("Choose a file or paste the text of a document.");
        }

        if (Problems.Count > 0)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            Waiting = waiting.All();
            return Page();
        }

        return Redirect(kept.Count == 1 ? Links.Review(kept[0].Id) : Links.Add);
    }

    /// <summary>Saves everything that waits and can be read without a question.</summary>
    public async Task<IActionResult> OnPostAllAsync(CancellationToken ct)
    {
        var saved = 0;
        foreach (var document in Ingester.InOrder(waiting.All(), d => d.Name))
        {
            var typed = Typed.Read(await waiting.TypedAsync(document.Id, ct));
            if (await waiting.ReadAsync(document.Id, ct) is { } source
                && await previewer.PreviewAsync(source, typed.Format, ct) is var preview
                && await ingester.By(curator.AuthorOf(Request)).IngestAsync(source, typed.Format, ct) is var report)
            {
                if (report.Outcome == IngestOutcome.Failed)
                {
                    Problems.Add($"{document.Name}: {report.Message}. It still waits; open it to choose a format.");
                    continue;
                }

                if (report.Talk is { } added && preview.Result is ParseResult.Parsed { Source: var parsed })
                {
                    var stated = ReviewForm.Of(parsed.Document.Metadata);
                    Problems.AddRange((await typed.Over(stated).RecordAsync(added, stated, talks, facts, join, curator.Of(Request), ct))
                        .Select(refused => $"{document.Name} is saved, but not all that you typed was recorded: {refused}."));
                }

                waiting.Remove(document.Id);
                saved++;
            }
        }

        if (Problems.Count > 0)
        {
            Waiting = waiting.All();
            return Page();
        }

        TempData["Message"] = $"{Show.Count(saved, "document")} saved.";
        return Redirect(Links.Talks);
    }

    private async Task KeepAsync(string name, ReadOnlyMemory<byte> bytes, List<WaitingDocument> kept, CancellationToken ct)
    {
        var (document, refusal) = await waiting.KeepAsync(name, bytes, ct);
        if (document is null)
        {
            Problems.Add($"{name} was not kept: it is {refusal}. A transcript, a note or a summary as text, Markdown, captions or JSON can be read.");
        }
        else
        {
            kept.Add(document);
        }
    }
}
