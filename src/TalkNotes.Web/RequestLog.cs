using System.Diagnostics;
using TalkNotes.Web.Accounts;
using TalkNotes.Web.Background;

namespace TalkNotes.Web;

/// <summary>
/// One line a request: method, address, status, time. The address is escaped and without its query, since a query holds
/// what a person looks for; that is told at the level Debug only. Styles, scripts and questions after health are told there too. What was refused
/// is told with who asked from where.
/// </summary>
internal sealed partial class RequestLog(RequestDelegate next, FirstAnswer first, ILogger<RequestLog> logger)
{
    public async Task InvokeAsync(HttpContext context)
    {
        var start = Stopwatch.GetTimestamp();
        try
        {
            await next(context);
        }
        finally
        {
            first.Given();
            Tell(context, Math.Round(Stopwatch.GetElapsedTime(start).TotalMilliseconds, 1));
        }
    }

    private void Tell(HttpContext context, double elapsedMs)
    {
        var status = context.Response.StatusCode;
        var isAside = context.GetEndpoint()?.Metadata.GetMetadata<AccessAttribute>() == AccessAttribute.Open && status < StatusCodes.Status400BadRequest;
        var level = status >= StatusCodes.Status500InternalServerError ? LogLevel.Error : isAside ? LogLevel.Debug : LogLevel.Information;
        if (!logger.IsEnabled(level))
        {
            return;
        }

        LogAnswered(level, context.Request.Method, context.Request.Path.ToUriComponent(), status, elapsedMs);
        if (status is StatusCodes.Status401Unauthorized or StatusCodes.Status403Forbidden or StatusCodes.Status421MisdirectedRequest or StatusCodes.Status429TooManyRequests)
        {
            LogRefused(context.Features.Get<Access>()?.Person?.Name ?? "nobody", context.Connection.RemoteIpAddress);
        }

        if (logger.IsEnabled(LogLevel.Debug) && context.Request.QueryString.HasValue)
        {
            LogAsked(context.Request.QueryString.ToUriComponent());
        }
    }

    [LoggerMessage(Message = "{Method} {Route} answered {Status} in {ElapsedMs} ms")]
    private partial void LogAnswered(LogLevel level, string method, string route, int status, double elapsedMs);

    [LoggerMessage(Level = LogLevel.Information, Message = "That was refused to {Account} at {Client}")]
    private partial void LogRefused(string account, System.Net.IPAddress? client);

    [LoggerMessage(Level = LogLevel.Debug, Message = "Asked {Query}")]
    private partial void LogAsked(string query);
}
