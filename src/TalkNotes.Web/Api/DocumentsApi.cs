using Microsoft.AspNetCore.Http.Timeouts;
using Microsoft.AspNetCore.Mvc;
using TalkNotes.Core.Documents;
using TalkNotes.Core.Formats;
using TalkNotes.Core.Ingest;

namespace TalkNotes.Web.Api;

/// <summary><c>POST /talks</c> and <c>POST /inspect</c>: takes one document in, or looks at it, as the body that it is.</summary>
internal static class DocumentsApi
{
    private const long LargestDocument = 64L * 1024 * 1024;
    private const int LongestName = 255;

    public static void MapDocuments(this IEndpointRouteBuilder api)
    {
        api.MapPost("/talks", TakeInAsync).WithName("take-in").WithSummary("Takes a document in: its bytes are the body, name is the file's name")
            .Produces<DocumentReport>(StatusCodes.Status201Created).Produces<DocumentReport>().As();
        api.MapPost("/inspect", InspectAsync).WithName("inspect").WithSummary("What would be understood of a document; nothing of it is kept")
            .Produces<InspectReport>().As();
    }

    private static void As(this RouteHandlerBuilder route) => route.WithTags("talks")
        .WithMetadata(new RequestSizeLimitAttribute(LargestDocument), new RequestTimeoutAttribute(Limits.LongestForADocument)).DisableAntiforgery().Accepts<Stream>("*/*").Refuses();

    private static async Task<IResult> InspectAsync(string? name, string? format, HttpRequest request, CancellationToken ct)
    {
        if (await ReadAsync(name, request, ct) is not { } source)
        {
            return Unnamed();
        }

        return SourceFormats.Parse(source, string.IsNullOrEmpty(format) ? null : format) switch
        {
            ParseResult.Parsed parsed => TypedResults.Ok(InspectReport.Of(parsed.Source)),
            ParseResult.Refused refused => Problems.Invalid([("document", refused.Reason.Message)]),
            _ => throw new InvalidOperationException("A format answers with a document or a refusal."),
        };
    }

    private static async Task<IResult> TakeInAsync(string? name, string? format, HttpRequest request, Ingester ingester, CuratorName curator, CancellationToken ct)
    {
        if (await ReadAsync(name, request, ct) is not { } source)
        {
            return Unnamed();
        }

        var report = await ingester.By(curator.AuthorOf(request)).IngestAsync(source, string.IsNullOrEmpty(format) ? null : format, ct);
        return report.Outcome switch
        {
            IngestOutcome.Failed => Problems.Invalid([("document", report.Message ?? "It could not be taken in")]),
            IngestOutcome.Added => TypedResults.Created($"{ApiRoutes.Prefix}/talks/{report.Talk}", report),
            _ => TypedResults.Ok(report),
        };
    }

    /// <summary>The body under the last part of its name; null when there is no such name.</summary>
    private static async Task<SourceText?> ReadAsync(string? name, HttpRequest request, CancellationToken ct)
    {
        var path = new string([.. (name ?? "").Replace('\\', '/').Split('/')[^1].Where(c => !char.IsControl(c))]).Trim();
        if (path.Length is 0 or > LongestName || path.Trim('.').Length == 0)
        {
            return null;
        }

        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body, ct);
        return SourceText.FromBytes(path, body.ToArray());
    }

    private static IResult Unnamed() => Problems.Invalid([("name", "Give the file's name, as name=talk.vtt")]);
}
