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

    private const int MostShown = 20;
    private const int All = 0; // no talk has this id

    private readonly IDbContextFactory<TalkNotesDb> _databases;
    private readonly Remembered<int, IReadOnlyList<SameTalkProposal>> _known = new(64);

    internal SameTalks(IDbContextFactory<TalkNotesDb> databases) => _databases = databases;

    /// <summary>Talks that may be the one of a slug, most alike first.</summary>
    public async Task<IReadOnlyList<SameTalkProposal>> OfTalkAsync(string slug, CancellationToken ct)
    {
        await using var db = await _databases.CreateDbContextAsync(ct);
        var talk = await db.Talks.Where(t => t.Slug == slug).Select(t => (int?)t.Id).FirstOrDefaultAsync(ct);
        return talk is null ? [] : [.. (await ProposalsAsync(db, talk.Value, ct))
            .Select(p => p.Talk == slug ? p : new SameTalkProposal(p.Other, p.OtherTitle, p.Talk, p.Title, p.Share))];
    }

    /// <summary>All pairs that nobody has decided, most alike first.</summary>
    public async Task<IReadOnlyList<SameTalkProposal>> AllAsync(CancellationToken ct)
    {
        await using var db = await _databases.CreateDbContextAsync(ct);
        return await ProposalsAsync(db, All, ct);
    }

    /// <summary>Works out what is missing of the sketches and pairs of a library that came before there were any.</summary>
    public async Task CompleteAsync(CancellationToken ct)
    {
        await using var db = await _databases.CreateDbContextAsync(ct);
        await Sketches.CompleteAsync(db, ct);
    }

    /// <summary>Talks whose transcripts share words with these, most alike first: for a document that is not taken in yet.</summary>
    public async Task<IReadOnlyList<(string Talk, string? Title, double Share)>> OfTextsAsync(IEnumerable<string> texts, CancellationToken ct)
    {
        var sketch = Sketch.Of(texts);
        if (sketch.Count < Sketches.FewestShared)
        {
            return [];
        }

        await using var db = await _databases.CreateDbContextAsync(ct);
        var shared = await SketchIndex.SharedAsync(db, sketch, except: 0, ct);
        var ids = shared.Where(s => s.Value >= Sketches.FewestShared).Select(s => s.Key).ToList();
        var sources = await db.Sources.Where(s => ids.Contains(s.Id)).Select(s => new { s.Id, s.SketchSize, s.Talk.Slug, s.Talk.Title }).ToListAsync(ct);
        return [.. sources.Select(s => (s.Slug, s.Title, Share: (double)shared[s.Id] / Math.Max(1, Math.Min(s.SketchSize ?? 0, sketch.Count))))
            .Where(s => s.Share >= LeastShare).OrderByDescending(s => s.Share).DistinctBy(s => s.Slug).Take(3)];
    }

    /// <summary>Pairs of one talk, or of all; the pairs themselves were worked out when their transcripts came in.</summary>
    private async Task<IReadOnlyList<SameTalkProposal>> ProposalsAsync(TalkNotesDb db, int talk, CancellationToken ct)
    {
        var corrections = await db.Corrections.MaxAsync(c => (int?)c.Id, ct) ?? 0;
        var stamp = ((await LibraryRevision.ReadAsync(db, ct)).Talks << 20) ^ corrections;
        return await _known.OfAsync(stamp, talk, async () => await ReadAsync(db, talk, ct));
    }

    private static async Task<List<SameTalkProposal>> ReadAsync(TalkNotesDb db, int talk, CancellationToken ct)
    {
        var own = db.Sources.Where(s => s.TalkId == talk).Select(s => s.Id);
        var alike = talk == All ? db.SketchPairs : db.SketchPairs.Where(p => own.Contains(p.SourceId) || own.Contains(p.OtherId));
        var pairs = await (
            from pair in alike
            join a in db.Sources on pair.OtherId equals a.Id
            join b in db.Sources on pair.SourceId equals b.Id
            where pair.Shared >= LeastShare * a.SketchSize || pair.Shared >= LeastShare * b.SketchSize
            select new { A = pair.OtherId, B = pair.SourceId, pair.Shared }).ToListAsync(ct);
        var ids = pairs.Select(p => p.A).Concat(pairs.Select(p => p.B)).Distinct().ToList();
        var sources = await db.Sources.Where(s => ids.Contains(s.Id)).Select(s => new { s.Id, s.TalkId, s.SketchSize, s.Talk.Slug, s.Talk.Title }).ToDictionaryAsync(s => s.Id, ct);
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
}
