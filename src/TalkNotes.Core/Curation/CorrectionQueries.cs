using Microsoft.EntityFrameworkCore;
using TalkNotes.Core.Storage;

namespace TalkNotes.Core.Curation;

/// <summary>A page of corrections, newest first.</summary>
/// <param name="Total">All ever recorded.</param>
/// <param name="Page">The page shown, from 1.</param>
/// <param name="PageSize">Corrections a page.</param>
/// <param name="Corrections">The corrections.</param>
public sealed record CorrectionPage(int Total, int Page, int PageSize, IReadOnlyList<CorrectionView> Corrections);

/// <summary>What a talk's forms need to know.</summary>
/// <param name="Newest">Number of the talk's newest correction; 0 for none.</param>
/// <param name="Labels">Labels of its transcript as written, with who they stand for.</param>
/// <param name="Corrections">Its corrections, newest first.</param>
public sealed record TalkCuration(int Newest, IReadOnlyList<LabelView> Labels, IReadOnlyList<CorrectionView> Corrections);

/// <summary>A label of a transcript.</summary>
/// <param name="Label">As written.</param>
/// <param name="Shown">The name shown for it; null for none.</param>
/// <param name="Speaker">Slug of the person, or null.</param>
/// <param name="Segments">Segments under it.</param>
/// <param name="First">The first of them.</param>
public sealed record LabelView(string Label, string? Shown, string? Speaker, int Segments, int First);

/// <summary>Reads what people put right.</summary>
public sealed class CorrectionQueries
{
    private const int PageSize = 50;

    private readonly IDbContextFactory<TalkNotesDb> _databases;

    internal CorrectionQueries(IDbContextFactory<TalkNotesDb> databases) => _databases = databases;

    /// <summary>Every correction, newest first.</summary>
    /// <param name="page">Page, from 1; one beyond the last is the last.</param>
    /// <param name="of">How many there were when the first page was read; null for as many as now.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<CorrectionPage> HistoryAsync(int page, int? of, CancellationToken ct)
    {
        await using var db = await _databases.CreateDbContextAsync(ct);
        var total = await db.Corrections.CountAsync(ct);
        var (shown, skip) = LogPage.Find(page, PageSize, total, of);
        var rows = await db.Corrections.AsNoTracking().OrderByDescending(c => c.Id).Skip(skip).Take(PageSize).ToListAsync(ct);
        return new CorrectionPage(total, shown, PageSize, await CorrectionViews.OfAsync(db, rows, ct));
    }

    /// <summary>What was put right in a talk, and the labels of its transcript; null when there is no such talk.</summary>
    public async Task<TalkCuration?> OfTalkAsync(string slug, CancellationToken ct)
    {
        await using var db = await _databases.CreateDbContextAsync(ct);
        if (await CorrectionWriter.TalkAsync(db, slug, ct) is not { } talk)
        {
            return null;
        }

        var parts = db.Talks.IgnoreQueryFilters().Where(t => t.MergedIntoId == talk.Id).Select(t => (int?)t.Id);
        var here = db.CorrectionPlaces.Where(p => p.TalkId == talk.Id && p.Places > 0).Select(p => p.CorrectionId);
        var rows = await db.Corrections.AsNoTracking()
            .Where(c => c.TalkId == talk.Id || c.OtherTalkId == talk.Id || parts.Contains(c.TalkId) || here.Contains(c.Id)).OrderByDescending(c => c.Id).ToListAsync(ct);
        var labels = await db.Segments.Where(s => s.SourceId == talk.TranscriptId && s.Label != null)
            .GroupBy(s => s.Label!).Select(g => new { Label = g.Key, Count = g.Count(), First = g.Min(s => s.N) }).OrderBy(l => l.First).ToListAsync(ct);
        var voices = await NamesOfLabels.OfAsync(db, talk.Id, labels.Select(l => l.Label), ct);
        var slugs = await db.TalkSpeakers.Where(t => t.TalkId == talk.Id).Select(t => new { t.SpeakerId, t.Speaker.Slug }).Distinct().ToDictionaryAsync(t => t.SpeakerId, t => t.Slug, ct);
        return new TalkCuration(
            rows.Select(r => r.Id).FirstOrDefault(),
            labels.ConvertAll(l => voices.Of(l.Label) is var (speaker, shown)
                ? new LabelView(l.Label, shown, speaker is { } id ? slugs.GetValueOrDefault(id) : null, l.Count, l.First) : null!),
            await CorrectionViews.OfAsync(db, rows, ct));
    }

    /// <summary>What was put right about a speaker, newest first; empty when nobody has this address.</summary>
    public async Task<IReadOnlyList<CorrectionView>> OfSpeakerAsync(string slug, CancellationToken ct)
    {
        await using var db = await _databases.CreateDbContextAsync(ct);
        var ids = db.Speakers.Where(s => s.Slug == slug).Select(s => s.Id);
        var rows = await db.Corrections.AsNoTracking()
            .Where(c => (c.SpeakerId != null && ids.Contains(c.SpeakerId.Value)) || (c.OtherSpeakerId != null && ids.Contains(c.OtherSpeakerId.Value)))
            .OrderByDescending(c => c.Id).ToListAsync(ct);
        return await CorrectionViews.OfAsync(db, rows, ct);
    }

    /// <summary>Names of all speakers, for fields in which one is chosen.</summary>
    public async Task<IReadOnlyList<string>> NamesAsync(CancellationToken ct)
    {
        await using var db = await _databases.CreateDbContextAsync(ct);
        return await db.Speakers.Where(s => s.MergedIntoId == null).Select(s => s.Name).Distinct().OrderBy(n => n).Take(2000).ToListAsync(ct);
    }

    /// <summary>Corrections whose words are no longer found, newest first: a person has to look.</summary>
    public async Task<IReadOnlyList<CorrectionView>> LostAsync(CancellationToken ct)
    {
        await using var db = await _databases.CreateDbContextAsync(ct);
        var rows = await db.Corrections.AsNoTracking().Where(c => (c.Kind == "turns" || c.Kind == "words") && db.CorrectionPlaces.Any(p => p.CorrectionId == c.Id && p.Places == 0))
            .OrderByDescending(c => c.Id).ToListAsync(ct);
        return [.. (await CorrectionViews.OfAsync(db, rows, ct)).Where(c => c.IsLost)];
    }
}
