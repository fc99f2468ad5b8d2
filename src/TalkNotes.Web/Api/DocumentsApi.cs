using Microsoft.AspNetCore.Mvc;
using TalkNotes.Core.Documents;
using TalkNotes.Core.Ingest;

namespace TalkNotes.Web.Api;

/// <summary><c>POST /talks</c>: takes one document in, as the body that it is.</summary>
internal static class DocumentsApi
{
    private const long LargestDocument = 64L * 1024 * 1024;
    private const int LongestName = 255;

    public static void MapDocuments(this IEndpointRouteBuilder api) => api.MapPost("/talks", TakeInAsync)
        .WithName("take-in").WithTags("talks").WithSummary("Takes a document in: its bytes are the body, name is the file's name")
        .WithMetadata(new RequestSizeLimitAttribute(LargestDocument)).DisableAntiforgery()
        .Accepts<Stream>("*/*").Produces<DocumentReport>(StatusCodes.Status201Created).Produces<DocumentReport>().Refuses();

    private static async Task<IResult> TakeInAsync(string? name, string? format, HttpRequest request, Ingester ingester, CancellationToken ct)
    {
        var path = new string([.. (name ?? "").Replace('\\', '/').Split('/')[^1].Where(c => !char.IsControl(c))]).Trim();
        if (path.Length is 0 or > LongestName || path.Trim('.').Length == 0)
        {
            return Problems.Invalid([("name", "Give the file's name, as name=talk.vtt")]);
        }

        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body, ct);
        var report = await ingester.IngestAsync(SourceText.FromBytes(path, body.ToArray()), string.IsNullOrEmpty(format) ? null : format, ct);
        return report.Outcome switch
        {
            IngestOutcome.Failed => Problems.Invalid([("document", report.Message ?? "It could not be taken in")]),
            IngestOutcome.Added => TypedResults.Created($"{ApiRoutes.Prefix}/talks/{report.Talk}", report),
            _ => TypedResults.Ok(report),
        };
    }
}
