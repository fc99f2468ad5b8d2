using Microsoft.Data.Sqlite;

namespace TalkNotes.Core.Storage;

/// <summary>A talk with what lists show of its transcript.</summary>
internal sealed record ListedTalk(TalkRow Row, int SegmentCount, bool IsTimed, bool IsLabelled);

/// <summary>A person of a source of a talk.</summary>
internal sealed record ListedPerson(int TalkId, int SpeakerId, string Name, string Slug, string? Role, int Turns);

/// <summary>A topic of a source of a talk.</summary>
internal sealed record ListedTopic(int TalkId, int TopicId, string Name, string Slug);

/// <summary>Claims of a talk, or of all, that count alike.</summary>
internal sealed record ListedCount(int TalkId, string Status, int Count);

/// <summary>What lists of talks show, in plain SQL: four questions however many talks.</summary>
internal static class TalkListing
{
    private const string TalksSql = """
        SELECT t.id, t.slug, t.title, t.show, t.url, t.video_id, t.published, t.transcribed, t.retrieved, t.duration_ms, t.language, t.status,
               t.transcript_id, t.word_count, s.segment_count, s.is_timed, s.is_labelled
        FROM json_each($ids) i CROSS JOIN talks t ON t.id = i.value LEFT JOIN sources s ON s.id = t.transcript_id
        WHERE t.merged_into_id IS NULL
        """;

    private const string PeopleSql = """
        SELECT s.talk_id, s.speaker_id, p.name, p.slug, s.role, s.turns
        FROM json_each($ids) i CROSS JOIN talk_speakers s ON s.talk_id = i.value JOIN speakers p ON p.id = s.speaker_id
        ORDER BY s.talk_id, s.source_id, s.position
        """;

    private const string TopicsSql = """
        SELECT t.talk_id, t.topic_id, o.name, o.slug
        FROM json_each($ids) i CROSS JOIN talk_topics t ON t.talk_id = i.value JOIN topics o ON o.id = t.topic_id
        ORDER BY t.talk_id, t.source_id, t.position
        """;

    private const string CountsSql = """
        SELECT s.talk_id, s.counts, count(*)
        FROM json_each($ids) i CROSS JOIN claim_states s ON s.talk_id = i.value
        WHERE s.withdrawn = 0
        GROUP BY s.talk_id, s.counts
        """;

    /// <summary>The talks with these ids, in no order; a talk that became part of another one is left out.</summary>
    public static List<ListedTalk> Talks(SqliteConnection connection, IEnumerable<int> ids) => connection.Rows(TalksSql, Talk, ("$ids", PlainSql.Ids(ids)));

    /// <summary>Their people, source by source in the order of the source.</summary>
    public static List<ListedPerson> People(SqliteConnection connection, IEnumerable<int> ids) => connection.Rows(
        PeopleSql, r => new ListedPerson(r.GetInt32(0), r.GetInt32(1), r.GetString(2), r.GetString(3), r.TextOrNull(4), r.GetInt32(5)), ("$ids", PlainSql.Ids(ids)));

    /// <summary>Their topics, source by source in the order of the source.</summary>
    public static List<ListedTopic> Topics(SqliteConnection connection, IEnumerable<int> ids) => connection.Rows(
        TopicsSql, r => new ListedTopic(r.GetInt32(0), r.GetInt32(1), r.GetString(2), r.GetString(3)), ("$ids", PlainSql.Ids(ids)));

    /// <summary>Their claims by what counts today.</summary>
    public static List<ListedCount> Counts(SqliteConnection connection, IEnumerable<int> ids) => connection.Rows(
        CountsSql, r => new ListedCount(r.GetInt32(0), r.GetString(1), r.GetInt32(2)), ("$ids", PlainSql.Ids(ids)));

    private static ListedTalk Talk(SqliteDataReader r) => new(
        new TalkRow
        {
            Id = r.GetInt32(0), Slug = r.GetString(1), Title = r.TextOrNull(2), Show = r.TextOrNull(3), Url = r.TextOrNull(4), VideoId = r.TextOrNull(5),
            Published = r.DateOrNull(6), Transcribed = r.DateOrNull(7), Retrieved = r.DateOrNull(8),
            Duration = r.LongOrNull(9) is { } ms ? TimeSpan.FromMilliseconds(ms) : null, Language = r.TextOrNull(10), Status = r.TextOrNull(11),
            TranscriptId = r.IntOrNull(12), WordCount = r.GetInt32(13),
        },
        r.IntOrNull(14) ?? 0, r.IntOrNull(15) > 0, r.IntOrNull(16) > 0);
}
