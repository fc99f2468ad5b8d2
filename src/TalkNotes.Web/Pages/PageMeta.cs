using System.Text.Json.Nodes;
using TalkNotes.Core.Claims;
using TalkNotes.Core.Export;
using TalkNotes.Core.Talks;
using TalkNotes.Web.Exports;
using TalkNotes.Web.Pages.Talks;

namespace TalkNotes.Web.Pages;

/// <summary>What a page says of itself to machines; drawn by <c>_Meta.cshtml</c>.</summary>
public sealed record PageMeta
{
    /// <summary>Title, as a link preview shows it.</summary>
    public required string Title { get; init; }

    /// <summary>A sentence or two, or null.</summary>
    public string? Description { get; init; }

    /// <summary>The one absolute address of the page.</summary>
    public required string Address { get; init; }

    /// <summary>The same in schema.org's words, or null.</summary>
    public JsonObject? Data { get; init; }

    /// <summary>Other forms of it: media type, title, address.</summary>
    public IReadOnlyList<(string Type, string Title, string Address)> Alternates { get; init; } = [];

    /// <summary>A talk.</summary>
    public static PageMeta Of(TalkView view, HttpRequest request)
    {
        ArgumentNullException.ThrowIfNull(view);
        var (talk, site) = (view.Talk, TalkFiles.Site(request));
        return new PageMeta
        {
            Title = Show.Title(talk.Title),
            Description = view.Summary is { } summary ? Show.Short(summary, 300) : null,
            Address = site.Talk(talk.Slug),
            Data = SchemaOrg.Talk(talk, view.Summary, view.Chapters, site),
            Alternates =
            [
                .. DownloadView.Formats(talk).Select(f => (f.MediaType, f.Name, Links.TalkFile(talk.Slug, f.Ending))),
                (AtomWriter.MediaType, "Verdicts on claims of this talk", $"{Links.ClaimsFeed}?talk={Uri.EscapeDataString(talk.Slug)}"),
            ],
        };
    }

    /// <summary>A transcript, or the words in it that the address points at.</summary>
    public static PageMeta Of(TalkSummary talk, SelectionView? words, HttpRequest request)
    {
        ArgumentNullException.ThrowIfNull(talk);
        var site = TalkFiles.Site(request);
        return words is null
            ? new PageMeta { Title = $"Transcript: {Show.Title(talk.Title)}", Address = Links.Absolute(request, Links.Transcript(talk.Slug)) }
            : new PageMeta
            {
                Title = $"{words.Who ?? Show.Title(talk.Title)}, {words.Place}",
                Description = $"“{Show.Short(words.Citation.Words ?? "", 300)}” {Show.Title(talk.Title)}",
                Address = words.Link.Split('#')[0],
                Data = SchemaOrg.Quotation(words.Citation, words.Link, talk, site),
                Alternates =
                [
                    ("application/x-bibtex", "BibTeX", $"{Links.TalkFile(talk.Slug, "bib")}?at={words.Range}"),
                    ("application/vnd.citationstyles.csl+json", "CSL-JSON", $"{Links.TalkFile(talk.Slug, "csl.json")}?at={words.Range}"),
                ],
            };
    }

    /// <summary>A claim.</summary>
    public static PageMeta Of(ClaimPage page, TalkSummary? talk, HttpRequest request)
    {
        ArgumentNullException.ThrowIfNull(page);
        var site = TalkFiles.Site(request);
        return new PageMeta
        {
            Title = $"{Status.Label(page.Claim.Status)}: {Show.Short(page.Claim.Text, 100)}",
            Description = page.Claim.Text,
            Address = site.Claim(page.Claim.Id),
            Data = talk is null ? null : SchemaOrg.Claim(page, talk, site),
            Alternates = [("application/json", "JSON", $"/api/v1/claims/{Uri.EscapeDataString(page.Claim.Id)}")],
        };
    }
}
