using Microsoft.EntityFrameworkCore;
using TalkNotes.Core.Storage;

namespace TalkNotes.Core.Claims;

/// <summary>Reads the records of all claims of a talk: a fixed number of queries however many claims.</summary>
internal static class RecordReader
{
    public static async Task<List<ClaimRecord>> OfTalkAsync(TalkNotesDb db, string slug, CancellationToken ct)
    {
        var logs = await VerdictLog.OfTalkAsync(db, slug, ct);
        if (logs.Count == 0)
        {
            return [];
        }

        var talk = logs[0].Claim.TalkId;
        var of = ClaimFilters.Apply(db, new ClaimFilter { Talk = slug });
        var summaries = await ClaimQueries.Summaries(of.Select(s => s.Claim)).ToDictionaryAsync(c => c.Id, StringComparer.Ordinal, ct);
        var transcript = await TranscriptWords.OfTalkAsync(db, talk, ct);
        var mentions = await MentionsAsync(db, talk, ct);
        return logs.Where(l => summaries.ContainsKey(l.Claim.PublicId)).Select(log =>
        {
            var claim = summaries[log.Claim.PublicId];
            var accuracy = claim.Status == Status.Verified && log.Newest(Question.Accuracy) is { Value: not Accuracy.NotAssessed } assessed ? assessed : null;
            return new ClaimRecord
            {
                Claim = claim,
                Mentions = [.. mentions[log.Claim.Id]],
                Verdict = log.Newest(Question.Fidelity) is { Value: not Status.Unverified } verdict ? Placed(log, verdict, transcript) : null,
                AccuracyVerdict = accuracy is null ? null : Placed(log, accuracy, transcript),
                History = [.. log.Rows.Reverse().Select(log.View)],
            };
        }).ToList();
    }

    private static VerdictView Placed(VerdictLog log, VerdictRow row, TranscriptWords? transcript) =>
        log.View(row) with { Evidence = row.Evidence.ConvertAll(e => EvidenceViews.Of(e, transcript)) };

    private static async Task<ILookup<int, MentionView>> MentionsAsync(TalkNotesDb db, int talk, CancellationToken ct)
    {
        var sources = await db.Sources.Where(s => s.TalkId == talk).OrderBy(s => s.Id).Select(s => s.Id).ToListAsync(ct);
        var mentions = await db.ClaimMentions.AsNoTracking().Where(m => sources.Contains(m.SourceId)).OrderBy(m => m.SourceId).ThenBy(m => m.N)
            .Select(m => new { m.ClaimId, m.SourceId, m.Source.Path, m.FirstLine, m.LastLine, m.Section, m.Marker }).ToListAsync(ct);
        return mentions.ToLookup(m => m.ClaimId, m => new MentionView(m.Path, sources.IndexOf(m.SourceId) + 1, [m.FirstLine, m.LastLine], m.Section, m.Marker));
    }
}
