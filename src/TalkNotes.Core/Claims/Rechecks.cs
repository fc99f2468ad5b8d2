using Microsoft.EntityFrameworkCore;
using TalkNotes.Core.Storage;

namespace TalkNotes.Core.Claims;

/// <summary>
/// Verdicts that a person must look at again because the transcript, or the names known, changed after they were given.
/// Worked out on reading, from what was stored with the verdict: nothing has to be kept in step by whoever writes
/// transcripts. Only verdicts given on another transcript version, or with searches that new names could answer, are read.
/// </summary>
internal sealed class Rechecks
{
    private Rechecks(IReadOnlySet<int> suspended, IReadOnlyDictionary<int, IReadOnlyList<StoredSearch>> reopened)
    {
        Suspended = suspended;
        Reopened = reopened;
    }

    /// <summary>Claims (row ids) whose verdict rests on evidence that needs confirmation or is gone.</summary>
    public IReadOnlySet<int> Suspended { get; }

    /// <summary>Claims that were not said, with the searches that find something new now.</summary>
    public IReadOnlyDictionary<int, IReadOnlyList<StoredSearch>> Reopened { get; }

    /// <summary>Looks at the verdicts in force of these claims; of all claims when <paramref name="claims"/> is null.</summary>
    public static async Task<Rechecks> ReadAsync(TalkNotesDb db, IReadOnlyCollection<int>? claims, CancellationToken ct)
    {
        var states = db.ClaimStates.Where(s => s.VerdictId != null);
        if (claims is not null)
        {
            states = states.Where(s => claims.Contains(s.ClaimId));
        }

        var transcripts = new Dictionary<int, TranscriptWords?>();
        return new Rechecks(await SuspendedAsync(db, states, transcripts, ct), await ReopenedAsync(db, states, transcripts, ct));
    }

    private static async Task<HashSet<int>> SuspendedAsync(
        TalkNotesDb db, IQueryable<ClaimStateRow> states, Dictionary<int, TranscriptWords?> transcripts, CancellationToken ct)
    {
        var atRisk = await (
            from state in states
            join evidence in db.Evidence on state.VerdictId equals evidence.VerdictId
            join claim in db.Claims on state.ClaimId equals claim.Id
            where evidence.Kind == "segments"
                && (claim.Talk.Transcript == null || claim.Talk.Transcript.Sha256 != evidence.SourceSha256 || evidence.Decisions.Count > 0)
            select new { state.ClaimId, claim.TalkId, evidence, decisions = evidence.Decisions.OrderBy(d => d.Id).ToList() }).ToListAsync(ct);
        var suspended = new HashSet<int>();
        foreach (var risk in atRisk)
        {
            var transcript = await TranscriptAsync(db, transcripts, risk.TalkId, ct);
            if (!AnchorState.Holds(EvidenceViews.Anchor(risk.evidence, risk.decisions, transcript).State))
            {
                suspended.Add(risk.ClaimId);
            }
        }

        return suspended;
    }

    private static async Task<Dictionary<int, IReadOnlyList<StoredSearch>>> ReopenedAsync(
        TalkNotesDb db, IQueryable<ClaimStateRow> states, Dictionary<int, TranscriptWords?> transcripts, CancellationToken ct)
    {
        var names = await KnownNames.AllAsync(db, ct);
        var anyNames = names.Count > 0;
        var stored = await (
            from state in states
            where state.Status == Status.NotSaid
            join verdict in db.Verdicts on state.VerdictId equals verdict.Id
            join claim in db.Claims on state.ClaimId equals claim.Id
            where claim.Talk.Transcript != null && (anyNames || claim.Talk.Transcript.Sha256 != verdict.TranscriptSha256)
            select new { state.ClaimId, claim.TalkId, verdict.Searched }).ToListAsync(ct);
        var search = new SpokenSearch(names);
        var reopened = new Dictionary<int, IReadOnlyList<StoredSearch>>();
        foreach (var verdict in stored)
        {
            if (await TranscriptAsync(db, transcripts, verdict.TalkId, ct) is { } transcript
                && NotSaidWatch.NewlyFound(VerdictJson.Read<StoredSearch>(verdict.Searched), search, transcript) is { Count: > 0 } found)
            {
                reopened.Add(verdict.ClaimId, found);
            }
        }

        return reopened;
    }

    private static async Task<TranscriptWords?> TranscriptAsync(
        TalkNotesDb db, Dictionary<int, TranscriptWords?> known, int talk, CancellationToken ct)
    {
        if (!known.TryGetValue(talk, out var transcript))
        {
            known[talk] = transcript = await TranscriptWords.OfTalkAsync(db, talk, ct);
        }

        return transcript;
    }
}
