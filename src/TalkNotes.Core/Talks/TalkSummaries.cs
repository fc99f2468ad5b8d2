using Microsoft.EntityFrameworkCore;
using TalkNotes.Core.Storage;

namespace TalkNotes.Core.Talks;

/// <summary>Reads talks as listings show them: a fixed number of queries however many talks.</summary>
internal static class TalkSummaries
{
    /// <summary>The talks with these ids, in this order.</summary>
    public static async Task<List<TalkSummary>> ReadAsync(TalkNotesDb db, IReadOnlyList<int> ids, CancellationToken ct)
    {
        var talks = await db.Talks.AsNoTracking().Where(t => ids.Contains(t.Id))
            .Select(t => new
            {
                Row = t,
                Segments = (int?)t.Transcript!.SegmentCount,
                IsTimed = (bool?)t.Transcript.IsTimed,
                IsLabelled = (bool?)t.Transcript.IsLabelled,
            })
            .ToDictionaryAsync(t => t.Row.Id, ct);
        var people = await PeopleAsync(db, ids, ct);
        var topics = await TopicsAsync(db, ids, ct);
        var counts = await CountsAsync(db, ids, ct);
        return [.. ids.Where(talks.ContainsKey).Select(id =>
        {
            var talk = talks[id];
            return new TalkSummary
            {
                Slug = talk.Row.Slug,
                Title = talk.Row.Title,
                Show = talk.Row.Show,
                Url = talk.Row.Url,
                VideoId = talk.Row.VideoId,
                Published = talk.Row.Published,
                Transcribed = talk.Row.Transcribed,
                Retrieved = talk.Row.Retrieved,
                DurationMs = (long?)talk.Row.Duration?.TotalMilliseconds,
                Language = talk.Row.Language,
                Status = talk.Row.Status,
                HasTranscript = talk.Row.TranscriptId is not null,
                IsTimed = talk.IsTimed ?? false,
                IsLabelled = talk.IsLabelled ?? false,
                SegmentCount = talk.Segments ?? 0,
                WordCount = talk.Row.WordCount,
                People = [.. people[id]],
                Topics = [.. topics[id]],
                Claims = counts.GetValueOrDefault(id, VerdictCounts.None),
            };
        })];
    }

    /// <summary>Claims by verdict of each of these talks; talks without claims are left out.</summary>
    public static async Task<Dictionary<int, VerdictCounts>> CountsAsync(TalkNotesDb db, IReadOnlyList<int> ids, CancellationToken ct)
    {
        var rows = await db.ClaimStates.Where(s => ids.Contains(s.TalkId) && s.Withdrawn == 0)
            .GroupBy(s => new { s.TalkId, s.Status })
            .Select(g => new { g.Key.TalkId, g.Key.Status, Count = g.Count() })
            .ToListAsync(ct);
        return rows.GroupBy(r => r.TalkId).ToDictionary(g => g.Key, g => VerdictCounts.Of(g.Select(r => (r.Status, r.Count))));
    }

    private static async Task<ILookup<int, PersonRef>> PeopleAsync(TalkNotesDb db, IReadOnlyList<int> ids, CancellationToken ct)
    {
        var rows = await db.TalkSpeakers.Where(s => ids.Contains(s.TalkId))
            .OrderBy(s => s.TalkId).ThenBy(s => s.SourceId).ThenBy(s => s.Position)
            .Select(s => new { s.TalkId, s.SpeakerId, s.Speaker.Name, s.Speaker.Slug, s.Role, s.Turns })
            .ToListAsync(ct);
        return rows.GroupBy(r => (r.TalkId, r.SpeakerId)).ToLookup(
            g => g.Key.TalkId,
            g => new PersonRef(g.First().Name, g.First().Slug, g.Select(r => r.Role).FirstOrDefault(r => r is not null), g.Max(r => r.Turns)));
    }

    private static async Task<ILookup<int, TopicRef>> TopicsAsync(TalkNotesDb db, IReadOnlyList<int> ids, CancellationToken ct)
    {
        var rows = await db.TalkTopics.Where(t => ids.Contains(t.TalkId))
            .OrderBy(t => t.TalkId).ThenBy(t => t.SourceId).ThenBy(t => t.Position)
            .Select(t => new { t.TalkId, t.TopicId, t.Topic.Name, t.Topic.Slug })
            .ToListAsync(ct);
        return rows.DistinctBy(r => (r.TalkId, r.TopicId)).ToLookup(r => r.TalkId, r => new TopicRef(r.Name, r.Slug));
    }
}
