using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using TalkNotes.Core.Documents;
using TalkNotes.Core.Storage;

namespace TalkNotes.Core.Talks;

/// <summary>Questions about the library as a whole.</summary>
public sealed class LibraryQueries
{
    private const int RecentTalks = 3;
    private const int WaitingClaims = 4;
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
        await using var db = await _databases.CreateDbContextAsync(ct);
        return await CountsAsync(db, await LibraryRevision.ReadAsync(db, ct), ct);
    }

    /// <summary>What the start page shows.</summary>
    public async Task<HomeView> HomeAsync(CancellationToken ct)
    {
        await using var db = await _databases.CreateDbContextAsync(ct);
        var revision = await LibraryRevision.ReadAsync(db, ct);
        return await _home.OfAsync(revision.All, "", () => HomeAsync(db, ct));
    }

    private static async Task<HomeView> HomeAsync(TalkNotesDb db, CancellationToken ct)
    {
        var recent = await TalkListQuery.LastAdded(db.Talks).Select(t => t.Id).Take(RecentTalks).ToListAsync(ct);
        var gaps = await GapsAsync(db, ct);
        return new HomeView
        {
            Claims = await ClaimsAsync(db, ct),
            Blocked = gaps.WaitingForTranscript,
            Latest = (await VerdictsAsync(db, db.Verdicts.Where(v => v.Question == "fidelity" && v.Value != "unverified"
                && v.Claim.State!.VerdictId == v.Id && v.Claim.State.Recheck == null && v.Evidence.Any(e => e.Words != null)), 0, 1, ct)).FirstOrDefault(),
            Waiting = await WaitingAsync(db, ct),
            Recent = await TalkSummaries.ReadAsync(db, recent, ct),
            Gaps = gaps,
        };
    }

    /// <summary>Verdicts of all curators, newest first.</summary>
    public async Task<HistoryView> HistoryAsync(int page, CancellationToken ct)
    {
        await using var db = await _databases.CreateDbContextAsync(ct);
        var total = await db.Verdicts.CountAsync(ct); // by the smallest index
        var shown = Math.Clamp(page, 1, Math.Max(1, (total + HistorySize - 1) / HistorySize));
        return new HistoryView(total, shown, HistorySize, await VerdictsAsync(db, db.Verdicts, (shown - 1) * HistorySize, HistorySize, ct), await MonthsAsync(db, ct));
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
            Counts = await CountsAsync(db, revision, ct),
            Claims = await ClaimsAsync(db, ct),
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
    private Task<LibraryCounts> CountsAsync(TalkNotesDb db, LibraryRevision revision, CancellationToken ct) => _counts.OfAsync(revision.All, "", async () =>
    {
        var talks = await db.Talks.GroupBy(_ => 1).Select(g => new { Count = g.Count(), Words = g.Sum(t => (long)t.WordCount) }).FirstOrDefaultAsync(ct);
        var blocked = await Blocked(db).CountAsync(ct);
        return new LibraryCounts(talks?.Count ?? 0, talks?.Words ?? 0, await db.ClaimStates.CountAsync(s => s.Withdrawn == 0 && s.Status == "unverified", ct) - blocked);
    });

    private static IQueryable<ClaimRow> Waiting(TalkNotesDb db) =>
        db.Claims.Where(c => c.WithdrawnAt == null && c.State!.Status == "unverified" && c.Talk.TranscriptId != null);

    /// <summary>What waits in talks without words to check it against: read talk by talk, as they are few.</summary>
    private static IQueryable<ClaimStateRow> Blocked(TalkNotesDb db) =>
        from talk in db.Talks
        where talk.TranscriptId == null
        join state in db.ClaimStates on talk.Id equals state.TalkId
        where state.Withdrawn == 0 && state.Status == "unverified"
        select state;

    private static async Task<VerdictCounts> ClaimsAsync(TalkNotesDb db, CancellationToken ct)
    {
        var rows = await db.ClaimStates.Where(s => s.Withdrawn == 0).GroupBy(s => s.Status)
            .Select(g => new { Status = g.Key, Count = g.Count() }).ToListAsync(ct);
        return VerdictCounts.Of(rows.Select(r => (r.Status, r.Count)));
    }

    /// <summary>The first waiting claims of each talk in turn, so that no talk crowds out the others; what the program could not find comes first.</summary>
    private static async Task<List<WaitingClaim>> WaitingAsync(TalkNotesDb db, CancellationToken ct)
    {
        var talks = await db.Talks.Where(t => t.TranscriptId != null && db.ClaimStates.Any(s => s.TalkId == t.Id && s.Withdrawn == 0 && s.Status == "unverified"))
            .OrderByDescending(t => t.AddedAt).ThenByDescending(t => t.Id).Select(t => t.Id).Take(WaitingClaims).ToListAsync(ct);
        var claims = await Waiting(db).Where(c => talks.Contains(c.TalkId))
            .OrderBy(c => c.Check == null ? int.MaxValue : c.Check.Triage).ThenBy(c => c.Position).ThenBy(c => c.Id)
            .Select(c => new { c.TalkId, c.PublicId, c.Text, c.Kind, c.Talk.Slug, c.Talk.Title, Triage = c.Check == null ? (int?)null : c.Check.Triage, c.Check!.Flags })
            .ToListAsync(ct);
        return [.. claims.GroupBy(c => c.TalkId).SelectMany(g => g.Select((c, i) => (Row: c, Rank: i, Talk: talks.IndexOf(g.Key))))
            .OrderBy(c => c.Rank).ThenBy(c => c.Row.Triage ?? int.MaxValue).ThenBy(c => c.Talk).Take(WaitingClaims)
            .Select(c => new WaitingClaim(
                c.Row.PublicId, c.Row.Text, c.Row.Kind, c.Row.Slug, c.Row.Title, c.Row.Triage == 1, JsonSerializer.Deserialize<List<string>>(c.Row.Flags ?? "[]") ?? []))];
    }

    private static async Task<List<RecentVerdict>> VerdictsAsync(TalkNotesDb db, IQueryable<VerdictRow> verdicts, int skip, int take, CancellationToken ct)
    {
        var rows = await verdicts.AsNoTracking().OrderByDescending(v => v.GivenAt).ThenByDescending(v => v.Id).Skip(skip).Take(take)
            .Include(v => v.Evidence)
            .Select(v => new { Verdict = v, v.Claim.PublicId, v.Claim.TalkId, v.Claim.Talk.Slug, v.Claim.Talk.Title, v.Claim.Talk.VideoId, Sha256 = v.Claim.Talk.Transcript!.Sha256 })
            .ToListAsync(ct);
        var places = await TalkParts.PlacesAsync(db, rows.ConvertAll(r => (int?)r.Verdict.Id), ct);
        return rows.ConvertAll(r => new RecentVerdict(
            r.PublicId, r.Verdict.ClaimText, r.Slug, r.Title, r.VideoId, r.Verdict.Question, r.Verdict.Value, r.Verdict.Note, r.Verdict.Curator, r.Verdict.GivenAt,
            r.Verdict.Evidence.OrderBy(e => e.N).Where(e => e.Words is not null).Select(e => TalkParts.Brief(e, r.TalkId, r.Sha256, places.GetValueOrDefault(e.Id))).FirstOrDefault()));
    }

    private static async Task<LibraryGaps> GapsAsync(TalkNotesDb db, CancellationToken ct)
    {
        var without = db.Talks.Where(t => t.TranscriptId == null && db.ClaimStates.Any(s => s.TalkId == t.Id && s.Withdrawn == 0));
        var example = await without.OrderByDescending(t => t.Id).Select(t => new { t.Slug, t.Title }).FirstOrDefaultAsync(ct);
        return new LibraryGaps(
            await without.CountAsync(ct), await Blocked(db).CountAsync(ct),
            await db.Talks.CountAsync(t => t.TranscriptId != null && !t.Transcript!.IsLabelled, ct),
            await db.Talks.CountAsync(t => t.TranscriptId != null && !t.Transcript!.IsTimed, ct),
            await db.Talks.CountAsync(t => t.Published == null, ct),
            example is null ? null : new TalkRef(example.Slug, example.Title));
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
