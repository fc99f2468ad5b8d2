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
    private volatile KnownCounts? _known;

    internal LibraryQueries(IDbContextFactory<TalkNotesDb> databases, TalkNotesOptions options)
    {
        _databases = databases;
        _options = options;
    }

    /// <summary>The numbers that stand on every page.</summary>
    public async Task<LibraryCounts> CountsAsync(CancellationToken ct)
    {
        await using var db = await _databases.CreateDbContextAsync(ct);
        return await CountsAsync(db, ct);
    }

    /// <summary>What the start page shows.</summary>
    public async Task<HomeView> HomeAsync(CancellationToken ct)
    {
        await using var db = await _databases.CreateDbContextAsync(ct);
        var recent = await TalkListQuery.Sorted(db.Talks, TalkSort.Added).Select(t => t.Id).Take(RecentTalks).ToListAsync(ct);
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
        var total = await db.Verdicts.CountAsync(ct);
        var shown = Math.Clamp(page, 1, Math.Max(1, (total + HistorySize - 1) / HistorySize));
        var given = await db.Verdicts.Select(v => v.GivenAt).ToListAsync(ct);
        return new HistoryView(total, shown, HistorySize, await VerdictsAsync(db, db.Verdicts, (shown - 1) * HistorySize, HistorySize, ct), Months(given));
    }

    /// <summary>How the library stands.</summary>
    public async Task<StatusView> StatusAsync(CancellationToken ct)
    {
        await using var db = await _databases.CreateDbContextAsync(ct);
        var sources = await db.Sources.AsNoTracking()
            .Where(s => s.UnrecognisedCount > 0 || s.Diagnostics != "[]")
            .OrderByDescending(s => s.TakenInAt).ThenByDescending(s => s.Id)
            .Select(s => new { s.Talk.Slug, N = 1 + db.Sources.Count(o => o.TalkId == s.TalkId && o.Id < s.Id), s.Path, s.UnrecognisedCount, s.Diagnostics })
            .Take(IssueCount * 10).ToListAsync(ct);
        var failures = await db.IngestFailures.AsNoTracking().OrderByDescending(f => f.FailedAt).ThenBy(f => f.Path).Take(IssueCount).ToListAsync(ct);
        return new StatusView
        {
            Counts = await CountsAsync(db, ct),
            Claims = await ClaimsAsync(db, ct),
            Holdings =
            [
                new Holding("Sources", await db.Sources.CountAsync(ct)), new Holding("Segments of transcript", await db.Segments.LongCountAsync(ct)),
                new Holding("Chapters", await db.Chapters.LongCountAsync(ct)), new Holding("People", await db.Speakers.CountAsync(ct)),
                new Holding("Topics", await db.Topics.CountAsync(ct)), new Holding("Verdicts given", await db.Verdicts.LongCountAsync(ct)),
            ],
            Lines = new LineTotals(
                await db.Sources.SumAsync(s => s.UsedCount, ct), await db.Sources.SumAsync(s => s.ChromeCount, ct),
                await db.Sources.SumAsync(s => s.BlankCount, ct), await db.Sources.SumAsync(s => s.UnrecognisedCount, ct)),
            Unrecognised = [.. sources.Where(s => s.UnrecognisedCount > 0).OrderByDescending(s => s.UnrecognisedCount).Take(IssueCount)
                .Select(s => new SourceIssue(s.Slug, s.N, s.Path, s.UnrecognisedCount))],
            Warnings = [.. sources.SelectMany(s => DocumentJson.ReadDiagnostics(s.Diagnostics).Where(d => d.Severity != Severity.Info)
                .Select(d => new SourceWarning(s.Slug, s.N, s.Path, d.Code, d.Message, d.Line))).Take(IssueCount)],
            Failures = failures.ConvertAll(f => new IngestFailure(f.Path, f.Message, f.FailedAt)),
            LastTakenInAt = await db.Sources.OrderByDescending(s => s.TakenInAt).Select(s => (DateTimeOffset?)s.TakenInAt).FirstOrDefaultAsync(ct),
            DatabaseBytes = new FileInfo(_options.DatabasePath) is { Exists: true } file ? file.Length : 0,
        };
    }

    /// <summary>
    /// Counting what waits goes through every claim, and the number stands on every page: it is counted again only when a talk,
    /// a claim or a verdict has come or changed since.
    /// </summary>
    private async Task<LibraryCounts> CountsAsync(TalkNotesDb db, CancellationToken ct)
    {
        var talks = await db.Talks.GroupBy(_ => 1)
            .Select(g => new { Count = g.Count(), Words = g.Sum(t => (long)t.WordCount), Changed = (DateTimeOffset?)g.Max(t => t.ChangedAt) })
            .FirstOrDefaultAsync(ct);
        var stamp = new Stamp(
            talks?.Count ?? 0, talks?.Changed, await db.Claims.MaxAsync(c => (int?)c.Id, ct), await db.Verdicts.MaxAsync(v => (int?)v.Id, ct),
            await db.ClaimStates.CountAsync(s => s.Recheck != null, ct));
        var known = _known;
        if (known is null || known.Stamp != stamp)
        {
            _known = known = new KnownCounts(stamp, new LibraryCounts(stamp.Talks, talks?.Words ?? 0, await Waiting(db).CountAsync(ct)));
        }

        return known.Counts;
    }

    private static IQueryable<ClaimRow> Waiting(TalkNotesDb db) =>
        db.Claims.Where(c => c.WithdrawnAt == null && c.State!.Status == "unverified" && c.Talk.TranscriptId != null);

    private static async Task<VerdictCounts> ClaimsAsync(TalkNotesDb db, CancellationToken ct)
    {
        var rows = await db.Claims.Where(c => c.WithdrawnAt == null).GroupBy(c => c.State!.Status)
            .Select(g => new { Status = g.Key, Count = g.Count() }).ToListAsync(ct);
        return VerdictCounts.Of(rows.Select(r => (r.Status, r.Count)));
    }

    /// <summary>The first waiting claims of each talk in turn, so that no talk crowds out the others; what the program could not find comes first.</summary>
    private static async Task<List<WaitingClaim>> WaitingAsync(TalkNotesDb db, CancellationToken ct)
    {
        var talks = await db.Talks.Where(t => Waiting(db).Any(c => c.TalkId == t.Id))
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
        var blocked = db.Claims.Where(c => c.WithdrawnAt == null && c.State!.Status == "unverified" && c.Talk.TranscriptId == null);
        var without = db.Talks.Where(t => t.TranscriptId == null && t.Claims.Any(c => c.WithdrawnAt == null));
        var example = await without.OrderByDescending(t => t.Id).Select(t => new { t.Slug, t.Title }).FirstOrDefaultAsync(ct);
        return new LibraryGaps(
            await without.CountAsync(ct), await blocked.CountAsync(ct),
            await db.Talks.CountAsync(t => t.TranscriptId != null && !t.Transcript!.IsLabelled, ct),
            await db.Talks.CountAsync(t => t.TranscriptId != null && !t.Transcript!.IsTimed, ct),
            await db.Talks.CountAsync(t => t.Published == null, ct),
            example is null ? null : new TalkRef(example.Slug, example.Title));
    }

    private static List<MonthCount> Months(List<DateTimeOffset> given)
    {
        var counts = given.GroupBy(at => new DateOnly(at.Year, at.Month, 1)).ToDictionary(g => g.Key, g => g.Count());
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

    private sealed record Stamp(int Talks, DateTimeOffset? Changed, int? Claim, int? Verdict, int Suspended);

    private sealed record KnownCounts(Stamp Stamp, LibraryCounts Counts);
}
