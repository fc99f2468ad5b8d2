using Microsoft.EntityFrameworkCore;
using TalkNotes.Core.Storage;
using TalkNotes.Core.Text;

namespace TalkNotes.Core.Quotes;

/// <summary>
/// The words of every talk's transcript in memory, four bytes a word. Read on first use, which takes a second for some
/// five million words; later only talks that changed are read again.
/// </summary>
internal sealed class SpokenWords : IDisposable
{
    private readonly SemaphoreSlim _reading = new(1);
    private readonly WordNumbers _numbers = new();
    private volatile Known? _known;

    /// <summary>The words as <paramref name="db"/> has them now.</summary>
    public async Task<WordArchive> ReadAsync(TalkNotesDb db, CancellationToken ct)
    {
        var stamp = await StampAsync(db, ct);
        if (_known is { } known && known.Stamp == stamp)
        {
            return known.Archive;
        }

        await _reading.WaitAsync(ct);
        try
        {
            if (_known is not { } latest || latest.Stamp != stamp)
            {
                _known = latest = await ReadAgainAsync(db, stamp, ct);
            }

            return latest.Archive;
        }
        finally
        {
            _reading.Release();
        }
    }

    public void Dispose() => _reading.Dispose();

    /// <summary>Passages are made anew, with higher ids, whenever the words of a talk change.</summary>
    private static async Task<(long, int)> StampAsync(TalkNotesDb db, CancellationToken ct) =>
        (await db.Passages.MaxAsync(p => (long?)p.Id, ct) ?? 0, await db.Talks.CountAsync(ct));

    private async Task<Known> ReadAgainAsync(TalkNotesDb db, (long, int) stamp, CancellationToken ct)
    {
        var versions = await db.Passages.GroupBy(p => p.TalkId).Select(g => new { Talk = g.Key, First = g.Min(p => p.Id) }).ToDictionaryAsync(v => v.Talk, v => v.First, ct);
        var talks = await db.Talks.Where(t => t.TranscriptId != null).OrderBy(t => t.Id).Select(t => new { t.Id, Source = t.TranscriptId!.Value }).ToListAsync(ct);
        var transcripts = new Dictionary<(int Talk, int Source, long Version), NumberedTranscript[]>(talks.Count);
        foreach (var talk in talks)
        {
            var key = (talk.Id, talk.Source, versions.GetValueOrDefault(talk.Id));
            transcripts[key] = _known?.Transcripts.GetValueOrDefault(key) ?? await ReadAsync(db, talk.Id, talk.Source, ct);
        }

        return new Known(stamp, transcripts, new WordArchive([.. transcripts.Values.SelectMany(t => t)], _numbers));
    }

    /// <summary>The words as they are written, and once more as people put them right where they did.</summary>
    private async Task<NumberedTranscript[]> ReadAsync(TalkNotesDb db, int talkId, int sourceId, CancellationToken ct)
    {
        var segments = await db.Segments.Where(s => s.SourceId == sourceId).OrderBy(s => s.N).Select(s => new { s.Text, s.Readings }).ToListAsync(ct);
        var written = new NumberedTranscript(talkId, sourceId, segments.Select(s => s.Text), _numbers);
        return segments.Exists(s => s.Readings is not null)
            ? [written, new NumberedTranscript(talkId, sourceId, segments.Select(s => Readings.Corrected(s.Text, s.Readings)), _numbers)]
            : [written];
    }

    private sealed record Known((long, int) Stamp, Dictionary<(int Talk, int Source, long Version), NumberedTranscript[]> Transcripts, WordArchive Archive);
}
