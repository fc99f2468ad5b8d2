using TalkNotes.Core.Claims;
using TalkNotes.Core.Talks;

namespace TalkNotes.Web.Api;

/// <summary><c>/desk</c>, <c>/history</c> and <c>/status</c>: what waits, what was decided, how the library stands.</summary>
internal static class LibraryApi
{
    public static void MapLibrary(this IEndpointRouteBuilder api)
    {
        api.MapGet("/desk", QueueAsync).WithName("desk").WithTags("library").WithSummary("A queue of the verification desk, in its order, with the sizes of all");
        api.MapGet("/history", HistoryAsync).WithName("history").WithTags("library").WithSummary("Verdicts of all curators, newest first");
        api.MapGet("/arrivals", ArrivalsAsync).WithName("arrivals").WithTags("library").WithSummary("Every document as it came in, newest first, and who brought it");
        api.MapGet("/status", async (LibraryQueries library, CancellationToken ct) => await library.StatusAsync(ct))
            .WithName("status").WithTags("library").WithSummary("How the library stands: counts, lines, what was not understood");
    }

    private static async Task<DeskPage> QueueAsync(
        DeskQueries desk, string? queue, string? talk, string? speaker, string? kind, string? status, string? cursor, int? limit, CancellationToken ct)
    {
        var list = await desk.QueueAsync(queue, new ClaimFilter { Talk = talk, Speaker = speaker, Kind = kind, Status = status }, ct);
        var (items, next) = Slice.Of(list.Items, list.Name, i => i.Place, cursor, limit);
        return new DeskPage(list.Name, list.Sizes, next, items);
    }

    private static async Task<ArrivalList> ArrivalsAsync(ArrivalQueries arrivals, string? cursor, CancellationToken ct)
    {
        var (asked, of) = Slice.LogOf(cursor);
        var page = await arrivals.HistoryAsync(asked, of, ct);
        return new ArrivalList(page.Total, Slice.AfterLog(page.Page, page.PageSize, of ?? page.Total), page.Arrivals);
    }

    private static async Task<HistoryPage> HistoryAsync(LibraryQueries library, string? cursor, CancellationToken ct)
    {
        var (asked, of) = Slice.LogOf(cursor);
        var page = await library.HistoryAsync(asked, of, ct);
        return new HistoryPage(page.Total, Slice.AfterLog(page.Page, page.PageSize, of ?? page.Total), page.Verdicts, page.Months);
    }
}

/// <summary>A page of a queue.</summary>
/// <param name="Queue">Its name.</param>
/// <param name="Sizes">How many claims each queue holds, by the same filters.</param>
/// <param name="Next">Cursor of the next page; null on the last one.</param>
/// <param name="Claims">Claims in the order of the desk.</param>
internal sealed record DeskPage(string Queue, IReadOnlyDictionary<string, int> Sizes, string? Next, IReadOnlyList<DeskItem> Claims);

/// <summary>A page of verdicts.</summary>
/// <param name="Total">All verdicts ever given.</param>
/// <param name="Next">Cursor of the next page; null on the last one.</param>
/// <param name="Verdicts">Newest first.</param>
/// <param name="Months">Verdicts by month, oldest first.</param>
internal sealed record HistoryPage(int Total, string? Next, IReadOnlyList<RecentVerdict> Verdicts, IReadOnlyList<MonthCount> Months);

/// <summary>A page of documents as they came in.</summary>
/// <param name="Total">All that ever came.</param>
/// <param name="Next">Cursor of the next page; null on the last one.</param>
/// <param name="Arrivals">Newest first.</param>
internal sealed record ArrivalList(int Total, string? Next, IReadOnlyList<ArrivalView> Arrivals);
