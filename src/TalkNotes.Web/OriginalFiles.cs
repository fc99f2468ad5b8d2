using Microsoft.Net.Http.Headers;
using TalkNotes.Core.Talks;

namespace TalkNotes.Web;

/// <summary>Hands out the bytes of a source exactly as they came in.</summary>
internal static class OriginalFiles
{
    /// <summary>
    /// Always a download and never a page: whatever the file holds, a browser must not run it on this site. The name is sent in the form
    /// that carries every script and no control characters.
    /// </summary>
    public static void MapOriginals(this IEndpointRouteBuilder endpoints) => endpoints.MapGet(
        "/talks/{slug}/sources/{n:int}/original",
        async (string slug, int n, SourceQueries sources, HttpContext context, CancellationToken ct) =>
        {
            if (await sources.OriginalAsync(slug, n, ct) is not { } original)
            {
                return Results.NotFound();
            }

            var disposition = new ContentDispositionHeaderValue("attachment");
            disposition.SetHttpFileName(original.FileName);
            context.Response.Headers.ContentDisposition = disposition.ToString();
            context.Response.Headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
            return Results.Bytes(original.Bytes, "application/octet-stream");
        }).ExcludeFromDescription();
}
