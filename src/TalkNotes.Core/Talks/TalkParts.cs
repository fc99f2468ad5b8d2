using Microsoft.EntityFrameworkCore;
using TalkNotes.Core.Storage;

namespace TalkNotes.Core.Talks;

/// <summary>Reads what the talk's page and the reader have in common.</summary>
internal static class TalkParts
{
    /// <summary>The segments of a transcript by number; pages read them by <see cref="TranscriptCopies"/>.</summary>
    public static async Task<List<TranscriptSegment>> SegmentsAsync(TalkNotesDb db, int source, CancellationToken ct)
    {
        var rows = await db.Segments.AsNoTracking().Where(s => s.SourceId == source).OrderBy(s => s.N).ToListAsync(ct);
        return rows.ConvertAll(s => new TranscriptSegment(s.N, Ms(s.Start), Ms(s.End), s.Turn, s.Speaker, s.Text, [s.FirstLine, s.LastLine])
        {
            Label = s.Label == s.Speaker ? null : s.Label,
            IsNamedByPerson = s.Label != s.Speaker,
            Corrections = s.Readings is null ? null : Text.Readings.Parse(s.Readings),
        });
    }

    /// <summary>The transcript's chapters; where it has none, those of the first source that has, placed by their times.</summary>
    public static async Task<List<ChapterView>> ChaptersAsync(TalkNotesDb db, TalkRow talk, IReadOnlyList<TranscriptSegment> segments, CancellationToken ct)
    {
        var rows = await db.Chapters.AsNoTracking()
            .Where(c => db.Sources.Where(s => s.TalkId == talk.Id).Select(s => s.Id).Contains(c.SourceId))
            .OrderBy(c => c.SourceId != talk.TranscriptId).ThenBy(c => c.SourceId).ThenBy(c => c.N)
            .ToListAsync(ct);
        rows.RemoveAll(c => c.SourceId != rows[0].SourceId);
        return Place(rows, rows.FirstOrDefault()?.SourceId == talk.TranscriptId, segments, Ms(talk.Duration));
    }

    /// <summary>Claims that a source makes today, in the order of the notes.</summary>
    public static async Task<List<TalkClaim>> ClaimsAsync(TalkNotesDb db, TalkRow talk, TranscriptCopy transcript, CancellationToken ct)
    {
        var rows = await db.Claims.AsNoTracking().Where(c => c.TalkId == talk.Id && c.WithdrawnAt == null)
            .OrderBy(c => c.Position).ThenBy(c => c.Id)
            .Select(c => new
            {
                Row = c,
                c.State!.Status,
                c.State.VerdictId,
                Suspended = c.State.Recheck != null,
                Chapter = c.Mentions.Where(m => m.Chapter != null).Select(m => m.Chapter).FirstOrDefault(),
            })
            .ToListAsync(ct);
        var makings = (await db.Claims.Where(c => c.TalkId == talk.Id).SelectMany(c => c.Makings).Where(m => m.Act == "made").AsNoTracking().ToListAsync(ct))
            .GroupBy(m => m.ClaimId).ToDictionary(g => g.Key, g => g.MaxBy(m => m.Id));
        var inForce = rows.Select(r => r.VerdictId).ToList();
        var verdicts = await db.Verdicts.AsNoTracking().Where(v => inForce.Contains(v.Id)).Include(v => v.Evidence).ToDictionaryAsync(v => v.Id, ct);
        var places = await PlacesAsync(db, inForce, ct);
        var sha256 = await db.Sources.Where(s => s.Id == talk.TranscriptId).Select(s => s.Sha256).FirstOrDefaultAsync(ct);
        return rows.ConvertAll(r =>
        {
            var verdict = r.VerdictId is { } id ? verdicts.GetValueOrDefault(id) : null;
            return new TalkClaim
            {
                Id = r.Row.PublicId,
                Kind = r.Row.Kind,
                Origin = r.Row.Origin,
                Section = r.Row.Section,
                Text = r.Row.Text,
                Marker = r.Row.Marker,
                AttributedTo = r.Row.AttributedTo,
                Chapter = r.Chapter,
                Status = r.Status,
                Suspended = r.Suspended,
                Note = verdict?.Note,
                Evidence = verdict is null ? [] : [.. verdict.Evidence.OrderBy(e => e.N).Select(e => Brief(e, talk.Id, sha256, r.Suspended ? null : places.GetValueOrDefault(e.Id)))],
                Found = verdict is not null ? null : MadeFrom(makings.GetValueOrDefault(r.Row.Id), sha256) ?? (r.Row.Kind == "quote" ? transcript.Find(r.Row.Text, Ms(talk.Duration)) : null),
            };
        });
    }

