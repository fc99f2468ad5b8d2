using Microsoft.EntityFrameworkCore;
using TalkNotes.Core.Search;
using TalkNotes.Core.Storage;

namespace TalkNotes.Core.Curation;

/// <summary>What is to be written, or why nothing is.</summary>
internal sealed record CorrectionPlan(CurationOutcome? Refused, IReadOnlyList<CorrectionRow> Rows, IReadOnlyCollection<int> Talks)
{
    public static CorrectionPlan Write(IReadOnlyCollection<int> talks, params CorrectionRow[] rows) => new(null, rows, talks);

    public static implicit operator CorrectionPlan(CurationOutcome refused) => new(refused, [], []);
}

/// <summary>The only writer of corrections: records them and works out everything that they change, in one transaction.</summary>
internal sealed class CorrectionWriter(IDbContextFactory<TalkNotesDb> databases, TimeProvider time)
{
    /// <summary>Records what a plan says. The plan may create speakers whom it names; nothing is kept when it refuses.</summary>
    public async Task<CurationOutcome> WriteAsync(string curator, Func<TalkNotesDb, Task<CorrectionPlan>> planning, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var plan = await planning(db);
        if (plan.Refused is { } refused)
        {
            return refused;
        }

        var now = time.GetUtcNow();
        foreach (var row in plan.Rows)
        {
            (row.Curator, row.GivenAt) = (curator, now);
            db.Corrections.Add(row);
            await db.SaveChangesAsync(ct); // in order: the newer one counts
        }

        var talks = plan.Talks.ToHashSet();
        if (plan.Rows.Any(r => r.SpeakerId is not null && r.TalkId is null))
        {
            await People.RefreshAsync(db, ct);
        }

        await TalkMerges.ApplyAsync(db, plan.Rows, talks, ct);
        foreach (var talk in await db.Talks.Where(t => talks.Contains(t.Id)).OrderBy(t => t.Id).ToListAsync(ct))
        {
            await new TalkAssembler(db, now).AssembleAsync(talk, ct);
            await PassageWriter.ReplaceAsync(db, talk.Id, ct);
        }

        var last = plan.Rows[^1];
        var view = (await CorrectionViews.OfAsync(db, [last], ct))[0];
        await transaction.CommitAsync(ct);
        return new CurationOutcome.Recorded(last.Id, view.What, talks.Count);
    }

    /// <summary>The source whose transcript is put right: one of the talk's by its number from 1, or the one that counts; null when there is none.</summary>
    public static async Task<int?> TranscriptAsync(TalkNotesDb db, TalkRow talk, int? source, CancellationToken ct)
    {
        if (source is not { } number)
        {
            return talk.TranscriptId;
        }

        var chosen = await db.Sources.Where(s => s.TalkId == talk.Id).OrderBy(s => s.Id).Select(s => new { s.Id, s.SegmentCount }).Skip(Math.Max(0, number - 1)).FirstOrDefaultAsync(ct);
        return number > 0 && chosen is { SegmentCount: > 0 } ? chosen.Id : null;
    }

    /// <summary>A row of a correction; who and when are filled in when it is written.</summary>
    public static CorrectionRow Row(Correction correction, int? talk = null, int? speaker = null, int? otherSpeaker = null, int? otherTalk = null) => new()
    {
        Kind = CorrectionJson.KindOf(correction),
        Detail = CorrectionJson.Write(correction),
        TalkId = talk,
        OtherTalkId = otherTalk,
        SpeakerId = speaker,
        OtherSpeakerId = otherSpeaker,
        Curator = "",
    };

    /// <summary>The talks in which somebody takes part or speaks; also those of people who are one with them.</summary>
    public static async Task<List<int>> TalksOfAsync(TalkNotesDb db, IReadOnlyCollection<int> speakers, CancellationToken ct)
    {
        var all = await db.Speakers.Where(s => speakers.Contains(s.Id) || (s.MergedIntoId != null && speakers.Contains(s.MergedIntoId.Value))).Select(s => s.Id).ToListAsync(ct);
        var roots = await db.Speakers.Where(s => all.Contains(s.Id) && s.MergedIntoId != null).Select(s => s.MergedIntoId!.Value).ToListAsync(ct);
        all.AddRange(roots);
        var named = db.Corrections.Where(c => c.TalkId != null && c.SpeakerId != null && all.Contains(c.SpeakerId.Value)).Select(c => c.TalkId!.Value);
        return await db.TalkSpeakers.Where(s => all.Contains(s.SpeakerId)).Select(s => s.TalkId)
            .Union(db.Talks.Where(t => named.Contains(t.Id)).Select(t => t.Id)).Distinct().ToListAsync(ct);
    }

    /// <summary>The talk of a slug, in which it may have been merged; null when there is none.</summary>
    public static Task<TalkRow?> TalkAsync(TalkNotesDb db, string slug, CancellationToken ct) => db.Talks.FirstOrDefaultAsync(t => t.Slug == slug, ct);
}
