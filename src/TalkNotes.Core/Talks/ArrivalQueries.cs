using Microsoft.EntityFrameworkCore;
using TalkNotes.Core.Storage;

namespace TalkNotes.Core.Talks;

/// <summary>A document that came in, or came in again.</summary>
/// <param name="Talk">Slug of the talk that it is about today.</param>
/// <param name="Title">Title of the talk, or null.</param>
/// <param name="Source">Number of the source within its talk, from 1.</param>
/// <param name="Path">Its path when it came.</param>
/// <param name="Outcome"><c>added</c>, <c>updated</c> (other bytes), <c>reread</c> (by a format that learned something) or <c>moved</c>.</param>
/// <param name="Who">Who brought it; null where it came before that was recorded.</param>
/// <param name="Via">How it came, as in <see cref="Author.Via"/>; null with <paramref name="Who"/>.</param>
/// <param name="At">When.</param>
public sealed record ArrivalView(string Talk, string? Title, int Source, string Path, string Outcome, string? Who, string? Via, DateTimeOffset At);

/// <summary>A page of documents as they came in, newest first.</summary>
/// <param name="Total">All that ever came.</param>
/// <param name="Page">The page shown, from 1.</param>
/// <param name="PageSize">Arrivals a page.</param>
/// <param name="Arrivals">The arrivals.</param>
public sealed record ArrivalPage(int Total, int Page, int PageSize, IReadOnlyList<ArrivalView> Arrivals);

/// <summary>Reads who brought which document, and when.</summary>
public sealed class ArrivalQueries
{
    private const int PageSize = 50;

    private readonly IDbContextFactory<TalkNotesDb> _databases;

    internal ArrivalQueries(IDbContextFactory<TalkNotesDb> databases) => _databases = databases;

    /// <summary>Every arrival, newest first.</summary>
    /// <param name="page">Page, from 1; one beyond the last is the last.</param>
    /// <param name="of">How many there were when the first page was read; null for as many as now.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<ArrivalPage> HistoryAsync(int page, int? of, CancellationToken ct)
    {
        await using var db = await _databases.CreateDbContextAsync(ct);
        var total = await db.Arrivals.CountAsync(ct);
        var (shown, skip) = LogPage.Find(page, PageSize, total, of);
        var rows = db.Arrivals.AsNoTracking().OrderByDescending(a => a.Id).Skip(skip).Take(PageSize);
        return new ArrivalPage(total, shown, PageSize, await ViewAsync(db, rows, ct));
    }

    /// <summary>Arrivals as they are shown.</summary>
    internal static Task<List<ArrivalView>> ViewAsync(TalkNotesDb db, IQueryable<ArrivalRow> rows, CancellationToken ct) => rows
        .Select(a => new ArrivalView(
            a.Source.Talk.Slug, a.Source.Talk.Title, 1 + db.Sources.Count(o => o.TalkId == a.Source.TalkId && o.Id < a.SourceId), a.Path, a.Outcome, a.Who, a.Via, a.At))
        .ToListAsync(ct);
}
