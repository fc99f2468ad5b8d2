using Microsoft.EntityFrameworkCore;
using TalkNotes.Core.Storage;

namespace TalkNotes.Core.Curation;

/// <summary>Takes corrections back, and takes that back again; each time by one more row.</summary>
public sealed class CorrectionUndo
{
    private readonly CorrectionWriter _writer;

    internal CorrectionUndo(CorrectionWriter writer) => _writer = writer;

    /// <summary>Takes a correction back.</summary>
    /// <param name="id">Its number; that of an undo brings back what it took back.</param>
    /// <param name="curator">Who says so.</param>
    /// <param name="ct">Stops before anything is written.</param>
    public Task<CurationOutcome> UndoAsync(int id, string curator, CancellationToken ct) => _writer.WriteAsync(
        curator,
        async db =>
        {
            if (await db.Corrections.AsNoTracking().FirstOrDefaultAsync(c => c.Id == id, ct) is not { } row)
            {
                return new CurationOutcome.NotFound("There is no such correction");
            }

            var undos = await db.Corrections.AsNoTracking().Where(c => c.UndoesId != null).ToListAsync(ct);
            if (CorrectionLog.Undone(undos).Contains(id))
            {
                var by = undos.Last(u => u.UndoesId == id);
                return new CurationOutcome.Conflict((await CorrectionViews.OfAsync(db, [by], ct))[0]);
            }

            if (await TalkMerges.ReasonToKeepAsync(db, row, ct) is { } reason)
            {
                return new CurationOutcome.Invalid("", reason);
            }

            var undo = CorrectionWriter.Row(new UndoCorrection(), row.TalkId, row.SpeakerId, row.OtherSpeakerId, row.OtherTalkId);
            undo.UndoesId = id;
            return CorrectionPlan.Write(await TalksAsync(db, row, ct), undo);
        },
        ct);

    /// <summary>Talks in which the correction has, or had, an effect.</summary>
    private static async Task<List<int>> TalksAsync(TalkNotesDb db, CorrectionRow row, CancellationToken ct)
    {
        if (row.TalkId is { } talk)
        {
            return [await db.Talks.IgnoreQueryFilters().Where(t => t.Id == talk).Select(t => t.MergedIntoId ?? t.Id).SingleAsync(ct)];
        }

        if (row.SpeakerId is { } speaker)
        {
            return await CorrectionWriter.TalksOfAsync(db, row.OtherSpeakerId is { } other ? [speaker, other] : [speaker], ct);
        }

        var origin = row;
        while (origin.UndoesId is { } earlier)
        {
            origin = await db.Corrections.AsNoTracking().SingleAsync(c => c.Id == earlier, ct);
        }

        var words = (WordsCorrection)CorrectionJson.Read(origin);
        var sources = await WordsDesk.SourcesWithAsync(db, words.Heard, ct);
        return await db.Sources.Where(s => sources.Contains(s.Id)).Select(s => s.TalkId).Distinct().ToListAsync(ct);
    }
}
