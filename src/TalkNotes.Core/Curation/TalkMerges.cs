using Microsoft.EntityFrameworkCore;
using TalkNotes.Core.Storage;

namespace TalkNotes.Core.Curation;

/// <summary>
/// Makes two talks one, and parts them again. Sources and claims move with their ids; the talk that has nothing left keeps
/// its row, and its address redirects. A claim that both make stays two rows, the moved one withdrawn in favour of the other.
/// </summary>
internal static class TalkMerges
{
    /// <summary>Carries out what was just recorded about two talks; adds the talks to work out anew.</summary>
    public static async Task ApplyAsync(TalkNotesDb db, IReadOnlyList<CorrectionRow> rows, HashSet<int> talks, CancellationToken ct)
    {
        foreach (var row in rows.Where(r => r.OtherTalkId is not null))
        {
            var origin = row;
            var isTaken = false;
            while (origin.UndoesId is { } earlier)
            {
                origin = await db.Corrections.AsNoTracking().SingleAsync(c => c.Id == earlier, ct);
                isTaken = !isTaken;
            }

            if (CorrectionJson.Read(origin) is not SameTalkCorrection same)
            {
                continue;
            }

            var (into, from) = (origin.TalkId!.Value, origin.OtherTalkId!.Value);
            if (isTaken)
            {
                await PartAsync(db, into, from, same, row.GivenAt, ct);
                talks.Add(from);
            }
            else
            {
                await JoinAsync(db, into, from, row.GivenAt, ct);
                talks.Remove(from);
            }

            talks.Add(into);
        }
    }

    /// <summary>Why a correction cannot be taken back now; null when it can.</summary>
    public static async Task<string?> ReasonToKeepAsync(TalkNotesDb db, CorrectionRow row, CancellationToken ct)
    {
        if (row is not { Kind: "same-talk", TalkId: { } into })
        {
            return null;
        }

        // Parted in the order in which they were joined, the last first: what moved on moves back first.
        var isMovedOn = await db.Talks.IgnoreQueryFilters().AnyAsync(t => t.Id == into && t.MergedIntoId != null, ct);
        return isMovedOn ? "That talk has become part of another one since; take that back first" : null;
    }

    /// <summary>Whether a person decided that two talks are not one: said so, or took back that they are.</summary>
    public static async Task<bool> ArePartedAsync(TalkNotesDb db, int one, int other, CancellationToken ct)
    {
        var rows = await db.Corrections.AsNoTracking()
            .Where(c => (c.TalkId == one && c.OtherTalkId == other) || (c.TalkId == other && c.OtherTalkId == one)).ToListAsync(ct);
        var inForce = CorrectionLog.InForce(rows);
        return !inForce.Exists(e => e.Correction is SameTalkCorrection)
            && (inForce.Exists(e => e.Correction is DifferentTalksCorrection) || rows.Exists(r => r is { UndoesId: null, Kind: "same-talk" }));
    }

    /// <summary>Makes one talk part of another; the caller works out the talk that stays.</summary>
    public static async Task JoinAsync(TalkNotesDb db, int into, int from, DateTimeOffset now, CancellationToken ct)
    {
        await db.Sources.Where(s => s.TalkId == from).ExecuteUpdateAsync(s => s.SetProperty(x => x.TalkId, into), ct);
        await MoveClaimsAsync(db, from, into, await db.Claims.Where(c => c.TalkId == from).ToListAsync(ct), now, ct);
        await CloseAsync(db, into, from, ct);
    }

