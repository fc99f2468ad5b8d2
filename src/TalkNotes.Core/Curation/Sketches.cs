using Microsoft.EntityFrameworkCore;
using TalkNotes.Core.Storage;

namespace TalkNotes.Core.Curation;

/// <summary>Keeps the sketches of all transcripts.</summary>
internal static class Sketches
{
    /// <summary>Makes the sketch of a source anew, inside the caller's transaction; none for a source without a transcript.</summary>
    public static async Task ReplaceAsync(TalkNotesDb db, SourceRow source, IEnumerable<string> texts, CancellationToken ct)
    {
        await db.Sketches.Where(s => s.SourceId == source.Id).ExecuteDeleteAsync(ct);
        var sketch = Sketch.Of(texts);
        source.SketchSize = sketch.Count;
        await db.SaveChangesAsync(ct);
        await db.InsertAllAsync(sketch.Select(hash => new SketchRow { SourceId = source.Id, Hash = hash }), ct);
    }

    /// <summary>Makes the sketches of transcripts that came in before there were any.</summary>
    public static async Task CompleteAsync(TalkNotesDb db, CancellationToken ct)
    {
        foreach (var source in await db.Sources.Where(s => s.SegmentCount > 0 && s.SketchSize == null).OrderBy(s => s.Id).ToListAsync(ct))
        {
            await using var transaction = await db.Database.BeginTransactionAsync(ct);
            await ReplaceAsync(db, source, await db.Segments.Where(s => s.SourceId == source.Id).OrderBy(s => s.N).Select(s => s.Text).ToListAsync(ct), ct);
            await transaction.CommitAsync(ct);
        }
    }
}
