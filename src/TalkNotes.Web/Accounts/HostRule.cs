using System.Net;
using TalkNotes.Web.Api;

namespace TalkNotes.Web.Accounts;

/// <summary>
/// Answers only to its own names. A foreign page whose name was rebound to this machine still sends its own name, and
/// gets nothing.
/// </summary>
internal sealed class HostRule(RequestDelegate next, Exposure exposure)
{
    public Task InvokeAsync(HttpContext context)
    {
        if (IsOurs(context.Request.Host.Host.Trim('[', ']')))
        {
            return next(context);
        }

        context.Response.StatusCode = StatusCodes.Status421MisdirectedRequest;
        return context.Request.IsForPrograms() ? Task.CompletedTask : context.Response.WriteAsync("This site does not answer to that name. Whoever runs it can add it: talknotes serve --hosts NAME\n");
    }

    /// <summary>An IP address is no name, so none can be rebound to it; beyond loopback any will do.</summary>
    private bool IsOurs(string host) => Exposure.IsLoopback(host)
        || exposure.Hosts.Contains(host, StringComparer.OrdinalIgnoreCase)
        || (!exposure.IsLocal && IPAddress.TryParse(host, out _));
}
