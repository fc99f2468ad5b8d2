using System.Security.Cryptography;
using Microsoft.Net.Http.Headers;

namespace TalkNotes.Web.Api;

/// <summary>
/// Gives each answer of the API an ETag made of its bytes, and answers 304 to whoever has them already. Weak, as the
/// bytes may travel compressed. A search is left out: it says how long it took, so no two answers are alike; and so are exports,
/// which may be larger than memory.
/// </summary>
internal static class ConditionalGet
{
    public static IApplicationBuilder UseConditionalGet(this IApplicationBuilder app) => app.UseWhen(IsApplicable, branch => branch.Use(AnswerAsync));

    private static bool IsApplicable(HttpContext context) => HttpMethods.IsGet(context.Request.Method)
        && ((context.Request.Path.StartsWithSegments(ApiRoutes.Prefix, StringComparison.OrdinalIgnoreCase, out var rest) && !rest.StartsWithSegments("/search", StringComparison.OrdinalIgnoreCase) && !rest.StartsWithSegments("/export", StringComparison.OrdinalIgnoreCase))
            || context.Request.Path.StartsWithSegments("/openapi", StringComparison.OrdinalIgnoreCase));

    private static async Task AnswerAsync(HttpContext context, RequestDelegate next)
    {
        var response = context.Response;
        var outside = response.Body;
        using var answer = new MemoryStream();
        response.Body = answer;
        try
        {
            await next(context);
        }
        finally
        {
            response.Body = outside;
        }

        if (response.StatusCode == StatusCodes.Status200OK && !response.HasStarted)
        {
            var tag = new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(Written(answer)))[..32]}\"", isWeak: true);
            var headers = response.GetTypedHeaders();
            headers.ETag = tag;
            if (headers.CacheControl?.NoStore != true) // what an account is needed for is kept nowhere
            {
                headers.CacheControl = new CacheControlHeaderValue { NoCache = true, Private = true }; // keep it, but ask each time
            }

            if (context.Request.GetTypedHeaders().IfNoneMatch.Any(known => known.Tag == "*" || known.Compare(tag, useStrongComparison: false)))
            {
                response.StatusCode = StatusCodes.Status304NotModified;
                response.ContentLength = null;
                headers.ContentType = null;
                return;
            }
        }

        answer.Position = 0;
        await answer.CopyToAsync(outside, context.RequestAborted);
    }

    private static ReadOnlySpan<byte> Written(MemoryStream stream) => stream.GetBuffer().AsSpan(0, (int)stream.Length);
}
