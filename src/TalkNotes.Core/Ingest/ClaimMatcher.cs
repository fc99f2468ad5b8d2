using Microsoft.EntityFrameworkCore;
using TalkNotes.Core.Documents;
using TalkNotes.Core.Storage;

namespace TalkNotes.Core.Ingest;

/// <summary>
/// Which claim is which after a source was read again. The same words are the same claim, wherever they stand now;
/// other words are another claim, born unverified. A claim that no source and no person makes any more is withdrawn, never deleted.
/// </summary>
internal sealed class ClaimMatcher(TalkNotesDb db, DateTimeOffset now)
{
    private readonly HashSet<string> _given = new(StringComparer.Ordinal); // ids of claims that are not saved yet

    /// <summary>Replaces what a source claims. Saves; the claims' wording and order are worked out by <see cref="Curation.TalkAssembler"/>.</summary>
    public async Task<ClaimCounts> ReplaceAsync(SourceRow source, IReadOnlyList<SourceClaim> claims, CancellationToken ct)
    {
        var before = await db.ClaimMentions.Where(m => m.SourceId == source.Id).Select(m => m.ClaimId).Distinct().ToListAsync(ct);
        await db.ClaimMentions.Where(m => m.SourceId == source.Id).ExecuteDeleteAsync(ct);

        var known = await db.Claims.Where(c => c.TalkId == source.TalkId).ToDictionaryAsync(c => c.TextHash, StringComparer.Ordinal, ct);
        var (added, kept) = (new HashSet<ClaimRow>(), new HashSet<ClaimRow>());
        foreach (var (claim, lines, n) in Places(claims))
        {
            var hash = ClaimKey.TextHash(claim.Text);
            if (known.TryGetValue(hash, out var row))
            {
                row.WithdrawnAt = null;
                if (!added.Contains(row))
                {
                    kept.Add(row);
                }
            }
            else
            {
                row = await BearAsync(source, claim, hash, ct);
                known.Add(hash, row);
                added.Add(row);
            }

            row.Mentions.Add(Mention(source.Id, n, claim, lines));
        }

        await db.SaveChangesAsync(ct);
        var left = before.Except(kept.Select(c => c.Id)).ToList();
        var orphans = await db.Claims.Where(c => EF.Parameter(left).Contains(c.Id) && c.WithdrawnAt == null && c.Mentions.Count == 0
            && (c.Makings.OrderByDescending(m => m.Id).Select(m => m.Act).FirstOrDefault() ?? "taken-back") == "taken-back").ToListAsync(ct);
        foreach (var orphan in orphans)
        {
            orphan.WithdrawnAt = now;
        }

        await db.SaveChangesAsync(ct);
        return new ClaimCounts(added.Count, kept.Count, orphans.Count);
    }

    /// <summary>Each place where a claim stands, in the order of the source.</summary>
    private static IEnumerable<(SourceClaim Claim, LineSpan Lines, int N)> Places(IReadOnlyList<SourceClaim> claims) => claims
        .SelectMany(c => c.AlsoLines.Prepend(c.Lines).Select(lines => (Claim: c, Lines: lines)))
        .OrderBy(place => place.Lines.First)
        .Select((place, n) => (place.Claim, place.Lines, n));

    private async Task<ClaimRow> BearAsync(SourceRow source, SourceClaim claim, string hash, CancellationToken ct)
    {
        var attempt = 0;
        var id = ClaimKey.PublicId(source.Key, claim.Text);
        while (!_given.Add(id) || await db.Claims.AnyAsync(c => c.PublicId == id, ct))
        {
            id = ClaimKey.PublicId(source.Key, claim.Text, ++attempt);
        }

        var row = new ClaimRow
        {
            PublicId = id,
            TalkId = source.TalkId,
            TextHash = hash,
            Text = claim.Text,
            Kind = claim.Kind.Word(),
            Origin = claim.Origin.Word(),
            FirstSeenAt = now,
        };
        db.Claims.Add(row);
        return row;
    }

    private static ClaimMentionRow Mention(int sourceId, int n, SourceClaim claim, LineSpan lines) => new()
    {
        SourceId = sourceId,
        N = n,
        Text = claim.Text,
        Kind = claim.Kind.Word(),
        Origin = claim.Origin.Word(),
        Section = claim.Section,
        Marker = claim.Marker,
        AttributedTo = claim.AttributedTo,
        Chapter = claim.Chapter,
        FirstLine = lines.First,
        LastLine = lines.Last,
    };
}
