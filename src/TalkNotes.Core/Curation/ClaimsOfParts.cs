using Microsoft.EntityFrameworkCore;
using TalkNotes.Core.Documents;
using TalkNotes.Core.Storage;

namespace TalkNotes.Core.Curation;

/// <summary>Claims of talks that become one, and part again. No claim is lost and no id changes.</summary>
internal static class ClaimsOfParts
{
    /// <summary>A claim that the other talk makes in the same words yields to it: it stays, withdrawn, and leads there.</summary>
    public static async Task YieldAsync(TalkNotesDb db, ClaimRow claim, ClaimRow same, int from, DateTimeOffset now, CancellationToken ct)
    {
        await db.ClaimMentions.Where(m => m.ClaimId == claim.Id).ExecuteUpdateAsync(m => m.SetProperty(x => x.ClaimId, same.Id), ct);
        claim.TextHash = Mark(claim.TextHash, from); // a talk finds one claim by its words
        claim.WithdrawnAt ??= now;
        claim.SuccessorId = same.Id;
        same.WithdrawnAt = null;
    }

    /// <summary>Gives the sources that leave their claims back; the sources have moved already.</summary>
    public static async Task PartAsync(TalkNotesDb db, int into, int from, List<int> sources, IReadOnlyList<int> claims, DateTimeOffset now, CancellationToken ct)
    {
        var marked = Mark("", from);
        foreach (var claim in await db.Claims.Where(c => c.TalkId == into && c.TextHash.EndsWith(marked)).ToListAsync(ct))
        {
            var same = claim.SuccessorId;
            claim.TextHash = claim.TextHash[..^marked.Length];
            (claim.TalkId, claim.SuccessorId, claim.WithdrawnAt) = (from, null, null);
            await db.SaveChangesAsync(ct);
            await db.ClaimMentions.Where(m => m.ClaimId == same && sources.Contains(m.SourceId)).ExecuteUpdateAsync(m => m.SetProperty(x => x.ClaimId, claim.Id), ct);
        }

        // Claims that only leaving sources make go with them, and so do those that no source makes any more and that were theirs.
        var moving = await db.Claims.Where(c => c.TalkId == into && c.Mentions.All(m => sources.Contains(m.SourceId))
            && (c.Mentions.Count > 0 || claims.Contains(c.Id))).ToListAsync(ct);
        moving.ForEach(c => c.TalkId = from);
        await db.SaveChangesAsync(ct);

        // What both make since they were one is born again in the talk that leaves.
        var shared = await db.ClaimMentions.Where(m => sources.Contains(m.SourceId) && db.Claims.Any(c => c.Id == m.ClaimId && c.TalkId == into)).ToListAsync(ct);
        foreach (var mentions in shared.GroupBy(m => m.ClaimId))
        {
            var other = await db.Claims.SingleAsync(c => c.Id == mentions.Key, ct);
            var born = await TwinAsync(db, other, from, ct);
            foreach (var mention in mentions)
            {
                mention.ClaimId = born.Id;
            }
        }

        await db.SaveChangesAsync(ct);
        await WithdrawAsync(db, [into, from], now, ct);
    }

    private static async Task<ClaimRow> TwinAsync(TalkNotesDb db, ClaimRow claim, int talk, CancellationToken ct)
    {
        var (attempt, id) = (0, claim.PublicId);
        while (await db.Claims.AnyAsync(c => c.PublicId == id, ct))
        {
            id = ClaimKey.PublicId($"talk {talk}", claim.Text, attempt++);
        }

        var twin = new ClaimRow
        {
            PublicId = id, TalkId = talk, TextHash = claim.TextHash, Text = claim.Text, Kind = claim.Kind, Origin = claim.Origin, FirstSeenAt = claim.FirstSeenAt,
        };
        db.Claims.Add(twin);
        await db.SaveChangesAsync(ct);
        return twin;
    }

    private static async Task WithdrawAsync(TalkNotesDb db, int[] talks, DateTimeOffset now, CancellationToken ct)
    {
        foreach (var claim in await db.Claims.Where(c => talks.Contains(c.TalkId) && c.WithdrawnAt == null && c.Mentions.Count == 0 && c.Makings.Count == 0).ToListAsync(ct))
        {
            claim.WithdrawnAt = now;
        }

        await db.SaveChangesAsync(ct);
    }

    private static string Mark(string hash, int talk) => $"{hash}@{talk}";
}
