using Microsoft.AspNetCore.Http.HttpResults;
using TalkNotes.Core.Evidence;

namespace TalkNotes.Web.Api;

/// <summary><c>/api/v1/evidence</c>: the passages that may carry a claim.</summary>
internal static class EvidenceApi
{
    public static void MapEvidence(this IEndpointRouteBuilder api) => api.MapGet("/evidence", FindAsync)
        .WithName("evidence").WithTags("claims").WithSummary("Ranks the passages of its talk that may carry a claim, and looks its details up")
        .ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status404NotFound);

    private static async Task<Results<Ok<EvidenceJson>, ProblemHttpResult>> FindAsync(ClaimEvidence evidence, string? claim, CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(claim))
        {
            return Problems.Unclear("Give the claim's id as claim");
        }

        return await evidence.ForClaimAsync(claim, ct) is { } result
            ? TypedResults.Ok(new EvidenceJson([result]))
            : Problems.Missing($"There is no claim '{claim}'");
    }
}
