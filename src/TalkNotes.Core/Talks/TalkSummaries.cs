using Microsoft.Data.Sqlite;
using TalkNotes.Core.Storage;

namespace TalkNotes.Core.Talks;

/// <summary>Reads talks as listings show them: a fixed number of queries however many talks.</summary>
internal static class TalkSummaries
{
    /// <summary>The talks with these ids, in this order.</summary>
    public static async Task<List<TalkSummary>> ReadAsync(TalkNotesDb db, IReadOnlyList<int> ids, CancellationToken ct) => Read(await db.ConnectionAsync(ct), ids);

    /// <summary>The same without EF.</summary>
    public static List<TalkSummary> Read(SqliteConnection connection, IReadOnlyList<int> ids)
    {
        var talks = TalkListing.Talks(connection, ids).ToDictionary(t => t.Row.Id);
        var people = People(connection, ids);
        var topics = TalkListing.Topics(connection, ids).DistinctBy(t => (t.TalkId, t.TopicId)).ToLookup(t => t.TalkId, t => new TopicRef(t.Name, t.Slug));
        var counts = Counts(connection, ids);
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
                IsTimed = talk.IsTimed,
                IsLabelled = talk.IsLabelled,
                SegmentCount = talk.SegmentCount,
                WordCount = talk.Row.WordCount,
                People = [.. people[id]],
                Topics = [.. topics[id]],
                Claims = counts.GetValueOrDefault(id, VerdictCounts.None),
            };
        })];
    }

    /// <summary>Claims by verdict of each of these talks; talks without claims are left out.</summary>
    public static async Task<Dictionary<int, VerdictCounts>> CountsAsync(TalkNotesDb db, IReadOnlyList<int> ids, CancellationToken ct) => Counts(await db.ConnectionAsync(ct), ids);

    private static Dictionary<int, VerdictCounts> Counts(SqliteConnection connection, IReadOnlyList<int> ids) =>
        TalkListing.Counts(connection, ids).GroupBy(r => r.TalkId).ToDictionary(g => g.Key, VerdictCounts.Of);

    private static ILookup<int, PersonRef> People(SqliteConnection connection, IReadOnlyList<int> ids) =>
        TalkListing.People(connection, ids).GroupBy(r => (r.TalkId, r.SpeakerId)).ToLookup(
            g => g.Key.TalkId,
            g => new PersonRef(g.First().Name, g.First().Slug, g.Select(r => r.Role).FirstOrDefault(r => r is not null), g.Max(r => r.Turns)));
}
