using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using TalkNotes.Core.Documents;
using TalkNotes.Core.Storage;

namespace TalkNotes.Core.Talks;

/// <summary>Questions about the library as a whole.</summary>
public sealed class LibraryQueries
{
    private const int HistorySize = 50;
    private const int IssueCount = 20;

    private readonly IDbContextFactory<TalkNotesDb> _databases;
    private readonly TalkNotesOptions _options;
    private readonly Remembered<string, LibraryCounts> _counts = new(1);
    private readonly Remembered<string, HomeView> _home = new(1);
    private readonly Remembered<string, StatusView> _status = new(1);
    private volatile KnownMonths _months = new(0, 0, []);

    internal LibraryQueries(IDbContextFactory<TalkNotesDb> databases, TalkNotesOptions options)
    {
        _databases = databases;
        _options = options;
    }

    /// <summary>The numbers that stand on every page.</summary>
    public async Task<LibraryCounts> CountsAsync(CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        await using var connection = Database.Open(_options.DatabasePath);
        return await CountsAsync(connection, LibraryRevision.Read(connection));
    }

    /// <summary>What the start page shows.</summary>
    public async Task<HomeView> HomeAsync(CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        await using var connection = Database.Open(_options.DatabasePath);
        return await _home.OfAsync(LibraryRevision.Read(connection).All, "", () => Task.FromResult(HomePage.Read(connection)));
    }

    /// <summary>Verdicts of all curators, newest first.</summary>
    /// <param name="page">Page, from 1; one beyond the last is the last.</param>
    /// <param name="of">How many there were when the first page was read; null for as many as now.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<HistoryView> HistoryAsync(int page, int? of, CancellationToken ct)
    {
        await using var db = await _databases.CreateDbContextAsync(ct);
        var total = await db.Verdicts.CountAsync(ct); // by the smallest index
        var (shown, skip) = LogPage.Find(page, HistorySize, total, of);
        return new HistoryView(total, shown, HistorySize, await VerdictsAsync(db, skip, HistorySize, ct), await MonthsAsync(db, ct));
    }

    /// <summary>How the library stands.</summary>
    public async Task<StatusView> StatusAsync(CancellationToken ct)
    {
        await using var db = await _databases.CreateDbContextAsync(ct);
        var revision = await LibraryRevision.ReadAsync(db, ct);
        var view = await _status.OfAsync(revision.All, "", () => StatusAsync(db, revision, ct));
        var failures = await db.IngestFailures.AsNoTracking().OrderByDescending(f => f.FailedAt).ThenBy(f => f.Path).Take(IssueCount).ToListAsync(ct);
        return view with
        {
            Failures = failures.ConvertAll(f => new IngestFailure(f.Path, f.Message, f.FailedAt)), // they change nothing in the library
            DatabaseBytes = new FileInfo(_options.DatabasePath) is { Exists: true } file ? file.Length : 0,
        };
    }

    private async Task<StatusView> StatusAsync(TalkNotesDb db, LibraryRevision revision, CancellationToken ct)
    {
        var connection = await db.ConnectionAsync(ct);
        var sources = await db.Sources.AsNoTracking()
            .Where(s => s.UnrecognisedCount > 0 || s.Diagnostics != "[]")
            .OrderByDescending(s => s.TakenInAt).ThenByDescending(s => s.Id)
            .Select(s => new { s.Talk.Slug, N = 1 + db.Sources.Count(o => o.TalkId == s.TalkId && o.Id < s.Id), s.Path, s.UnrecognisedCount, s.Diagnostics })
            .Take(IssueCount * 10).ToListAsync(ct);
        var totals = await db.Sources.GroupBy(_ => 1).Select(g => new
        {
            Sources = g.Count(), Segments = g.Sum(s => (long)s.SegmentCount),
            Used = g.Sum(s => s.UsedCount), Chrome = g.Sum(s => s.ChromeCount), Blank = g.Sum(s => s.BlankCount), Unrecognised = g.Sum(s => s.UnrecognisedCount),
        }).FirstOrDefaultAsync(ct);
        return new StatusView
        {
            Counts = await CountsAsync(connection, revision),
            Claims = VerdictCounts.Of(StartPageRows.Counts(connection)),
            Holdings =
            [
                new Holding("Sources", totals?.Sources ?? 0), new Holding("Segments of transcript", totals?.Segments ?? 0),
                new Holding("Chapters", await db.Chapters.LongCountAsync(ct)), new Holding("People", await db.Speakers.CountAsync(ct)),
                new Holding("Topics", await db.Topics.CountAsync(ct)), new Holding("Verdicts given", await db.Verdicts.LongCountAsync(ct)),
            ],
            Lines = new LineTotals(totals?.Used ?? 0, totals?.Chrome ?? 0, totals?.Blank ?? 0, totals?.Unrecognised ?? 0),
            Unrecognised = [.. sources.Where(s => s.UnrecognisedCount > 0).OrderByDescending(s => s.UnrecognisedCount).Take(IssueCount)
                .Select(s => new SourceIssue(s.Slug, s.N, s.Path, s.UnrecognisedCount))],
            Warnings = [.. sources.SelectMany(s => DocumentJson.ReadDiagnostics(s.Diagnostics).Where(d => d.Severity != Severity.Info)
                .Select(d => new SourceWarning(s.Slug, s.N, s.Path, d.Code, d.Message, d.Line))).Take(IssueCount)],
            Failures = [],
            DatabaseBytes = 0,
            LastTakenInAt = await db.Sources.OrderByDescending(s => s.TakenInAt).Select(s => (DateTimeOffset?)s.TakenInAt).FirstOrDefaultAsync(ct),
        };
    }

