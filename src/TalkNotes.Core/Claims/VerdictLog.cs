using Microsoft.EntityFrameworkCore;
using TalkNotes.Core.Storage;

namespace TalkNotes.Core.Claims;

/// <summary>Everything that was ever recorded about one claim, in order.</summary>
internal sealed class VerdictLog
{
    private VerdictLog(ClaimRow claim, List<VerdictRow> rows)
    {
        Claim = claim;
        Rows = rows;
    }

    public ClaimRow Claim { get; }

    /// <summary>The rows, oldest first; row <c>i</c> has number <c>i + 1</c>.</summary>
    public IReadOnlyList<VerdictRow> Rows { get; }

    /// <summary>The value of a question that nobody has answered.</summary>
    public static string Open(string question) => question == Question.Accuracy ? Accuracy.NotAssessed : Status.Unverified;

    /// <summary>Reads a claim's log; null when there is no such claim.</summary>
    public static async Task<VerdictLog?> ReadAsync(TalkNotesDb db, string publicId, CancellationToken ct)
    {
        var claim = await db.Claims.SingleOrDefaultAsync(c => c.PublicId == publicId, ct);
        if (claim is null)
        {
            return null;
        }

        var rows = await db.Verdicts.Where(v => v.ClaimId == claim.Id)
            .Include(v => v.Evidence.OrderBy(e => e.N)).ThenInclude(e => e.Decisions.OrderBy(d => d.Id))
            .Include(v => v.Reviews.OrderBy(r => r.Id))
            .AsSplitQuery().OrderBy(v => v.Id).ToListAsync(ct);
        return new VerdictLog(claim, rows);
    }

    /// <summary>The logs of every claim that a talk's sources make today, in the order of its notes.</summary>
    public static async Task<List<VerdictLog>> OfTalkAsync(TalkNotesDb db, string slug, CancellationToken ct)
    {
        var claims = await db.Claims.AsNoTracking().Where(c => c.Talk.Slug == slug && c.WithdrawnAt == null).OrderBy(c => c.Position).ThenBy(c => c.Id).ToListAsync(ct);
        var rows = await db.Verdicts.AsNoTracking().Where(v => v.Claim.Talk.Slug == slug && v.Claim.WithdrawnAt == null)
            .Include(v => v.Evidence.OrderBy(e => e.N)).ThenInclude(e => e.Decisions.OrderBy(d => d.Id))
            .Include(v => v.Reviews.OrderBy(r => r.Id))
            .AsSplitQuery().OrderBy(v => v.Id).ToListAsync(ct);
        var ofClaim = rows.ToLookup(r => r.ClaimId);
        return claims.ConvertAll(c => new VerdictLog(c, [.. ofClaim[c.Id]]));
    }

    public VerdictRow? Find(int number) => number >= 1 && number <= Rows.Count ? Rows[number - 1] : null;

    /// <summary>The row in force on a question; null when nobody has answered it.</summary>
    public VerdictRow? Newest(string question) => Rows.LastOrDefault(r => r.Question == question);

    /// <summary>The verdict whose state a row holds: itself, or for an undo the one that it brought back; null for none.</summary>
    public VerdictRow? Origin(VerdictRow? row)
    {
        while (row?.UndoesId is { } undone)
        {
            row = ById(ById(undone)!.PreviousId);
        }

        return row;
    }

    /// <summary>The row that was in force before; null for none.</summary>
    public VerdictRow? Before(VerdictRow row) => ById(row.PreviousId);

    /// <summary>The record of a row.</summary>
    public VerdictView View(VerdictRow row) => new()
    {
        Number = row.N,
        Question = row.Question,
        From = Before(row)?.Value ?? Open(row.Question),
        Value = row.Value,
        Reasons = VerdictJson.Read<string>(row.Reasons),
        Note = row.Note,
        Curator = row.Curator,
        GivenAt = row.GivenAt,
        ClaimText = row.ClaimText,
        Undoes = ById(row.UndoesId)?.N,
        AccuracyAffected = AccuracyAffected(row),
        Evidence = row.Evidence.ConvertAll(EvidenceViews.Of),
        Searched = VerdictJson.Read<StoredSearch>(row.Searched),
        Reviews = row.Reviews.ConvertAll(r => new ReviewView(r.Answer, r.Value, r.Note, r.Curator, r.GivenAt)),
    };

    /// <summary>The answer on accuracy that a fidelity verdict made stop or start counting.</summary>
    private string? AccuracyAffected(VerdictRow row)
    {
        var changesWhetherOpen = row.Question == Question.Fidelity && (row.Value == Status.Verified) != (Before(row)?.Value == Status.Verified);
        var answer = changesWhetherOpen ? Rows.LastOrDefault(r => r.Question == Question.Accuracy && r.N < row.N)?.Value : null;
        return answer == Accuracy.NotAssessed ? null : answer;
    }

    private VerdictRow? ById(int? id) => id is null ? null : Rows.Single(r => r.Id == id);
}
