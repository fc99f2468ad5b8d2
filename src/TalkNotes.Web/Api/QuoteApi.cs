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
        QuoteCheck quotes, string? text, string? speaker, string? talk, bool? sentences, CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return Problems.Unclear("Give the quotation as text");
        }

        var result = await quotes.CheckAsync(text, speaker, talk, ct);
        return TypedResults.Ok(QuoteJson.Of(result, sentences is true ? await quotes.SentencesAsync(result, talk, ct) : []));
    }
}
