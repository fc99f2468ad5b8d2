using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using TalkNotes.Core.Storage;
using TalkNotes.Core.Text;

namespace TalkNotes.Core.Search;

/// <summary>
/// What can be found of a talk, worked out from what is stored of it: the words of its primary transcript, its claims that a
/// source still makes, its title and chapter titles. <see cref="PassageWriter"/> stores it, <see cref="IndexCheck"/> compares it.
/// </summary>
internal static class TalkPassages
{
    /// <summary>The rows in reading order, with ids from <paramref name="firstId"/> on.</summary>
    public static async Task<List<PassageRow>> WorkOutAsync(TalkNotesDb db, int talkId, long firstId, CancellationToken ct)
    {
        var talk = await db.Talks.AsNoTracking().Where(t => t.Id == talkId).Select(t => new { t.Title, t.TranscriptId }).SingleAsync(ct);
        var rows = new List<PassageRow>();
        if (talk.TranscriptId is { } transcript)
        {
            await AddSpokenAsync(rows, db, transcript, firstId, ct);
        }

        await AddClaimsAsync(rows, db, talkId, ct);
        await AddTitlesAsync(rows, db, talk.Title, talk.TranscriptId, ct);
        for (var i = 0; i < rows.Count; i++)
        {
            (rows[i].Id, rows[i].TalkId) = (firstId + i, talkId);
        }

        return rows;
    }

    private static async Task AddSpokenAsync(List<PassageRow> rows, TalkNotesDb db, int sourceId, long firstId, CancellationToken ct)
    {
        var segments = await db.Segments.AsNoTracking().Where(s => s.SourceId == sourceId).OrderBy(s => s.N)
            .Select(s => new { s.N, s.Turn, s.SpeakerId, s.Text, s.Readings }).ToListAsync(ct);
        var plans = PassageBuilder.Build(segments.ConvertAll(s =>
            new SpokenSegment(s.N, s.Turn, s.SpeakerId, s.Text, s.Readings is null ? null : Readings.Parse(s.Readings))));
        var ids = new List<long>(plans.Count); // of the passages, by index
        for (var i = 0; i < plans.Count; i++)
        {
            if (plans[i].Bridge is null)
            {
                ids.Add(firstId + i);
            }
        }

        rows.AddRange(plans.Select(plan => new PassageRow
        {
            Kind = plan.Bridge is null ? PassageKind.Segment : PassageKind.Bridge,
            Origin = "spoken",
            SourceId = sourceId,
            FirstSegment = plan.FirstSegment,
            LastSegment = plan.LastSegment,
            StartInSegment = plan.StartInSegment,
            FirstPassage = plan.Bridge is { } first ? ids[first.First] : null,
            LastPassage = plan.Bridge is { } last ? ids[last.Last] : null,
            Borders = plan.Bridge is { } bridge ? JsonSerializer.Serialize(bridge.Borders) : null,
            SpeakerId = plan.SpeakerId,
            Text = plan.Text,
            Readings = Readings.Write(plan.Readings),
        }));
    }

    private static async Task AddClaimsAsync(List<PassageRow> rows, TalkNotesDb db, int talkId, CancellationToken ct)
    {
        var claims = await db.Claims.AsNoTracking().Where(c => c.TalkId == talkId && c.WithdrawnAt == null).OrderBy(c => c.Position).ThenBy(c => c.Id)
            .Select(c => new { c.Id, c.Origin, c.Text, c.AttributedTo, SourceId = c.Mentions.Min(m => (int?)m.SourceId) }).ToListAsync(ct);
        rows.AddRange(claims.Select(claim => new PassageRow
        {
            Kind = PassageKind.Claim, Origin = claim.Origin, SourceId = claim.SourceId, ClaimId = claim.Id, Text = WithName(claim.Text, claim.AttributedTo),
        }));
    }

    /// <summary>A quote is also found by whose words it claims to be.</summary>
    private static string WithName(string text, string? attributedTo) => attributedTo is null ? text : $"{text} — {attributedTo}";

    private static async Task AddTitlesAsync(List<PassageRow> rows, TalkNotesDb db, string? title, int? transcriptId, CancellationToken ct)
    {
        if (title is not null)
        {
            rows.Add(new PassageRow { Kind = PassageKind.Talk, Origin = "publisher", Text = title });
        }

        var chapters = await db.Chapters.AsNoTracking().Where(c => c.SourceId == transcriptId).OrderBy(c => c.N)
            .Select(c => new { c.N, c.Title, c.FirstSegment }).ToListAsync(ct);
        rows.AddRange(chapters.Select(chapter => new PassageRow
        {
            Kind = PassageKind.Talk,
            Origin = "publisher",
            SourceId = transcriptId,
            FirstSegment = chapter.FirstSegment,
            LastSegment = chapter.FirstSegment,
            Chapter = chapter.N,
            Text = chapter.Title,
        }));
    }
}
