using Microsoft.EntityFrameworkCore;
using TalkNotes.Core.Claims;
using TalkNotes.Core.Storage;

namespace TalkNotes.Benchmarks;

/// <summary>Judges three in ten claims that nobody has judged, with words of their talk as evidence. Seeded.</summary>
internal static class GeneratedVerdicts
{
    private const int TalksATransaction = 50;
    private static readonly string[] Curators = ["Ada", "Ines", "Ole"];

    public static async Task<int> GiveAsync(IDbContextFactory<TalkNotesDb> databases, CancellationToken ct)
    {
        await using var list = await databases.CreateDbContextAsync(ct);
        var talks = await list.Talks.Where(t => t.TranscriptId != null && !list.Verdicts.Any(v => v.Claim.TalkId == t.Id)).OrderBy(t => t.Id).Select(t => t.Id).ToListAsync(ct);
        var given = 0;
        foreach (var part in talks.Chunk(TalksATransaction))
        {
            await using var db = await databases.CreateDbContextAsync(ct);
            await using var transaction = await db.Database.BeginTransactionAsync(ct);
            foreach (var talk in part)
            {
                given += await JudgeAsync(db, talk, ct);
            }

            await db.SaveChangesAsync(ct);
            await transaction.CommitAsync(ct);
        }

        return given;
    }

    private static async Task<int> JudgeAsync(TalkNotesDb db, int talk, CancellationToken ct)
    {
        var random = new Random(talk);
        var transcript = (await TranscriptWords.OfTalkAsync(db, talk, ct))!;
        var claims = await db.Claims.Where(c => c.TalkId == talk && c.WithdrawnAt == null).OrderBy(c => c.Id).ToListAsync(ct);
        var judged = claims.Where(_ => random.Next(10) < 3).ToList();
        foreach (var claim in judged)
        {
            var value = random.Next(10) switch { < 6 => Status.Verified, < 8 => Status.Partly, _ => Status.Refuted };
            var first = random.Next(transcript.Segments.Count);
            var verdict = new VerdictRow
            {
                Claim = claim, N = 1, Question = Question.Fidelity, Value = value, Reasons = "[]", Note = "Read beside the words.", Curator = Curators[random.Next(Curators.Length)],
                ClaimText = claim.Text, TextHash = claim.TextHash, TranscriptSha256 = transcript.Sha256, Searched = "[]",
                GivenAt = DateTimeOffset.UnixEpoch.AddYears(55).AddMinutes((talk * 100) + claim.Position),
            };
            var range = new SegmentsEvidence(first, Math.Min(first + random.Next(3), transcript.Segments.Count - 1));
            verdict.Evidence.Add(EvidenceRows.From(range, 0, talk, Stance.For(value), transcript));
            db.Verdicts.Add(verdict);
        }

        return judged.Count;
    }
}
