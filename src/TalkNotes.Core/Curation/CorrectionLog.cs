using Microsoft.EntityFrameworkCore;
using TalkNotes.Core.Storage;

namespace TalkNotes.Core.Curation;

/// <summary>A correction with its row.</summary>
internal sealed record Entry(CorrectionRow Row, Correction Correction);

/// <summary>Reads corrections: what is in force is what no undo in force takes back.</summary>
internal static class CorrectionLog
{
    /// <summary>Corrections of these rows that are in force, oldest first; undos themselves are left out.</summary>
    public static List<Entry> InForce(IEnumerable<CorrectionRow> rows)
    {
        var all = rows.OrderBy(r => r.Id).ToList();
        var undone = Undone(all);
        return [.. all.Where(r => r.UndoesId is null && !undone.Contains(r.Id)).Select(r => new Entry(r, CorrectionJson.Read(r)))];
    }

    /// <summary>Ids that are taken back. The newest word counts: an undo that was itself undone takes nothing back.</summary>
    public static HashSet<int> Undone(IEnumerable<CorrectionRow> rows)
    {
        var undone = new HashSet<int>();
        foreach (var row in rows.Where(r => r.UndoesId is not null).OrderByDescending(r => r.Id))
        {
            if (!undone.Contains(row.Id))
            {
                undone.Add(row.UndoesId!.Value);
            }
        }

        return undone;
    }

    /// <summary>
    /// What is in force for a talk: corrections of the whole library's words, those of talks that became part of it, and,
    /// last, its own, so that what was said of the talk itself counts.
    /// </summary>
    public static async Task<List<Entry>> OfTalkAsync(TalkNotesDb db, int talkId, CancellationToken ct)
    {
        var parts = db.Talks.IgnoreQueryFilters().Where(t => t.MergedIntoId == talkId).Select(t => (int?)t.Id);
        var rows = await db.Corrections.AsNoTracking()
            .Where(c => c.TalkId == talkId || parts.Contains(c.TalkId) || (c.TalkId == null && c.SpeakerId == null)).ToListAsync(ct);
        return [.. InForce(rows).OrderBy(e => e.Row.TalkId == talkId).ThenBy(e => e.Row.Id)];
    }

    /// <summary>What is in force about people: names, other names, who is who.</summary>
    public static async Task<List<Entry>> OfPeopleAsync(TalkNotesDb db, CancellationToken ct) =>
        InForce(await db.Corrections.AsNoTracking().Where(c => c.SpeakerId != null && c.TalkId == null).ToListAsync(ct));
}
