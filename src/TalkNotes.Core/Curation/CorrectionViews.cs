using Microsoft.EntityFrameworkCore;
using TalkNotes.Core.Storage;

namespace TalkNotes.Core.Curation;

/// <summary>Correction rows as read records.</summary>
internal static class CorrectionViews
{
    /// <summary>The rows in words, in the order given.</summary>
    public static async Task<List<CorrectionView>> OfAsync(TalkNotesDb db, IReadOnlyList<CorrectionRow> rows, CancellationToken ct)
    {
        var undos = rows.Select(r => r.UndoesId).OfType<int>().ToList();
        var undone = CorrectionLog.Undone(await db.Corrections.AsNoTracking().Where(c => c.UndoesId != null).ToListAsync(ct));
        var originals = await db.Corrections.AsNoTracking().Where(c => undos.Contains(c.Id)).ToDictionaryAsync(c => c.Id, ct);
        var all = rows.Concat(originals.Values).ToList();
        var talkIds = all.SelectMany(r => new[] { r.TalkId, r.OtherTalkId }).OfType<int>().Distinct().ToList();
        var speakerIds = all.SelectMany(r => new[] { r.SpeakerId, r.OtherSpeakerId }).OfType<int>().Distinct().ToList();
        var talks = await db.Talks.IgnoreQueryFilters().Where(t => talkIds.Contains(t.Id)).Select(t => new { t.Id, t.Slug, t.Title }).ToDictionaryAsync(t => t.Id, ct);
        var speakers = await db.Speakers.Where(s => speakerIds.Contains(s.Id)).Select(s => new { s.Id, s.Slug, s.Name }).ToDictionaryAsync(s => s.Id, ct);
        var ids = rows.Select(r => r.Id).ToList();
        var places = await db.CorrectionPlaces.Where(p => ids.Contains(p.CorrectionId)).GroupBy(p => p.CorrectionId)
            .Select(g => new { g.Key, Places = g.Sum(p => p.Places) }).ToDictionaryAsync(p => p.Key, p => p.Places, ct);
        return [.. rows.Select(View)];

        CorrectionView View(CorrectionRow row)
        {
            var correction = CorrectionJson.Read(row);
            var talk = row.TalkId is { } t ? talks[t] : null;
            var speaker = row.SpeakerId is { } s ? speakers[s] : null;
            return new CorrectionView
            {
                Id = row.Id,
                Kind = row.Kind,
                What = row.UndoesId is { } taken ? $"{(originals[taken].UndoesId is null ? "Took back" : "Restored")}: {Words(Origin(originals[taken]))}" : Words(row),
                Talk = talk?.Slug,
                Title = talk?.Title,
                Speaker = speaker?.Slug,
                Name = speaker?.Name,
                Places = correction is TurnsCorrection or WordsCorrection && places.TryGetValue(row.Id, out var n) ? n : null,
                Curator = row.Curator,
                GivenAt = row.GivenAt,
                IsInForce = !undone.Contains(row.Id),
                IsAnchored = correction is TurnsCorrection or WordsCorrection { At: not null },
            };
        }

        // An undo of an undo speaks of what it brings back.
        CorrectionRow Origin(CorrectionRow row)
        {
            while (row.UndoesId is { } earlier && originals.TryGetValue(earlier, out var found))
            {
                row = found;
            }

            return row;
        }

        string Words(CorrectionRow row) => CorrectionWords.Of(
            CorrectionJson.Read(row),
            row.SpeakerId is { } s ? speakers[s].Name : null,
            row.OtherSpeakerId is { } o ? speakers[o].Name : row.OtherTalkId is { } t ? talks[t].Title ?? "Untitled talk" : null,
            row.TalkId is not null);
    }
}
