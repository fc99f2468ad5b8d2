using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TalkNotes.Core;
using TalkNotes.Core.Accounts;
using TalkNotes.Web.Api;

namespace TalkNotes.Web.Accounts;

/// <summary>
/// The one rule before every endpoint: what is read, what is written, and by whom. An endpoint that says nothing is read
/// as the site is and written by curators; so a new page or address is safe before anybody thinks of it. Every write that
/// went through is noted with its author.
/// </summary>
internal sealed class AccessRule(RequestDelegate next, AccessSettings settings, IAntiforgery antiforgery, ActLog acts)
{
    /// <summary>Whether a method promises to change nothing.</summary>
    public static bool IsSafe(string method) =>
        HttpMethods.IsGet(method) || HttpMethods.IsHead(method) || HttpMethods.IsOptions(method) || HttpMethods.IsTrace(method);

    public async Task InvokeAsync(HttpContext context)
    {
        if (context.GetEndpoint() is not { } endpoint)
        {
            await next(context);
            return;
        }

        var access = Access.Of(context);
        var isWrite = !IsSafe(context.Request.Method);
        var needed = Needed(endpoint, isWrite);
        var isApi = context.Request.IsForPrograms();
        if (!access.May(needed) || (isWrite && needed != Access.Everyone && settings.ReadOnly)
            || (isApi && ((isWrite && access.Person?.Via != "token") || (access.Person is null && People.TokenOf(context.Request) is not null))))
        {
            await RefuseAsync(context, access, isApi, isWrite);
            return;
        }

        if (needed != Access.Everyone && access.Person?.Via is "session" or "proxy")
        {
            context.Response.Headers.CacheControl = "no-store";
        }

        if (!isWrite || needed == Access.Everyone)
        {
            await next(context);
            return;
        }

        // pages look for the form's token themselves, once they have allowed for the size of their form
        var isPage = endpoint.Metadata.GetMetadata<PageActionDescriptor>() is not null;
        if (!isApi && !isPage && !await antiforgery.IsRequestValidAsync(context))
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            return;
        }

        await next(context);
        if (context.Response.StatusCode < StatusCodes.Status400BadRequest)
        {
            Telemetry.Writes.Add(1, KeyValuePair.Create<string, object?>("via", access.Person!.Via));
            await acts.NoteAsync(access.Person.Name, access.Person.Via, Described(context.Request), CancellationToken.None);
        }
    }

    private string Needed(Endpoint endpoint, bool isWrite)
    {
        var own = endpoint.Metadata.GetMetadata<AccessAttribute>();
        return isWrite ? own?.Write ?? Role.Curator : own?.Read ?? (settings.ReadingClosed ? Role.Reader : Access.Everyone);
    }

    private Task RefuseAsync(HttpContext context, Access access, bool isApi, bool isWrite)
    {
        var status = access.Person is null || (isApi && access.Person.Via != "token") ? StatusCodes.Status401Unauthorized : StatusCodes.Status403Forbidden;
        var isClosedToAll = isWrite && settings.ReadOnly;
        Telemetry.Refusals.Add(1, KeyValuePair.Create<string, object?>("status", isClosedToAll ? StatusCodes.Status403Forbidden : status));
        if (isApi)
        {
            if (isClosedToAll)
            {
                return Results.Problem("This site is read-only", statusCode: StatusCodes.Status403Forbidden, title: "Nothing can be changed here").ExecuteAsync(context);
            }

            context.Response.Headers.WWWAuthenticate = "Bearer";
            return status == StatusCodes.Status401Unauthorized
                ? Results.Problem("Send it as Authorization: Bearer TOKEN; talknotes user token NAME makes one", statusCode: status, title: "A token is needed").ExecuteAsync(context)
                : Results.Problem("The token's account may not do that", statusCode: status, title: "Not allowed").ExecuteAsync(context);
        }

        if (IsReadByPrograms(context.Request))
        {
            context.Response.Headers.WWWAuthenticate = "Bearer"; // a program that follows a feed cannot sign in on a page
        }
        else if (!isWrite && access.MaySignIn)
        {
            context.Response.StatusCode = StatusCodes.Status303SeeOther;
            context.Response.Headers.Location = Links.SignInFor(context.Request);
            return Task.CompletedTask;
        }

        context.Response.StatusCode = isClosedToAll ? StatusCodes.Status403Forbidden : status;
        return Task.CompletedTask;
    }

    /// <summary>What no person opens: feeds, and the description of the API.</summary>
    private static bool IsReadByPrograms(HttpRequest request) =>
        request.Path.Value!.EndsWith(".atom", StringComparison.OrdinalIgnoreCase) || request.Path.StartsWithSegments("/openapi", StringComparison.OrdinalIgnoreCase);

    private static string Described(HttpRequest request)
    {
        var handler = request.Query["handler"].ToString();
        var what = $"{request.Method} {request.Path}{(handler.Length > 0 ? "?handler=" + handler : "")}";
        return string.Concat(what.Where(c => !char.IsControl(c)));
    }
}
