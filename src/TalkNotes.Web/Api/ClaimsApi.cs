using Microsoft.AspNetCore.Http.HttpResults;
using TalkNotes.Core.Claims;

namespace TalkNotes.Web.Api;

/// <summary><c>/api/v1/claims</c>. Recording a verdict needs the token of a curator's account.</summary>
internal static class ClaimsApi
{
    private const int DefaultLimit = 50;
    private const int MostClaims = 500;

    public static void MapClaims(this IEndpointRouteBuilder api)
    {
        api.MapGet("/claims", ListAsync).WithName("claims").WithTags("claims").WithSummary("Claims, with filters and cursor paging")
            .ProducesProblem(StatusCodes.Status400BadRequest);
        api.MapGet("/claims/{id}", OneAsync).WithName("claim").WithTags("claims")
            .WithSummary("One claim with its places, verdict, evidence and history").ProducesProblem(StatusCodes.Status404NotFound);
        api.MapPost("/claims/{id}/verdicts", RecordAsync).DisableAntiforgery().WithName("record-verdict").WithTags("claims")
            .WithSummary("Records a verdict by the account whose token it is").Produces<VerdictView>(StatusCodes.Status201Created)
            .ProducesProblem(StatusCodes.Status401Unauthorized).ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status409Conflict).ProducesProblem(StatusCodes.Status422UnprocessableEntity);
    }

    private static async Task<Results<Ok<ClaimList>, ProblemHttpResult>> ListAsync(
        ClaimQueries claims, string? talk, string? status, string? kind, string? speaker, string? marker, int? limit, string? cursor, CancellationToken ct)
    {
        if (!string.IsNullOrEmpty(status) && !ClaimFilter.Statuses.Contains(status))
        {
            return TypedResults.Problem($"status takes one of {string.Join(", ", ClaimFilter.Statuses)}", statusCode: 400, title: "No such status");
        }

        var filter = new ClaimFilter { Talk = talk, Status = status, Kind = kind, Speaker = speaker, Marker = marker };
        return TypedResults.Ok(await claims.ListAsync(filter, cursor, Math.Clamp(limit ?? DefaultLimit, 1, MostClaims), ct));
    }

    private static async Task<Results<Ok<ClaimPage>, ProblemHttpResult>> OneAsync(string id, ClaimQueries claims, CancellationToken ct) =>
        await claims.PageAsync(id, ct) is { } page ? TypedResults.Ok(page) : Problem(404, "There is no such claim", $"No claim has the id '{id}'");

    private static async Task<IResult> RecordAsync(
        string id, VerdictRequest body, VerdictDesk desk, CuratorName curator, HttpRequest request, CancellationToken ct) =>
        await desk.RecordAsync(body.ToDraft(id, curator.Of(request), desk.Today), ct) switch
        {
            VerdictOutcome.Recorded recorded => TypedResults.Created($"/api/v1/claims/{Uri.EscapeDataString(id)}", recorded.Verdict),
            VerdictOutcome.NotFound => Problem(404, "There is no such claim", $"No claim has the id '{id}'"),
            VerdictOutcome.Invalid invalid => TypedResults.Problem(
                "Nothing was recorded", statusCode: 422, title: "The verdict breaks a rule", extensions: new Dictionary<string, object?>(StringComparer.Ordinal)
                {
                    ["errors"] = invalid.Errors.GroupBy(e => e.Field).ToDictionary(g => g.Key, g => g.Select(e => e.Message).ToArray(), StringComparer.Ordinal),
                }),
            VerdictOutcome.Conflict conflict => Conflicting("Somebody else recorded a verdict in between", ("newest", conflict.Newest), ("yours", body)),
            VerdictOutcome.ClaimChanged changed => Conflicting("The claim reads differently now", ("seen", changed.Seen), ("now", changed.Now)),
            VerdictOutcome.NotOpen closed => Problem(409, "The question is not open", closed.Message),
            _ => throw new InvalidOperationException("An outcome without an answer."),
        };

    private static ProblemHttpResult Conflicting(string title, params (string Name, object Value)[] both) => TypedResults.Problem(
        "Nothing was recorded", statusCode: 409, title: title, extensions: both.ToDictionary(b => b.Name, b => (object?)b.Value, StringComparer.Ordinal));

    private static ProblemHttpResult Problem(int status, string title, string detail) => TypedResults.Problem(detail, statusCode: status, title: title);
}
