using System.Security.Cryptography;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.Net.Http.Headers;

namespace TalkNotes.Web;

/// <summary>
/// Gives pages a validator, so that a page that has not changed is not sent again: the answer is a 304 without a body. Pages are never
/// kept without asking, since a verdict may come at any moment, and they differ with a reader's cookies. A page that carries a message or a
/// form's token, or sets a cookie, is for one answer only and is left alone.
/// </summary>
internal static class PageValidators
{
    public static IApplicationBuilder UsePageValidators(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        var isPage = HttpMethods.IsGet(context.Request.Method) && context.GetEndpoint()?.Metadata.GetMetadata<PageActionDescriptor>() is not null;
        if (!isPage || context.Request.Cookies.ContainsKey(CookieTempDataProvider.CookieName))
        {
            await next(context);
            return;
        }

        var body = context.Response.Body;
        using var page = new MemoryStream();
        context.Response.Body = page;
        try
        {
            await next(context);
        }
        finally
        {
            context.Response.Body = body;
        }

        if (IsForAll(context.Response) && IsKnown(context, Tag(page)))
        {
            context.Response.StatusCode = StatusCodes.Status304NotModified;
            context.Response.Headers.ContentType = default;
            return;
        }

        page.Position = 0;
        await page.CopyToAsync(body, context.RequestAborted);
    });

    private static bool IsForAll(HttpResponse response) => response.StatusCode == StatusCodes.Status200OK
        && response.Headers.SetCookie.Count == 0
        && !response.Headers.CacheControl.ToString().Contains("no-store", StringComparison.Ordinal);

    private static bool IsKnown(HttpContext context, EntityTagHeaderValue tag)
    {
        var headers = context.Response.Headers;
        headers.ETag = tag.ToString();
        headers.CacheControl = "private, no-cache";
        headers.Vary = "Accept-Encoding, Cookie";
        return context.Request.GetTypedHeaders().IfNoneMatch.Any(known => known.Compare(tag, useStrongComparison: false));
    }

    private static EntityTagHeaderValue Tag(MemoryStream page) =>
        new($"\"{Convert.ToHexStringLower(SHA256.HashData(page.GetBuffer().AsSpan(0, (int)page.Length)).AsSpan(0, 12))}\"", isWeak: true);
}