    internal static List<ChapterView> Place(
        IReadOnlyList<ChapterRow> chapters, bool ofTranscript, IReadOnlyList<TranscriptSegment> segments, long? durationMs)
    {
        var firsts = chapters.Select(c => First(c, ofTranscript, segments)).ToList();
        return [.. chapters.Select((c, i) =>
        {
            var next = firsts.Skip(i + 1).FirstOrDefault(f => f is not null) ?? segments.Count;
            var end = Ms(c.End) ?? Ms(chapters.Skip(i + 1).FirstOrDefault(n => n.Start is not null)?.Start) ?? durationMs;
            return new ChapterView(c.N, c.Title, Ms(c.Start), c.Start is null ? null : end, c.Label, c.Summary, firsts[i], firsts[i] is { } f ? Math.Max(f, next - 1) : null);
        })];
    }

    private static int? First(ChapterRow chapter, bool ofTranscript, IReadOnlyList<TranscriptSegment> segments)
    {
        if (ofTranscript)
        {
            return chapter.FirstSegment < segments.Count ? chapter.FirstSegment : null;
        }

        return Ms(chapter.Start) is { } start ? segments.FirstOrDefault(s => s.StartMs >= start)?.N : null;
    }

    /// <summary>
    /// Its numbers hold in today's transcript only when that is the one that was read; else they are those of the place where
    /// its words were found again, if they were.
    /// </summary>
    internal static ClaimEvidenceView Brief(EvidenceRow row, int talkId, string? transcriptSha256, EvidencePlaceRow? found = null)
    {
        if (found is not null)
        {
            return new ClaimEvidenceView(new SegmentRange(found.FirstSegment, found.LastSegment), Ms(found.Start), Ms(found.End), row.Words, row.Speaker, row.Url);
        }

        var holds = row.Kind == "segments" && row.TalkId == talkId && row.SourceSha256 == transcriptSha256;
        SegmentRange? place = holds && row is { FirstSegment: { } first, LastSegment: { } last } ? new SegmentRange(first, last) : null;
        return new ClaimEvidenceView(place, Ms(row.Start), Ms(row.End), row.Words, row.Speaker, row.Url);
    }

    /// <summary>The words that a person made a claim from; their numbers hold only in the transcript that was read.</summary>
    private static ClaimEvidenceView? MadeFrom(ClaimMakingRow? making, string? transcriptSha256) =>
        making is { FirstSegment: { } first, LastSegment: { } last } && making.SourceSha256 == transcriptSha256
            ? new ClaimEvidenceView(new SegmentRange(first, last), Ms(making.Start), Ms(making.End), null, making.Speaker, null)
            : null;

    /// <summary>Where evidence of these verdicts was found again, by the evidence.</summary>
    internal static Task<Dictionary<int, EvidencePlaceRow>> PlacesAsync(TalkNotesDb db, IReadOnlyCollection<int?> verdicts, CancellationToken ct) =>
        db.Evidence.Where(e => verdicts.Contains(e.VerdictId)).Join(db.EvidencePlaces.AsNoTracking(), e => e.Id, p => p.EvidenceId, (_, p) => p)
            .ToDictionaryAsync(p => p.EvidenceId, ct);

    private static long? Ms(TimeSpan? time) => (long?)time?.TotalMilliseconds;
}
