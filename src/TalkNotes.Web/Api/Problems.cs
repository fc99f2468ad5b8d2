using Microsoft.AspNetCore.Http.HttpResults;

namespace TalkNotes.Web.Api;

/// <summary>Problem details (RFC 9457) that several resources answer with.</summary>
internal static class Problems
{
    private const string Nothing = "Nothing was recorded";

    /// <summary>404 with what was looked for.</summary>
    public static ProblemHttpResult Missing(string detail) => Problem(StatusCodes.Status404NotFound, "Not found", detail);

    /// <summary>400 with what to send instead.</summary>
    public static ProblemHttpResult Unclear(string detail) => Problem(StatusCodes.Status400BadRequest, "The question is not clear", detail);

    /// <summary>400 with the place in the body: <c>$.evidence[0].segments</c>.</summary>
    public static ProblemHttpResult Unreadable(string place) => Problem(
        StatusCodes.Status400BadRequest, "The body is not clear",
        $"Nothing was recorded: at {place} stands no member that this address knows, one twice, or a value of another type. /openapi/v1.json describes them");

    /// <summary>422: rules that it breaks, field by field.</summary>
    public static ProblemHttpResult Invalid(IEnumerable<(string Field, string Message)> errors) => TypedResults.Problem(
        Nothing, statusCode: StatusCodes.Status422UnprocessableEntity, title: "It breaks a rule",
        type: "https://tools.ietf.org/html/rfc9110#section-15.5.21", // where 422 stands today; the framework still names RFC 4918, from which it came
        extensions: new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["errors"] = errors.GroupBy(e => e.Field, StringComparer.Ordinal)
                .ToDictionary(g => g.Key, g => g.Select(e => e.Message).ToArray(), StringComparer.Ordinal),
        });

    /// <summary>409 with both sides.</summary>
    public static ProblemHttpResult Conflict(string title, params (string Name, object? Value)[] both) => TypedResults.Problem(
        Nothing, statusCode: StatusCodes.Status409Conflict, title: title, extensions: both.ToDictionary(b => b.Name, b => b.Value, StringComparer.Ordinal));

    /// <summary>409 with the reason.</summary>
    public static ProblemHttpResult Closed(string title, string detail) => Problem(StatusCodes.Status409Conflict, title, detail);

    /// <summary>Says in the description how a write may be refused.</summary>
    public static void Refuses(this RouteHandlerBuilder route) => route
        .ProducesProblem(StatusCodes.Status403Forbidden)
        .ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict).ProducesProblem(StatusCodes.Status422UnprocessableEntity);

    private static ProblemHttpResult Problem(int status, string title, string detail) => TypedResults.Problem(detail, statusCode: status, title: title);
}
