using System.Net.Mime;
using System.Security.Cryptography;
using Microsoft.Net.Http.Headers;
using TalkNotes.Core.Export;
using TalkNotes.Core.Talks;

namespace TalkNotes.Web.Exports;

/// <summary>Hands out a talk as a file, <c>/talks/{slug}.md</c> and so on, and many talks as one archive, <c>/talks.zip</c>.</summary>
internal static class TalkFiles
{
    private const int MostNamed = 1_000;

    public static void MapTalkFiles(this IEndpointRouteBuilder endpoints)
    {
        foreach (var format in ExportFormat.All)
        {
            // A slug has no full stop, so each ending means one format.
            endpoints.MapGet(
                $"/talks/{{slug:regex(^[a-z0-9-]+$)}}.{format.Ending}",
                (string slug, string? at, TalkExport export, TalkQueries talks, HttpContext context, CancellationToken ct) =>
                    AnswerAsync(slug, format, at, export, talks, context, ct))
                .ExcludeFromDescription();
        }

        endpoints.MapGet(Links.TalksArchive, ArchiveAsync).WithRequestTimeout(Limits.LongestDownload).ExcludeFromDescription();
    }

    /// <summary>Where files link to: the site as its reader named it.</summary>
    public static ExportSite Site(HttpRequest request) => new(Links.Absolute(request, ""));

    /// <summary>One talk in one format, or many talks as an archive: what the pages and the API both answer.</summary>
    public static async Task<IResult> ArchiveAsync(string? format, string[]? talk, string? at, TalkExport export, TalkQueries talks, HttpContext context, CancellationToken ct)
    {
        var query = context.Request.Query;
        if (!ExportFormat.TryList(format ?? "", out var formats, out var wrong))
        {
            return Results.Problem($"{wrong}. Give them as ?format=md,json", statusCode: StatusCodes.Status400BadRequest, title: "No such format");
        }

        var named = (talk ?? []).Where(t => t.Length > 0).Distinct(StringComparer.Ordinal).ToList();
        if (named.Count > MostNamed)
        {
            return Results.Problem($"Name at most {MostNamed} talks, or use the filters of the list of talks", statusCode: StatusCodes.Status400BadRequest, title: "Too many talks");
        }

        foreach (var slug in named)
        {
            if (await talks.CurrentSlugAsync(slug, ct) is null && await talks.SegmentsAsync(slug, ct) is null)
            {
                return Missing(slug);
            }
        }

        if (named.Count == 1 && formats.Count == 1)
        {
            return await AnswerAsync(named[0], formats[0], at, export, talks, context, ct);
        }

        var slugs = named.Count > 0 ? named : await talks.SlugsAsync(Asked.Talks(query), ct);
        var site = Site(context.Request);
        return Results.Stream(body => TalkArchive.WriteAsync(body, export, slugs, formats, site, ct), MediaTypeNames.Application.Zip, "talknotes.zip");
    }

    private static async Task<IResult> AnswerAsync(
        string slug, ExportFormat format, string? at, TalkExport export, TalkQueries talks, HttpContext context, CancellationToken ct)
    {
        if (await export.FindAsync(slug, ct) is not { } talk)
        {
            return await talks.CurrentSlugAsync(slug, ct) is { } current && current != slug
                ? Results.Redirect(Links.TalkFile(current, format.Ending) + context.Request.QueryString, permanent: true)
                : Missing(slug);
        }

        var site = Site(context.Request);
        if (!string.IsNullOrEmpty(at) && format.Id is "bib" or "csl")
        {
            return SegmentRange.Parse(at, talk.Segments) is { } range
                ? Answer(context, slug, format, Passage(format, Citations.Passage(talk, range, site)))
                : Results.Problem($"The transcript has no place '{at}'; write s3-s8 or 1:58-2:12", statusCode: StatusCodes.Status404NotFound, title: "Not found");
        }

        return format.Write(talk, site) is { } bytes
            ? Answer(context, slug, format, bytes)
            : Results.Problem($"{format.Name}: {format.Lack}", statusCode: StatusCodes.Status404NotFound, title: "Not found");
    }

    private static byte[] Passage(ExportFormat format, Citation citation) =>
        System.Text.Encoding.UTF8.GetBytes(format.Id == "bib" ? citation.BibTex() + "\n" : Citations.Csl([citation]));

    private static IResult Answer(HttpContext context, string slug, ExportFormat format, byte[] bytes)
    {
        context.Response.Headers.ContentDisposition = new ContentDisposition { FileName = $"{slug}.{format.Ending}", Inline = true }.ToString();
        var type = format.MediaType.StartsWith("text/", StringComparison.Ordinal) ? format.MediaType + "; charset=utf-8" : format.MediaType;
        return Results.Bytes(bytes, type, entityTag: Tag(bytes));
    }

    /// <summary>Weak, as compression on the way changes the bytes and not what they say.</summary>
    internal static EntityTagHeaderValue Tag(byte[] bytes) => new($"\"{Convert.ToHexStringLower(SHA256.HashData(bytes))[..32]}\"", isWeak: true);

    private static IResult Missing(string slug) => Results.Problem($"No talk has the address '{slug}'", statusCode: StatusCodes.Status404NotFound, title: "Not found");
}
