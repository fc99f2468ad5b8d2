using Microsoft.AspNetCore.Http.HttpResults;

namespace TalkNotes.Web.Api;

/// <summary>Problem details (RFC 9457) that several resources answer with.</summary>
internal static class Problems
{
    /// <summary>404 with what was looked for.</summary>
    public static ProblemHttpResult Missing(string detail) => Problem(StatusCodes.Status404NotFound, "Not found", detail);

    /// <summary>400 with what to send instead.</summary>
    public static ProblemHttpResult Unclear(string detail) => Problem(StatusCodes.Status400BadRequest, "The question is not clear", detail);

    public static ProblemHttpResult Problem(int status, string title, string detail) => TypedResults.Problem(detail, statusCode: status, title: title);
}
