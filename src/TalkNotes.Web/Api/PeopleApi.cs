using Microsoft.AspNetCore.Http.HttpResults;
using TalkNotes.Core.Talks;

namespace TalkNotes.Web.Api;

/// <summary><c>/speakers</c> and <c>/topics</c>; see docs/api.md.</summary>
internal static class PeopleApi
{
    public static void MapPeople(this IEndpointRouteBuilder api)
    {
        api.MapGet("/speakers", SpeakersAsync).WithName("speakers").WithTags("speakers").WithSummary("Everybody whom a source names as taking part");
        api.MapGet("/speakers/{slug}", SpeakerAsync).WithName("speaker").WithTags("speakers").WithSummary("One person with talks and claims")
            .ProducesProblem(StatusCodes.Status404NotFound);
        api.MapGet("/topics", TopicsAsync).WithName("topics").WithTags("topics").WithSummary("Every topic that a source states");
        api.MapGet("/topics/{slug}", TopicAsync).WithName("topic").WithTags("topics").WithSummary("One topic with its talks")
            .ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static async Task<SpeakerList> SpeakersAsync(SpeakerQueries speakers, string? cursor, int? limit, CancellationToken ct)
    {
        var all = await speakers.ListAsync(ct);
        var (page, next) = Slice.Of(all, "speakers", s => SpeakerQueries.Place(s), cursor, limit);
        return new SpeakerList(all.Count, next, page);
    }

    private static async Task<Results<Ok<SpeakerView>, ProblemHttpResult>> SpeakerAsync(SpeakerQueries speakers, string slug, CancellationToken ct) =>
        await speakers.FindAsync(slug, ct) is { } speaker ? TypedResults.Ok(speaker) : Problems.Missing($"Nobody has the address '{slug}'");

    private static async Task<TopicList> TopicsAsync(SpeakerQueries speakers, string? cursor, int? limit, CancellationToken ct)
    {
        var all = await speakers.TopicsAsync(ct);
        var (page, next) = Slice.Of(all, "topics", t => SpeakerQueries.Place(t), cursor, limit);
        return new TopicList(all.Count, next, page);
    }

    private static async Task<Results<Ok<TopicView>, ProblemHttpResult>> TopicAsync(SpeakerQueries speakers, string slug, CancellationToken ct) =>
        await speakers.FindTopicAsync(slug, ct) is { } topic ? TypedResults.Ok(topic) : Problems.Missing($"No topic has the address '{slug}'");
}

/// <summary>A page of people.</summary>
/// <param name="Total">All of them.</param>
/// <param name="Next">Cursor of the next page; null on the last one.</param>
/// <param name="Speakers">Those of this page.</param>
internal sealed record SpeakerList(int Total, string? Next, IReadOnlyList<SpeakerSummary> Speakers);

/// <summary>A page of topics.</summary>
/// <param name="Total">All of them.</param>
/// <param name="Next">Cursor of the next page; null on the last one.</param>
/// <param name="Topics">Those of this page.</param>
internal sealed record TopicList(int Total, string? Next, IReadOnlyList<TopicSummary> Topics);