    /// <summary>Counting what waits goes through every claim, and the number stands on every page: it is counted once a change.</summary>
    private Task<LibraryCounts> CountsAsync(SqliteConnection connection, LibraryRevision revision) => _counts.OfAsync(revision.All, "", () =>
    {
        var totals = StartPageRows.Totals(connection);
        return Task.FromResult(new LibraryCounts(totals.Talks, totals.Words, VerdictCounts.Of(StartPageRows.Counts(connection)).Unverified - StartPageRows.Blocked(connection)));
    });

    private static async Task<List<RecentVerdict>> VerdictsAsync(TalkNotesDb db, int skip, int take, CancellationToken ct)
    {
        var rows = await db.Verdicts.AsNoTracking().OrderByDescending(v => v.GivenAt).ThenByDescending(v => v.Id).Skip(skip).Take(take)
            .Include(v => v.Evidence)
            .Select(v => new { Verdict = v, v.Claim.PublicId, v.Claim.TalkId, v.Claim.Talk.Slug, v.Claim.Talk.Title, v.Claim.Talk.VideoId, Sha256 = v.Claim.Talk.Transcript!.Sha256 })
            .ToListAsync(ct);
        var places = await TalkParts.PlacesAsync(db, rows.ConvertAll(r => (int?)r.Verdict.Id), ct);
        return rows.ConvertAll(r => new RecentVerdict(
            r.PublicId, r.Verdict.ClaimText, r.Slug, r.Title, r.VideoId, r.Verdict.Question, r.Verdict.Value, r.Verdict.Note, r.Verdict.Curator, r.Verdict.GivenAt,
            r.Verdict.Evidence.OrderBy(e => e.N).Where(e => e.Words is not null).Select(e => TalkParts.Brief(e, r.TalkId, r.Sha256, places.GetValueOrDefault(e.Id))).FirstOrDefault()));
    }

    /// <summary>Verdicts are never changed: those of before are counted already.</summary>
    private async Task<List<MonthCount>> MonthsAsync(TalkNotesDb db, CancellationToken ct)
    {
        var known = _months;
        var later = await db.Verdicts.Where(v => v.Id > known.Newest).OrderBy(v => v.Id).Select(v => new { v.Id, v.GivenAt }).ToListAsync(ct);
        var stays = known.Newest == 0 || await db.Verdicts.CountAsync(v => v.Id <= known.Newest, ct) == known.Count; // a backup may have been put in its place
        if (!stays)
        {
            _months = new KnownMonths(0, 0, []);
            return await MonthsAsync(db, ct);
        }

        var counts = new Dictionary<DateOnly, int>(known.Months);
        foreach (var verdict in later)
        {
            var month = new DateOnly(verdict.GivenAt.Year, verdict.GivenAt.Month, 1);
            counts[month] = counts.GetValueOrDefault(month) + 1;
        }

        if (later.Count > 0)
        {
            _months = new KnownMonths(later[^1].Id, known.Count + later.Count, counts);
        }

        var months = new List<MonthCount>();
        if (counts.Count > 0)
        {
            for (var month = counts.Keys.Min(); month <= counts.Keys.Max(); month = month.AddMonths(1))
            {
                months.Add(new MonthCount(month, counts.GetValueOrDefault(month)));
            }
        }

        return months;
    }

    private sealed record KnownMonths(int Newest, int Count, Dictionary<DateOnly, int> Months);
}
