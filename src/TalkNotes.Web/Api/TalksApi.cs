using Microsoft.AspNetCore.Http.HttpResults;
using TalkNotes.Core.Curation;
using TalkNotes.Core.Talks;

namespace TalkNotes.Web.Api;

/// <summary><c>/talks</c>, <c>/talks/{slug}</c>, its segments and its sources; see docs/api.md.</summary>
internal static class TalksApi
{
    private const int DefaultLimit = 20;
    private const int MostTalks = 100;

    public static void MapTalks(this IEndpointRouteBuilder api)
    {
        api.MapGet("/talks", ListAsync).WithName("talks").WithTags("talks").WithSummary("Talks under filters, in pages");
        api.MapGet("/talks/{slug}", FindAsync).WithName("talk").WithTags("talks").WithSummary("One talk with its chapters, claims and sources")
            .Moves();
        api.MapGet("/talks/{slug}/segments", SegmentsAsync).WithName("segments").WithTags("talks").WithSummary("The words of one talk").Moves();
        api.MapGet("/talks/{slug}/sources/{n:int}", SourceAsync).WithName("source").WithTags("talks")
            .WithSummary("One source line by line, each with what became of it").Moves();
        api.MapGet("/talks/{slug}/compare", CompareAsync).WithName("compare").WithTags("talks").WithSummary("How two transcripts of a talk differ, word by word")
            .ProducesProblem(StatusCodes.Status404NotFound);
        api.MapGet("/talks/{slug}/alike", async (string slug, SameTalks same, CancellationToken ct) => await same.OfTalkAsync(slug, ct))
            .WithName("alike").WithTags("talks").WithSummary("Talks that may be the same one, by the words that their transcripts share; a person decides");
    }

    private static async Task<TalkList> ListAsync(
        TalkQueries talks, string[]? speaker, string[]? topic, string[]? show, string[]? year, string[]? progress, bool? transcript,
        string? sort, int? page, int? limit, string? cursor, CancellationToken ct) => await talks.ListAsync(
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
            PageSize = Math.Clamp(limit ?? DefaultLimit, 1, MostTalks),
            After = cursor,
        },
        ct);

    private static async Task<Results<Ok<TalkView>, RedirectHttpResult, ProblemHttpResult>> FindAsync(
        TalkQueries talks, string slug, HttpRequest request, CancellationToken ct)
    {
        if (await talks.FindAsync(slug, ct) is { } talk)
        {
            return TypedResults.Ok(talk);
        }

        return await MovedAsync(talks, slug, request, ct) is { } moved ? moved : Missing(slug);
    }

    private static async Task<Results<Ok<TranscriptDifference>, ProblemHttpResult>> CompareAsync(TalkQueries talks, string slug, int a, int b, CancellationToken ct) =>
        await talks.TranscriptAsync(slug, a, ct) is { } first && await talks.TranscriptAsync(slug, b, ct) is { } second
            ? TypedResults.Ok(TranscriptDifference.Of(first.Segments, second.Segments))
            : Problems.Missing($"No talk '{slug}' with transcripts in its sources {a} and {b}");

    private static async Task<Results<Ok<SegmentList>, RedirectHttpResult, ProblemHttpResult>> SegmentsAsync(
        TalkQueries talks, string slug, int? source, int? cursor, int? limit, HttpRequest request, CancellationToken ct)
    {
        var all = source is null ? await talks.SegmentsAsync(slug, ct) : (await talks.TranscriptAsync(slug, source, ct))?.Segments;
        if (all is not null)
        {
            return TypedResults.Ok(SegmentList.Of(all, cursor, limit));
        }

        return await MovedAsync(talks, slug, request, ct) is { } moved ? moved
            : source is { } number ? Problems.Missing($"No talk '{slug}' with a transcript in its source {number}") : Missing(slug);
    }

    private static async Task<Results<Ok<SourceView>, RedirectHttpResult, ProblemHttpResult>> SourceAsync(
        SourceQueries sources, TalkQueries talks, string slug, int n, HttpRequest request, CancellationToken ct)
    {
        if (await sources.FindAsync(slug, n, ct) is { } source)
        {
            return TypedResults.Ok(source);
        }

        return await MovedAsync(talks, slug, request, ct) is { } moved ? moved : Problems.Missing($"There is no source {n} of a talk '{slug}'");
    }

    /// <summary>Where a talk that changed its address is now; null for one that never was.</summary>
    private static async Task<RedirectHttpResult?> MovedAsync(TalkQueries talks, string slug, HttpRequest request, CancellationToken ct) =>
        await talks.CurrentSlugAsync(slug, ct) is { } current && current != slug
            ? TypedResults.Redirect(request.Path.Value!.Replace($"/talks/{slug}", $"/talks/{current}", StringComparison.Ordinal) + request.QueryString, permanent: true)
            : null;

    private static ProblemHttpResult Missing(string slug) => Problems.Missing($"No talk has the address '{slug}'");

    /// <summary>Says in the description that an old address redirects.</summary>
    private static void Moves(this RouteHandlerBuilder route) =>
        route.Produces(StatusCodes.Status301MovedPermanently).ProducesProblem(StatusCodes.Status404NotFound);
}

/// <summary>Segments of a transcript: all, or those of one page.</summary>
/// <param name="Total">Segments of the transcript.</param>
/// <param name="Next">Number of the segment that the next page begins after; null on the last page.</param>
/// <param name="Segments">The segments.</param>
internal sealed record SegmentList(int Total, int? Next, IReadOnlyList<TranscriptSegment> Segments)
{
    /// <summary>Segments after one number; without a limit, all the rest.</summary>
    public static SegmentList Of(IReadOnlyList<TranscriptSegment> all, int? after, int? limit)
    {
        var rest = after is { } last ? all.Where(s => s.N > last) : all;
        var shown = (limit is { } most ? rest.Take(Math.Max(1, most)) : rest).ToList();
        return new SegmentList(all.Count, shown.Count > 0 && shown[^1].N < all[^1].N ? shown[^1].N : null, shown);
    }
}
