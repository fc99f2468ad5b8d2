using Microsoft.AspNetCore.Http.HttpResults;
using TalkNotes.Core.Quotes;

namespace TalkNotes.Web.Api;

/// <summary><c>/api/v1/quote</c>: was this said?</summary>
internal static class QuoteApi
{
    public static void MapQuote(this IEndpointRouteBuilder api) => api.MapGet("/quote", CheckAsync)
        .WithName("quote").WithTags("quotes").WithSummary("Checks a quotation against what was said, in all talks or in one")
        .ProducesProblem(StatusCodes.Status400BadRequest);

    private static async Task<Results<Ok<QuoteJson>, ProblemHttpResult>> CheckAsync(
        QuoteCheck quotes, string? text, string? speaker, string? talk, CancellationToken ct) =>
        string.IsNullOrWhiteSpace(text) ? Problems.Unclear("Give the quotation as text") : TypedResults.Ok(QuoteJson.Of(await quotes.CheckAsync(text, speaker, talk, ct)));
}
