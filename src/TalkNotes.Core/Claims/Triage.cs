using Microsoft.EntityFrameworkCore;
using TalkNotes.Core.Evidence;
using TalkNotes.Core.Storage;
using TalkNotes.Core.Text;

namespace TalkNotes.Core.Claims;

/// <summary>
/// Orders the queue: claims with a detail that was not found first, then those with numbers or dates, then the rest. The
/// program's check is kept per claim until its talk or the checker changes; it is never a verdict.
/// </summary>
public sealed class Triage
{
    /// <summary>A detail was not found in the words, or found differently.</summary>
    public const int Flagged = 0;

    /// <summary>It has numbers or dates.</summary>
    public const int Numbers = 1;

    /// <summary>All others.</summary>
    public const int Rest = 2;

    private const int Checker = 4; // raised when the same claim may get another rank, or something new is kept of it
    private const int TalksAtOnce = 200;
    private readonly IDbContextFactory<TalkNotesDb> _contexts;
    private readonly ClaimEvidence _evidence;
    private DateTimeOffset _upTo; // every talk that changed before was looked at

    internal Triage(IDbContextFactory<TalkNotesDb> contexts, ClaimEvidence evidence)
    {
        _contexts = contexts;
        _evidence = evidence;
    }

    /// <summary>Checks the claims whose check is missing or was made before their talk changed.</summary>
    /// <param name="progress">Told after each talk how many claims were checked; may be null.</param>
    /// <param name="ct">Stops between two talks; what was done stays.</param>
    /// <returns>Claims checked.</returns>
    public async Task<int> RefreshAsync(IProgress<int>? progress, CancellationToken ct)
    {
        await using var db = await _contexts.CreateDbContextAsync(ct);
        var since = _upTo;
        var talks = await db.Talks.IgnoreQueryFilters().Where(t => t.ChangedAt >= since).OrderBy(t => t.ChangedAt).ThenBy(t => t.Id)
            .Select(t => new { t.Id, t.ChangedAt }).ToListAsync(ct);
        var done = 0;
        foreach (var some in talks.Select(t => t.Id).Chunk(TalksAtOnce))
        {
            var versions = await TalkVersions.ReadAsync(db, some, ct);
            var claims = await db.Claims.AsNoTracking().Where(c => some.Contains(c.TalkId) && c.WithdrawnAt == null).OrderBy(c => c.TalkId).ThenBy(c => c.Id)
                .Select(c => new { c.Id, c.TalkId, Known = c.Check == null ? null : c.Check.Version }).ToListAsync(ct);
            foreach (var talk in claims.GroupBy(c => c.TalkId))
            {
                var version = $"{Checker}/{versions[talk.Key]}";
                var stale = talk.Where(c => c.Known != version).Select(c => c.Id).ToList();
                if (stale.Count > 0)
                {
                    await CheckAsync(db, talk.Key, stale, version, ct);
                    done += stale.Count;
                    progress?.Report(done);
                }
            }
        }

        _upTo = talks.Count == 0 ? since : talks[^1].ChangedAt;
        return done;
    }

    private async Task CheckAsync(TalkNotesDb db, int talk, List<int> claims, string version, CancellationToken ct)
    {
        var texts = await db.Claims.AsNoTracking().Where(c => EF.Parameter(claims).Contains(c.Id)).Select(c => new { c.Id, c.PublicId, c.Text }).ToListAsync(ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var results = await _evidence.KeepAsync(db, talk, ct);
        await db.ClaimChecks.Where(c => EF.Parameter(claims).Contains(c.ClaimId)).ExecuteDeleteAsync(ct);
        await db.ClaimWords.Where(c => EF.Parameter(claims).Contains(c.ClaimId)).ExecuteDeleteAsync(ct);
        await db.InsertAllAsync(texts.SelectMany(c => Wordings.Telling(c.Text).Select(word => new ClaimWordRow { ClaimId = c.Id, Word = word })), ct);
        db.ClaimChecks.AddRange(texts.Select(claim =>
        {
            var flags = results.GetValueOrDefault(claim.PublicId)?.Details.Where(d => d.Found != "yes").Select(d => d.Text).Distinct().ToList() ?? [];
            return new ClaimCheckRow
            {
                ClaimId = claim.Id,
                Version = version,
                Triage = flags.Count > 0 ? Flagged : Words.Of(claim.Text).Exists(w => w.Folded.Any(char.IsDigit)) ? Numbers : Rest,
                Flags = VerdictJson.Write(flags),
                Due = DueDates.Of(claim.Text),
            };
        }));
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        db.ChangeTracker.Clear();
    }
}
