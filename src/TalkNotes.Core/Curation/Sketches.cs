using Microsoft.EntityFrameworkCore;
using TalkNotes.Core.Storage;

namespace TalkNotes.Core.Curation;

/// <summary>Keeps the sketches of all transcripts, and which of them share words.</summary>
internal static class Sketches
{
    /// <summary>Fewer runs in common are chance.</summary>
    public const int FewestShared = 8;

    /// <summary>Makes the sketch of a source anew, inside the caller's transaction; none for a source without a transcript.</summary>
    public static async Task ReplaceAsync(TalkNotesDb db, SourceRow source, IEnumerable<string> texts, CancellationToken ct)
    {
        await db.Sketches.Where(s => s.SourceId == source.Id).ExecuteDeleteAsync(ct);
        var sketch = Sketch.Of(texts);
        source.SketchSize = sketch.Count;
        await PairAsync(db, source, sketch, ct);
        await db.InsertAllAsync(sketch.Select(hash => new SketchRow { SourceId = source.Id, Hash = hash }), ct);
    }

    /// <summary>Makes the sketches of transcripts that came in before there were any, and the pairs of those before these.</summary>
    public static async Task CompleteAsync(TalkNotesDb db, CancellationToken ct)
    {
        foreach (var id in await db.Sources.Where(s => s.SketchSize == null).OrderBy(s => s.Id).Select(s => s.Id).ToListAsync(ct))
        {
            await using var transaction = await db.Database.BeginTransactionAsync(ct);
            var source = await db.Sources.SingleAsync(s => s.Id == id, ct);
            await ReplaceAsync(db, source, await db.Segments.Where(s => s.SourceId == id).OrderBy(s => s.N).Select(s => s.Text).ToListAsync(ct), ct);
            await transaction.CommitAsync(ct);
            db.ChangeTracker.Clear();
        }

        foreach (var id in await db.Sources.Where(s => s.SketchSize > 0 && !s.IsPaired).OrderBy(s => s.Id).Select(s => s.Id).ToListAsync(ct))
        {
            await using var transaction = await db.Database.BeginTransactionAsync(ct);
            var source = await db.Sources.SingleAsync(s => s.Id == id, ct);
            await PairAsync(db, source, await db.Sketches.Where(s => s.SourceId == id).Select(s => s.Hash).ToListAsync(ct), ct);
            await transaction.CommitAsync(ct);
            db.ChangeTracker.Clear();
        }
    }

    private static async Task PairAsync(TalkNotesDb db, SourceRow source, IReadOnlyCollection<long> sketch, CancellationToken ct)
    {
        await db.SketchPairs.Where(p => p.SourceId == source.Id || p.OtherId == source.Id).ExecuteDeleteAsync(ct);
        var shared = await SketchIndex.SharedAsync(db, sketch, source.Id, ct);
        source.IsPaired = true;
        await db.SaveChangesAsync(ct);
        await db.InsertAllAsync(
            shared.Where(s => s.Value >= FewestShared)
                .Select(s => new SketchPairRow { SourceId = Math.Max(source.Id, s.Key), OtherId = Math.Min(source.Id, s.Key), Shared = s.Value }),
            ct);
    }
}
