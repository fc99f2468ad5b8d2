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
            .WithSummary("Records a verdict by the account whose token it is").Produces<VerdictView>(StatusCodes.Status201Created).Refuses();
    }

    private static async Task<Results<Ok<ClaimList>, ProblemHttpResult>> ListAsync(
        ClaimQueries claims, string? talk, string? status, string? kind, string? speaker, string? marker, int? limit, string? cursor, CancellationToken ct)
    {
        if (!string.IsNullOrEmpty(status) && !ClaimFilter.Statuses.Contains(status))
        {
            return Problems.Unclear($"status takes one of {string.Join(", ", ClaimFilter.Statuses)}");
        }

        var filter = new ClaimFilter { Talk = talk, Status = status, Kind = kind, Speaker = speaker, Marker = marker };
        return TypedResults.Ok(await claims.ListAsync(filter, cursor, Math.Clamp(limit ?? DefaultLimit, 1, MostClaims), ct));
    }

    private static async Task<Results<Ok<ClaimPage>, ProblemHttpResult>> OneAsync(string id, ClaimQueries claims, CancellationToken ct) =>
        await claims.PageAsync(id, ct) is { } page ? TypedResults.Ok(page) : Problems.Missing($"No claim has the id '{id}'");

    private static async Task<IResult> RecordAsync(
        string id, VerdictRequest body, VerdictDesk desk, CuratorName curator, HttpRequest request, CancellationToken ct) =>
        VerdictAnswers.Of(id, await desk.RecordAsync(body.ToDraft(id, curator.Of(request), desk.Today), ct), body);
}
