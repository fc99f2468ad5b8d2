using TalkNotes.Core.Quotes;

namespace TalkNotes.Web.Api;

/// <summary><c>/api/v1/quote</c>: was this said?</summary>
internal static class QuoteApi
{
    public static void MapQuote(this IEndpointRouteBuilder api) => api.MapGet("/quote", CheckAsync)
        .WithName("quote").WithSummary("Checks a quotation against what was said, in all talks or in one");

    private static async Task<IResult> CheckAsync(QuoteCheck quotes, string? text, string? speaker, string? talk, CancellationToken ct) =>
        string.IsNullOrWhiteSpace(text)
            ? Results.Problem("Give the quotation as text", statusCode: StatusCodes.Status400BadRequest)
            : Results.Ok(QuoteJson.Of(await quotes.CheckAsync(text, speaker, talk, ct)));
}
