using Microsoft.EntityFrameworkCore;
using TalkNotes.Core.Storage;
using TalkNotes.Core.Text;

namespace TalkNotes.Core.Claims;

/// <summary>
/// Records what a person says after a source changed: where evidence stands now, and which wording followed a withdrawn
/// one. Rows are only added.
/// </summary>
public sealed class RecheckDesk
{
    private readonly IDbContextFactory<TalkNotesDb> _contexts;
    private readonly TimeProvider _time;
    private readonly Standings _standings;

    internal RecheckDesk(IDbContextFactory<TalkNotesDb> contexts, TimeProvider time, Func<Glossary> glossary)
    {
        _contexts = contexts;
        _time = time;
        _standings = new Standings(glossary);
    }

    /// <summary>Says that a piece of evidence in force stands at these segments of today's transcript.</summary>
    /// <returns>Null when it is recorded, else what is wrong.</returns>
    public Task<FieldError?> ConfirmAsync(string claim, int evidence, int first, int last, string curator, CancellationToken ct) =>
        DecideAsync(claim, evidence, curator, transcript =>
        {
            if (first < 0 || first > last || last >= transcript.Segments.Count)
            {
                return null;
            }

            var (prefix, suffix) = EvidenceRows.Around(transcript, first, last);
            return new AnchorDecisionRow
            {
                Answer = "confirmed",
                SourceSha256 = transcript.Sha256,
                FirstSegment = first,
                LastSegment = last,
                Start = transcript.Segments[first].Start,
                End = transcript.EndOf(last),
                Words = transcript.TextOf(first, last),
                Prefix = prefix,
                Suffix = suffix,
                Curator = curator,
            };
        }, ct);

    /// <summary>Says that the words of a piece of evidence in force are gone.</summary>
    /// <returns>Null when it is recorded, else what is wrong.</returns>
    public Task<FieldError?> GoneAsync(string claim, int evidence, string curator, CancellationToken ct) =>
        DecideAsync(claim, evidence, curator, t => new AnchorDecisionRow { Answer = "gone", SourceSha256 = t.Sha256, Curator = curator }, ct);

    /// <summary>Accepts or rejects a proposed new wording of a withdrawn claim. The verdict stays with the old wording.</summary>
    /// <returns>Null when it is recorded, else what is wrong.</returns>
    public async Task<FieldError?> SucceedAsync(string claim, string successor, bool accept, string curator, CancellationToken ct)
    {
        await using var db = await _contexts.CreateDbContextAsync(ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var old = await db.Claims.SingleOrDefaultAsync(c => c.PublicId == claim, ct);
        var next = await db.Claims.SingleOrDefaultAsync(c => c.PublicId == successor, ct);
        if (old?.WithdrawnAt is null || next is null || next.WithdrawnAt is not null || next.TalkId != old.TalkId)
        {
            return new FieldError("successor", "The old wording must be withdrawn, and the new one stand in the same talk");
        }

        if (string.IsNullOrWhiteSpace(curator))
        {
            return new FieldError("curator", "Say who decides");
        }

        db.Successions.Add(new SuccessionRow
        {
            ClaimId = old.Id, SuccessorId = next.Id, Answer = accept ? "accepted" : "rejected", Curator = curator, DecidedAt = _time.GetUtcNow(),
        });
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return null;
    }

    private async Task<FieldError?> DecideAsync(
        string claim, int number, string curator, Func<TranscriptWords, AnchorDecisionRow?> decide, CancellationToken ct)
    {
        await using var db = await _contexts.CreateDbContextAsync(ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var log = await VerdictLog.ReadAsync(db, claim, ct);
        var evidence = log?.Newest(Question.Fidelity)?.Evidence.Find(e => e.N == number && e.Kind == "segments");
        if (evidence is null)
        {
            return new FieldError("evidence", "The verdict in force has no such evidence");
        }

        if (string.IsNullOrWhiteSpace(curator))
        {
            return new FieldError("curator", "Say who decides");
        }

        var transcript = await TranscriptWords.OfTalkAsync(db, log!.Claim.TalkId, ct);
        if (transcript is null || decide(transcript) is not { } decision)
        {
            return new FieldError("evidence", "Those segments are not in today's transcript");
        }

        decision.EvidenceId = evidence.Id;
        decision.DecidedAt = _time.GetUtcNow();
        db.AnchorDecisions.Add(decision);
        await db.SaveChangesAsync(ct);
        await _standings.SettleAsync(db, [log.Claim.Id], ct);
        await transaction.CommitAsync(ct);
        return null;
    }
}
