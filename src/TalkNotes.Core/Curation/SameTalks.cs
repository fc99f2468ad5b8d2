using Microsoft.EntityFrameworkCore;
using TalkNotes.Core.Storage;

namespace TalkNotes.Core.Curation;

/// <summary>Two talks that may be one, by the words that their transcripts have in common. A person decides.</summary>
/// <param name="Talk">Slug of one talk.</param>
/// <param name="Title">Its title, or null.</param>
/// <param name="Other">Slug of the other.</param>
/// <param name="OtherTitle">Its title, or null.</param>
/// <param name="Share">How much of the shorter transcript stands in the longer one, between 0 and 1.</param>
public sealed record SameTalkProposal(string Talk, string? Title, string Other, string? OtherTitle, double Share);

/// <summary>Finds talks that may be one.</summary>
public sealed class SameTalks
{
    /// <summary>Two transcripts of one talk by different programs share at least so much of their runs of words; other talks a hundredth.</summary>
    private const double LeastShare = 0.12;

    private const int FewestShared = 8;
    private const int MostShown = 20;

    private readonly IDbContextFactory<TalkNotesDb> _databases;
    private Known? _known;

    internal SameTalks(IDbContextFactory<TalkNotesDb> databases) => _databases = databases;

    /// <summary>Talks that may be the one of a slug, most alike first.</summary>
    public async Task<IReadOnlyList<SameTalkProposal>> OfTalkAsync(string slug, CancellationToken ct) =>
        [.. (await AllAsync(ct)).Where(p => p.Talk == slug || p.Other == slug)
            .Select(p => p.Talk == slug ? p : new SameTalkProposal(p.Other, p.OtherTitle, p.Talk, p.Title, p.Share))];

    /// <summary>All pairs that nobody has decided, most alike first.</summary>
    public async Task<IReadOnlyList<SameTalkProposal>> AllAsync(CancellationToken ct)
    {
        await using var db = await _databases.CreateDbContextAsync(ct);
        var stamp = (
            await db.Sources.MaxAsync(s => (DateTimeOffset?)s.TakenInAt, ct), await db.Sources.CountAsync(ct), await db.Corrections.MaxAsync(c => (int?)c.Id, ct));
        if (_known is not { } known || known.Stamp != stamp)
        {
            await Sketches.CompleteAsync(db, ct);
            _known = known = new Known(stamp, await ReadAsync(db, ct));
        }

        return known.Proposals;
    }

    /// <summary>Talks whose transcripts share words with these, most alike first: for a document that is not taken in yet.</summary>
    public async Task<IReadOnlyList<(string Talk, string? Title, double Share)>> OfTextsAsync(IEnumerable<string> texts, CancellationToken ct)
    {
        var sketch = Sketch.Of(texts);
        if (sketch.Count < FewestShared)
        {
            return [];
        }

        await using var db = await _databases.CreateDbContextAsync(ct);
        await Sketches.CompleteAsync(db, ct);
        var shared = new Dictionary<int, int>();
        foreach (var part in sketch.Chunk(500))
        {
            var rows = await db.Sketches.Where(s => part.Contains(s.Hash)).GroupBy(s => s.SourceId).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(ct);
            rows.ForEach(r => shared[r.Key] = shared.GetValueOrDefault(r.Key) + r.Count);
        }

        var ids = shared.Where(s => s.Value >= FewestShared).Select(s => s.Key).ToList();
        var sources = await db.Sources.Where(s => ids.Contains(s.Id)).Select(s => new { s.Id, s.SketchSize, s.Talk.Slug, s.Talk.Title }).ToListAsync(ct);
        return [.. sources.Select(s => (s.Slug, s.Title, Share: (double)shared[s.Id] / Math.Max(1, Math.Min(s.SketchSize ?? 0, sketch.Count))))
            .Where(s => s.Share >= LeastShare).OrderByDescending(s => s.Share).DistinctBy(s => s.Slug).Take(3)];
    }

    private static async Task<List<SameTalkProposal>> ReadAsync(TalkNotesDb db, CancellationToken ct)
    {
        var pairs = await (
            from a in db.Sketches
            join b in db.Sketches on a.Hash equals b.Hash
            where a.SourceId < b.SourceId
            group a by new { A = a.SourceId, B = b.SourceId } into pair
            where pair.Count() >= FewestShared
            select new { pair.Key.A, pair.Key.B, Shared = pair.Count() }).ToListAsync(ct);
        var sources = await db.Sources.Where(s => s.SketchSize > 0).Select(s => new { s.Id, s.TalkId, s.SketchSize, s.Talk.Slug, s.Talk.Title }).ToDictionaryAsync(s => s.Id, ct);
        var apart = CorrectionLog.InForce(await db.Corrections.AsNoTracking().Where(c => c.OtherTalkId != null).ToListAsync(ct))
            .Where(e => e.Correction is DifferentTalksCorrection).Select(e => Pair(e.Row.TalkId!.Value, e.Row.OtherTalkId!.Value)).ToHashSet();
        return [.. pairs.Select(p => (A: sources[p.A], B: sources[p.B], p.Shared))
            .Where(p => p.A.TalkId != p.B.TalkId && !apart.Contains(Pair(p.A.TalkId, p.B.TalkId)))
            .Select(p => (p.A, p.B, Share: (double)p.Shared / Math.Min(p.A.SketchSize!.Value, p.B.SketchSize!.Value)))
            .Where(p => p.Share >= LeastShare)
            .OrderByDescending(p => p.Share).ThenBy(p => p.A.Id).ThenBy(p => p.B.Id)
            .DistinctBy(p => Pair(p.A.TalkId, p.B.TalkId))
            .Take(MostShown)
            .Select(p => new SameTalkProposal(p.A.Slug, p.A.Title, p.B.Slug, p.B.Title, Math.Min(1, p.Share)))];
    }

    private static (int, int) Pair(int a, int b) => a < b ? (a, b) : (b, a);

    private sealed record Known((DateTimeOffset? TakenIn, int Sources, int? Correction) Stamp, IReadOnlyList<SameTalkProposal> Proposals);
}
