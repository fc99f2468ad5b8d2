using Microsoft.EntityFrameworkCore;
using TalkNotes.Core.Storage;
using TalkNotes.Core.Text;

namespace TalkNotes.Core.Quotes.Archive;

/// <summary>The transcript of a talk as it is at a time.</summary>
/// <param name="TalkId">The talk.</param>
/// <param name="SourceId">The source that holds it.</param>
/// <param name="Version">Another one whenever the words may be others.</param>
/// <param name="WordCount">About how many words it has.</param>
internal readonly record struct TranscriptVersion(int TalkId, int SourceId, long Version, int WordCount)
{
    private const ulong Prime = 0x100000001B3;

    /// <summary>The transcripts of all talks, in order of their sources.</summary>
    public static async Task<IReadOnlyList<TranscriptVersion>> ReadAsync(TalkNotesDb db, CancellationToken ct)
    {
        var rows = await db.Talks.AsNoTracking().Where(t => t.TranscriptId != null).OrderBy(t => t.TranscriptId)
            .Select(t => new { t.Id, Source = t.TranscriptId!.Value, t.Transcript!.Sha256, t.ChangedAt, t.WordCount, Passage = db.Passages.Where(p => p.TalkId == t.Id).Min(p => (long?)p.Id) })
            .ToListAsync(ct);
        return rows.ConvertAll(r => new TranscriptVersion(r.Id, r.Source, Mix(r.Sha256, r.ChangedAt.ToUnixTimeMilliseconds(), r.Passage ?? 0), r.WordCount));
    }

    /// <summary>The words as they are written, and once more as people put them right where they did.</summary>
    public async Task<NumberedTranscript[]> ReadWordsAsync(TalkNotesDb db, WordNumbers numbers, CancellationToken ct)
    {
        var (talkId, sourceId) = (TalkId, SourceId);
        var segments = await db.Segments.Where(s => s.SourceId == sourceId).OrderBy(s => s.N).Select(s => new { s.Text, s.Readings }).ToListAsync(ct);
        var written = new NumberedTranscript(talkId, sourceId, segments.Select(s => s.Text), numbers);
        return segments.Exists(s => s.Readings is not null)
            ? [written, new NumberedTranscript(talkId, sourceId, segments.Select(s => Readings.Corrected(s.Text, s.Readings)), numbers)]
            : [written];
    }

    /// <summary>
    /// The document, when its talk was last worked out, and the passages made of it. Ids of passages are never given twice,
    /// but a library restored from a backup gives them again: the other two tell.
    /// </summary>
    private static long Mix(string document, long changedAt, long passage)
    {
        var mixed = 0xCBF29CE484222325;
        foreach (var c in document)
        {
            mixed = (mixed ^ c) * Prime;
        }

        mixed = (mixed ^ (ulong)changedAt) * Prime;
        return (long)((mixed ^ (mixed >> 32) ^ (ulong)passage) * Prime);
    }
}
