using TalkNotes.Core.Evidence;

namespace TalkNotes.Web.Api;

/// <summary><c>/api/v1/evidence</c>: the passages that may carry a claim.</summary>
internal static class EvidenceApi
{
    public static void MapEvidence(this IEndpointRouteBuilder api) => api.MapGet("/evidence", FindAsync)
        .WithName("evidence").WithSummary("Ranks the passages of its talk that may carry a claim, and looks its details up");

    private static async Task<IResult> FindAsync(ClaimEvidence evidence, string? claim, CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(claim))
        {
            return Results.Problem("Give the claim's id as claim", statusCode: StatusCodes.Status400BadRequest);
        }

        return await evidence.ForClaimAsync(claim, ct) is { } result
            ? Results.Ok(new EvidenceJson([result]))
            : Results.Problem($"There is no claim '{claim}'", statusCode: StatusCodes.Status404NotFound);
    }
}
