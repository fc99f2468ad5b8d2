using Microsoft.EntityFrameworkCore;
using TalkNotes.Core.Evidence;
using TalkNotes.Core.Storage;
using TalkNotes.Core.Text;

namespace TalkNotes.Core.Claims;

/// <summary>
/// Orders the queue: claims with a detail that was not found first, then those with numbers or dates, then the rest. The
/// program's check is kept per claim until the transcript or the checker changes; it is never a verdict.
/// </summary>
public sealed class Triage
{
    /// <summary>A detail was not found in the words, or found differently.</summary>
    public const int Flagged = 0;

    /// <summary>It has numbers or dates.</summary>
    public const int Numbers = 1;

    /// <summary>All others.</summary>
    public const int Rest = 2;

    private const int Checker = 1; // raised when the same claim may get another rank
    private readonly IDbContextFactory<TalkNotesDb> _contexts;
    private readonly ClaimEvidence _evidence;

    internal Triage(IDbContextFactory<TalkNotesDb> contexts, ClaimEvidence evidence)
    {
        _contexts = contexts;
        _evidence = evidence;
    }

    /// <summary>Checks the claims whose check is missing or was made with another transcript.</summary>
    /// <param name="mostTalks">Talks to check at most; the others are left for the next time.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>Claims checked.</returns>
    public async Task<int> RefreshAsync(int mostTalks, CancellationToken ct)
    {
        await using var db = await _contexts.CreateDbContextAsync(ct);
        var stale = await db.Claims
            .Where(c => c.WithdrawnAt == null)
            .Select(c => new
            {
                c.Id,
                c.PublicId,
                c.Text,
                c.TalkId,
                c.Talk.Slug,
                Version = Checker + "/" + (c.Talk.Transcript == null ? "" : c.Talk.Transcript.Sha256 + "/" + c.Talk.Transcript.FormatRevision),
                Known = c.Check == null ? null : c.Check.Version,
            })
            .Where(c => c.Known != c.Version).OrderBy(c => c.TalkId).ThenBy(c => c.Id).ToListAsync(ct);
        var done = 0;
        foreach (var talk in stale.GroupBy(c => (c.TalkId, c.Slug)).Take(mostTalks))
        {
            var results = await _evidence.ForTalkAsync(talk.Key.Slug, ct);
            var ids = talk.Select(c => c.Id).ToList();
            await db.ClaimChecks.Where(c => ids.Contains(c.ClaimId)).ExecuteDeleteAsync(ct);
            foreach (var claim in talk)
            {
                var flags = results.GetValueOrDefault(claim.PublicId)?.Details.Where(d => d.Found != "yes").Select(d => d.Text).Distinct().ToList() ?? [];
                db.ClaimChecks.Add(new ClaimCheckRow
                {
                    ClaimId = claim.Id,
                    Version = claim.Version,
                    Triage = flags.Count > 0 ? Flagged : Words.Of(claim.Text).Exists(w => w.Folded.Any(char.IsDigit)) ? Numbers : Rest,
                    Flags = VerdictJson.Write(flags),
                    Due = DueDates.Of(claim.Text),
                });
                done++;
            }

            await db.SaveChangesAsync(ct);
            db.ChangeTracker.Clear();
        }

        return done;
    }
}
