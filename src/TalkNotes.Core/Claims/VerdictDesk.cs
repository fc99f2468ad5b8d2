using Microsoft.EntityFrameworkCore;
using TalkNotes.Core.Storage;
using TalkNotes.Core.Text;

namespace TalkNotes.Core.Claims;

/// <summary>
/// Records what people judge. Nothing else writes verdicts, evidence and reviews; every write is one immediate
/// transaction, and no row is ever changed or deleted.
/// </summary>
public sealed class VerdictDesk
{
    private readonly IDbContextFactory<TalkNotesDb> _contexts;
    private readonly TimeProvider _time;
    private readonly Func<Glossary> _glossary;
    private readonly Standings _standings;

    internal VerdictDesk(IDbContextFactory<TalkNotesDb> contexts, TimeProvider time, Func<Glossary> glossary)
    {
        _contexts = contexts;
        _time = time;
        _glossary = glossary;
        _standings = new Standings(glossary);
    }

    /// <summary>Today, for evidence that is read now.</summary>
    public DateOnly Today => DateOnly.FromDateTime(_time.GetUtcNow().UtcDateTime);

    /// <summary>Records a verdict, or says why not. Nothing is written unless the outcome is <see cref="VerdictOutcome.Recorded"/>.</summary>
    public async Task<VerdictOutcome> RecordAsync(VerdictDraft draft, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(draft);
        await using var db = await _contexts.CreateDbContextAsync(ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var (refusal, row) = await PrepareAsync(db, draft, ct);
        if (refusal is not null)
        {
            return refusal;
        }

        db.Verdicts.Add(row!);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return await RecordedAsync(db, draft.Claim, row!.Id, ct);
    }

    /// <summary>What <see cref="RecordAsync"/> would answer to each draft, in order, null where it would record it. Writes nothing.</summary>
    public async Task<IReadOnlyList<VerdictOutcome?>> PreviewAsync(IReadOnlyList<VerdictDraft> drafts, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(drafts);
        await using var db = await _contexts.CreateDbContextAsync(ct);
        var outcomes = new List<VerdictOutcome?>(drafts.Count);
        foreach (var draft in drafts)
        {
            outcomes.Add((await PrepareAsync(db, draft, ct)).Refusal);
        }

        return outcomes;
    }

    /// <summary>Records several verdicts at once: all of them, or none when one is refused. Answers in order.</summary>
    public async Task<IReadOnlyList<VerdictOutcome>> RecordAllAsync(IReadOnlyList<VerdictDraft> drafts, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(drafts);
        await using var db = await _contexts.CreateDbContextAsync(ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var rows = new List<VerdictRow>(drafts.Count);
        var refusals = new List<VerdictOutcome>();
        foreach (var draft in drafts.DistinctBy(d => (d.Claim, d.Question)))
        {
            var (refusal, row) = await PrepareAsync(db, draft, ct);
            if (refusal is not null)
            {
                refusals.Add(refusal);
            }
            else
            {
                rows.Add(row!);
            }
        }

        if (refusals.Count > 0)
        {
            return refusals;
        }

        db.Verdicts.AddRange(rows);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        var recorded = new List<VerdictOutcome>(rows.Count);
        foreach (var row in rows)
        {
            recorded.Add(await RecordedAsync(db, row.Claim.PublicId, row.Id, ct));
        }

        return recorded;
    }

    /// <summary>
    /// Takes back a verdict that is in force: a new row repeats the state before it. Refused as a conflict when a newer
    /// verdict stands.
    /// </summary>
    /// <param name="claim">The claim's public id.</param>
    /// <param name="number">Number of the verdict to take back.</param>
    /// <param name="curator">Who takes it back.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<VerdictOutcome> UndoAsync(string claim, int number, string curator, CancellationToken ct)
    {
        await using var db = await _contexts.CreateDbContextAsync(ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var log = await VerdictLog.ReadAsync(db, claim, ct);
        if (log is null || log.Find(number) is not { } undone)
        {
            return new VerdictOutcome.NotFound(claim);
        }

        if (log.Origin(log.Newest(undone.Question)) != undone)
        {
            return new VerdictOutcome.Conflict(log.View(log.Newest(undone.Question)!), null);
        }

        var before = log.Before(undone);
        var row = new VerdictRow
        {
            Claim = log.Claim,
            N = log.Rows.Count + 1,
            Question = undone.Question,
            Value = before?.Value ?? VerdictLog.Open(undone.Question),
            PreviousId = log.Newest(undone.Question)!.Id,
            UndoesId = undone.Id,
            Reasons = before?.Reasons ?? "[]",
            Note = before?.Note,
            Curator = curator,
            ClaimText = before?.ClaimText ?? log.Claim.Text,
            TextHash = before?.TextHash ?? log.Claim.TextHash,
            TranscriptSha256 = before?.TranscriptSha256,
            Searched = before?.Searched ?? "[]",
            GivenAt = _time.GetUtcNow(),
        };
        row.Evidence.AddRange(before?.Evidence.Select(EvidenceRows.Copy) ?? []);
        db.Verdicts.Add(row);
        await db.SaveChangesAsync(ct);
        await _standings.SettleAsync(db, [log.Claim.Id], ct); // what comes back may rest on an earlier transcript
        await transaction.CommitAsync(ct);
        return await RecordedAsync(db, claim, row.Id, ct);
    }

    /// <summary>A second curator confirms or disputes the fidelity verdict in force.</summary>
    /// <param name="claim">The claim's public id.</param>
    /// <param name="number">Number of the verdict that was seen; another one in force is a conflict.</param>
    /// <param name="value">The value this curator would give: the same confirms, another one disputes.</param>
    /// <param name="note">Why; needed to dispute.</param>
    /// <param name="curator">Who; not the one who gave the verdict.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<VerdictOutcome> ReviewAsync(string claim, int number, string value, string? note, string curator, CancellationToken ct)
    {
        await using var db = await _contexts.CreateDbContextAsync(ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var log = await VerdictLog.ReadAsync(db, claim, ct);
        if (log is null || log.Find(number) is not { Question: Question.Fidelity } verdict)
        {
            return new VerdictOutcome.NotFound(claim);
        }

        if (log.Newest(Question.Fidelity) is { } newest && newest != verdict)
        {
            return new VerdictOutcome.Conflict(log.View(newest), null);
        }

        var errors = VerdictRules.CheckReview(verdict.Value, verdict.Curator, value, note, curator);
        if (errors.Count > 0)
        {
            return new VerdictOutcome.Invalid(errors);
        }

        db.Reviews.Add(new ReviewRow
        {
            VerdictId = verdict.Id,
            Answer = value == verdict.Value ? "confirm" : "dispute",
            Value = value,
            Note = Clean(note),
            Curator = curator.Trim(),
            GivenAt = _time.GetUtcNow(),
        });
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return await RecordedAsync(db, claim, verdict.Id, ct);
    }

    private async Task<(VerdictOutcome? Refusal, VerdictRow? Row)> PrepareAsync(TalkNotesDb db, VerdictDraft draft, CancellationToken ct)
    {
        var log = await VerdictLog.ReadAsync(db, draft.Claim, ct);
        if (log is null)
        {
            return (new VerdictOutcome.NotFound(draft.Claim), null);
        }

        if (draft.SeenText is { } seen && Plain(seen) != Plain(log.Claim.Text))
        {
            return (new VerdictOutcome.ClaimChanged(seen, log.Claim.Text), null);
        }

        if (draft.Seen is { } number && number != log.Rows.Count)
        {
            return (new VerdictOutcome.Conflict(log.View(log.Rows[^1]), draft), null);
        }

        var status = await db.ClaimStates.Where(s => s.ClaimId == log.Claim.Id).Select(s => s.Status).SingleAsync(ct);
        if (draft.Question == Question.Accuracy && status != Status.Verified)
        {
            return (new VerdictOutcome.NotOpen($"Whether it is true can be judged only once it is verified that it was said; this claim is {status} now"), null);
        }

        var transcript = await TranscriptWords.OfTalkAsync(db, log.Claim.TalkId, ct);
        var newest = log.Newest(draft.Question);
        var errors = VerdictRules.Check(draft, transcript, newest?.Value ?? VerdictLog.Open(draft.Question), Today);
        if (errors.Count > 0)
        {
            return (new VerdictOutcome.Invalid(errors), null);
        }

        var row = new VerdictRow
        {
            Claim = log.Claim,
            N = log.Rows.Count + 1,
            Question = draft.Question,
            Value = draft.Value,
            PreviousId = newest?.Id,
            Reasons = VerdictJson.Write(draft.Reasons.Distinct().ToList()),
            Note = Clean(draft.Note),
            Curator = draft.Curator.Trim(),
            ClaimText = log.Claim.Text,
            TextHash = log.Claim.TextHash,
            TranscriptSha256 = transcript?.Sha256,
            Searched = VerdictJson.Write(await SearchedAsync(db, draft, transcript, ct)),
            GivenAt = _time.GetUtcNow(),
        };
        row.Evidence.AddRange(draft.Evidence.Select((e, n) => EvidenceRows.From(e, n, log.Claim.TalkId, Stance.For(draft.Value), transcript)));
        return (null, row);
    }

    private async Task<List<StoredSearch>> SearchedAsync(TalkNotesDb db, VerdictDraft draft, TranscriptWords? transcript, CancellationToken ct)
    {
        var queries = draft.Searched.Select(q => q.Trim()).Where(q => q.Length > 0).Distinct().ToList();
        if (transcript is null || queries.Count == 0)
        {
            return queries.ConvertAll(q => new StoredSearch(q, []));
        }

        var search = new SpokenSearch(transcript, _glossary(), await KnownNames.AllAsync(db, ct));
        return queries.ConvertAll(q => new StoredSearch(q, search.Find(q)));
    }

    private static async Task<VerdictOutcome> RecordedAsync(TalkNotesDb db, string claim, int id, CancellationToken ct)
    {
        db.ChangeTracker.Clear();
        var log = (await VerdictLog.ReadAsync(db, claim, ct))!;
        return new VerdictOutcome.Recorded(claim, log.View(log.Rows.Single(r => r.Id == id)));
    }

    /// <summary>A form sends line ends and blanks its own way; they are not another wording.</summary>
    private static string Plain(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static string? Clean(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
