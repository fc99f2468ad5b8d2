using TalkNotes.Web.Api;

namespace TalkNotes.Web.Accounts;

/// <summary>
/// Nothing is changed by a request that a page of another site sent. Browsers say where a request comes from; what is no
/// browser says nothing, and brings its own proof (a form's token or an API token).
/// </summary>
internal sealed class OriginRule(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context)
    {
        if (AccessRule.IsSafe(context.Request.Method) || IsOurs(context.Request))
        {
            return next(context);
        }

        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        return context.Request.IsForPrograms() ? Task.CompletedTask : context.Response.WriteAsync("This was sent by a page of another site and was refused. Nothing was changed.\n");
    }

    private static bool IsOurs(HttpRequest request)
    {
        if (request.Headers["Sec-Fetch-Site"] is [var site, ..] && site is not ("same-origin" or "none"))
        {
            return false;
        }

        // The scheme is left out: a proxy may take TLS off without saying so.
        return request.Headers.Origin.Count == 0
            || (Uri.TryCreate(request.Headers.Origin.ToString(), UriKind.Absolute, out var origin)
                && origin.Authority.Equals(request.Host.Value, StringComparison.OrdinalIgnoreCase));
    }
}
