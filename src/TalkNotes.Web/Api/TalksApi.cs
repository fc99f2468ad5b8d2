using TalkNotes.Core.Talks;

namespace TalkNotes.Web.Api;

/// <summary><c>/talks</c>, <c>/talks/{slug}</c>, <c>/talks/{slug}/segments</c>, <c>/speakers</c>, <c>/topics</c>; see docs/api.md.</summary>
internal static class TalksApi
{
    private const int DefaultLimit = 20;
    private const int MaxLimit = 100;

    public static void MapTalks(this IEndpointRouteBuilder api)
    {
        api.MapGet("/talks", ListAsync).WithName("talks").WithSummary("Talks under filters, in pages");
        api.MapGet("/talks/{slug}", FindAsync).WithName("talk").WithSummary("One talk with its chapters, claims and sources");
        api.MapGet("/talks/{slug}/segments", SegmentsAsync).WithName("segments").WithSummary("The words of one talk");
        api.MapGet("/speakers", SpeakersAsync).WithName("speakers").WithSummary("Everybody whom a source names as taking part");
        api.MapGet("/speakers/{slug}", SpeakerAsync).WithName("speaker").WithSummary("One person with talks and claims");
        api.MapGet("/topics", TopicsAsync).WithName("topics").WithSummary("Every topic that a source states");
        api.MapGet("/topics/{slug}", TopicAsync).WithName("topic").WithSummary("One topic with its talks");
    }

    private static async Task<TalkList> ListAsync(
        TalkQueries talks, string[]? speaker, string[]? topic, string[]? show, string[]? year, string[]? progress, bool? transcript,
        string? sort, int? page, int? limit, CancellationToken ct) => await talks.ListAsync(
        new TalkFilter
        {
            Speakers = speaker ?? [],
            Topics = topic ?? [],
            Shows = show ?? [],
            Years = year ?? [],
            Progress = progress ?? [],
            HasTranscript = transcript,
            Sort = sort ?? TalkSort.Newest,
            Page = page ?? 1,
            PageSize = Math.Clamp(limit ?? DefaultLimit, 1, MaxLimit),
        },
        ct);

    private static async Task<IResult> FindAsync(TalkQueries talks, string slug, HttpRequest request, CancellationToken ct) =>
        await talks.FindAsync(slug, ct) is { } talk ? Results.Ok(talk) : await ElsewhereAsync(talks, slug, request, ct);

    private static async Task<IResult> SegmentsAsync(TalkQueries talks, string slug, HttpRequest request, CancellationToken ct) =>
        await talks.SegmentsAsync(slug, ct) is { } segments ? Results.Ok(new { segments }) : await ElsewhereAsync(talks, slug, request, ct);

    private static async Task<IResult> SpeakersAsync(SpeakerQueries speakers, CancellationToken ct) =>
        Results.Ok(new { speakers = await speakers.ListAsync(ct) });

    private static async Task<IResult> SpeakerAsync(SpeakerQueries speakers, string slug, CancellationToken ct) =>
        await speakers.FindAsync(slug, ct) is { } speaker ? Results.Ok(speaker) : Missing($"Nobody has the address '{slug}'");

    private static async Task<IResult> TopicsAsync(SpeakerQueries speakers, CancellationToken ct) =>
        Results.Ok(new { topics = await speakers.TopicsAsync(ct) });

    private static async Task<IResult> TopicAsync(SpeakerQueries speakers, string slug, CancellationToken ct) =>
        await speakers.FindTopicAsync(slug, ct) is { } topic ? Results.Ok(topic) : Missing($"No topic has the address '{slug}'");

    /// <summary>A talk that changed its address redirects; one that never was is missing.</summary>
    private static async Task<IResult> ElsewhereAsync(TalkQueries talks, string slug, HttpRequest request, CancellationToken ct) =>
        await talks.CurrentSlugAsync(slug, ct) is { } current
            ? Results.Redirect(request.Path.Value!.Replace($"/talks/{slug}", $"/talks/{current}", StringComparison.Ordinal) + request.QueryString, permanent: true)
            : Missing($"No talk has the address '{slug}'");

    private static IResult Missing(string detail) => Results.Problem(detail, statusCode: StatusCodes.Status404NotFound, title: "Not found");
}