    /// <summary>The talk has nothing of its own any more; its address leads to the other one.</summary>
    private static async Task CloseAsync(TalkNotesDb db, int into, int from, CancellationToken ct)
    {
        await db.Passages.Where(p => p.TalkId == from).ExecuteDeleteAsync(ct);
        await db.CorrectionPlaces.Where(p => p.TalkId == from).ExecuteDeleteAsync(ct);
        await db.TalkSlugs.Where(s => s.TalkId == from).ExecuteUpdateAsync(s => s.SetProperty(x => x.TalkId, into), ct);
        await db.Talks.IgnoreQueryFilters().Where(t => t.MergedIntoId == from).ExecuteUpdateAsync(t => t.SetProperty(x => x.MergedIntoId, into), ct);
        var talk = await db.Talks.SingleAsync(t => t.Id == from, ct);
        (talk.MergedIntoId, talk.TranscriptId, talk.WordCount) = (into, null, 0);
        db.TalkSlugs.Add(new TalkSlugRow { Slug = talk.Slug, TalkId = into });
        await db.SaveChangesAsync(ct);
        db.Entry(talk).State = EntityState.Detached;
    }

    private static async Task PartAsync(TalkNotesDb db, int into, int from, SameTalkCorrection same, DateTimeOffset now, CancellationToken ct)
    {
        await db.TalkSlugs.Where(s => s.TalkId == into && db.Talks.IgnoreQueryFilters().Any(t => t.Id == from && t.Slug == s.Slug)).ExecuteDeleteAsync(ct);
        await db.Talks.IgnoreQueryFilters().Where(t => t.Id == from).ExecuteUpdateAsync(t => t.SetProperty(x => x.MergedIntoId, (int?)null), ct);
        await db.Talks.Where(t => t.Id == into).ExecuteUpdateAsync(t => t.SetProperty(x => x.TranscriptId, (int?)null), ct);
        await TakeAlongAsync(db, from, ct);
        var keys = await db.Sources.Where(s => same.Sources.Contains(s.Id)).Select(s => s.Key).Distinct().ToListAsync(ct);
        var sources = await db.Sources.Where(s => s.TalkId == into && (same.Sources.Contains(s.Id) || keys.Contains(s.Key))).Select(s => s.Id).ToListAsync(ct);
        await db.Sources.Where(s => sources.Contains(s.Id)).ExecuteUpdateAsync(s => s.SetProperty(x => x.TalkId, from), ct);

        await ClaimsOfParts.PartAsync(db, into, from, sources, same.Claims, now, ct);
    }

    /// <summary>Talks that had become part of the one that leaves go with it.</summary>
    private static async Task TakeAlongAsync(TalkNotesDb db, int from, CancellationToken ct)
    {
        var joined = CorrectionLog.InForce(await db.Corrections.AsNoTracking().Where(c => c.OtherTalkId != null).ToListAsync(ct))
            .Where(e => e.Correction is SameTalkCorrection).ToList();
        var parts = new HashSet<int> { from };
        for (var found = true; found;)
        {
            found = joined.Exists(e => parts.Contains(e.Row.TalkId!.Value) && parts.Add(e.Row.OtherTalkId!.Value)); // parts of parts
        }

        parts.Remove(from);
        await db.Talks.IgnoreQueryFilters().Where(t => parts.Contains(t.Id)).ExecuteUpdateAsync(t => t.SetProperty(x => x.MergedIntoId, from), ct);
        var slugs = await db.Talks.IgnoreQueryFilters().Where(t => parts.Contains(t.Id)).Select(t => t.Slug).ToListAsync(ct);
        await db.TalkSlugs.Where(s => slugs.Contains(s.Slug)).ExecuteUpdateAsync(s => s.SetProperty(x => x.TalkId, from), ct);
    }

    private static async Task MoveClaimsAsync(TalkNotesDb db, int from, int into, List<ClaimRow> claims, DateTimeOffset now, CancellationToken ct)
    {
        var here = await db.Claims.Where(c => c.TalkId == into).ToDictionaryAsync(c => c.TextHash, StringComparer.Ordinal, ct);
        foreach (var claim in claims)
        {
            if (here.TryGetValue(claim.TextHash, out var same))
            {
                await ClaimsOfParts.YieldAsync(db, claim, same, from, now, ct);
            }

            claim.TalkId = into;
        }

        await db.SaveChangesAsync(ct);
    }
}
