using Microsoft.AspNetCore.Diagnostics;
using TalkNotes.Web.Api;
using TalkNotes.Web.Cli;

namespace TalkNotes.Web;

/// <summary>
/// Answers where a request failed: programs get problem details, people the error page; where the database cannot be read at
/// all, and so no page can be made, a plain sentence.
/// </summary>
internal sealed class FailedRequests : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        var status = Failures.StatusOf(exception);
        var explanation = status == StatusCodes.Status500InternalServerError ? null : Failures.Explain(exception);
        if (httpContext.Request.IsForPrograms())
        {
            await Results.Problem(
                explanation ?? "Nothing of this request was saved. What was saved before is kept", statusCode: status, title: explanation is null ? "Something went wrong" : "The library cannot do that now")
                .ExecuteAsync(httpContext);
            return true;
        }

        if (!Failures.IsUnreadable(exception))
        {
            return false;
        }

        httpContext.Response.StatusCode = status;
        await httpContext.Response.WriteAsync($"The library cannot be read: {explanation}.\n", cancellationToken);
        return true;
    }
}
