using Microsoft.Data.Sqlite;

namespace TalkNotes.Core.Storage;

/// <summary>Talks of the library by what their sources do not say.</summary>
internal sealed record GapRow(int WithoutTranscript, int WithoutSpeakers, int WithoutTimes, int Undated);

/// <summary>Talks, and the words of their transcripts.</summary>
internal sealed record TotalsRow(int Talks, long Words);

/// <summary>A talk by name.</summary>
internal sealed record TalkNameRow(string Slug, string? Title);

/// <summary>A claim that waits for a verdict.</summary>
internal sealed record WaitingRow(int TalkId, string Claim, string Text, string Kind, string Slug, string? Title, int? Triage, string? Flags);

/// <summary>A verdict with its claim, its talk and the document that is the talk's transcript today.</summary>
internal sealed record LatestVerdictRow(VerdictRow Verdict, string Claim, int TalkId, string Slug, string? Title, string? VideoId, string? Sha256);

/// <summary>A piece of evidence, and where it stands today when that is elsewhere.</summary>
internal sealed record LatestEvidenceRow(EvidenceRow Evidence, EvidencePlaceRow? Place);

/// <summary>
/// What the start page and the frame of every page show, in plain SQL: it is the first page after a start, and EF would take longer to get ready
/// than all the rest.
/// </summary>
internal static class StartPageRows
{
    private const string TotalsSql = "SELECT count(*), coalesce(sum(word_count), 0) FROM talks WHERE merged_into_id IS NULL";

    private const string CountsSql = "SELECT counts, count(*) FROM claim_states WHERE withdrawn = 0 GROUP BY counts";

    /// <summary>Talk by talk, as talks without words are few.</summary>
    private const string BlockedSql = """
        SELECT count(*) FROM talks CROSS JOIN claim_states s ON s.talk_id = talks.id
        WHERE transcript_id IS NULL AND merged_into_id IS NULL AND s.withdrawn = 0 AND s.counts = 'unverified'
        """;

    private const string GapsSql = """
        SELECT
            (SELECT count(*) FROM talks WHERE transcript_id IS NULL AND merged_into_id IS NULL
                AND EXISTS (SELECT 1 FROM claim_states s WHERE s.talk_id = talks.id AND s.withdrawn = 0)),
            (SELECT count(*) FROM talks JOIN sources s ON s.id = talks.transcript_id WHERE merged_into_id IS NULL AND s.is_labelled = 0),
            (SELECT count(*) FROM talks JOIN sources s ON s.id = talks.transcript_id WHERE merged_into_id IS NULL AND s.is_timed = 0),
            (SELECT count(*) FROM talks WHERE merged_into_id IS NULL AND published IS NULL)
        """;

    private const string GapExampleSql = """
        SELECT slug, title FROM talks
        WHERE transcript_id IS NULL AND merged_into_id IS NULL AND EXISTS (SELECT 1 FROM claim_states s WHERE s.talk_id = talks.id AND s.withdrawn = 0)
        ORDER BY id DESC LIMIT 1
        """;

    private const string LastAddedSql = "SELECT id FROM talks WHERE merged_into_id IS NULL ORDER BY added_at DESC, id DESC LIMIT $most";

    private const string WaitingTalksSql = """
        SELECT id FROM talks
        WHERE transcript_id IS NOT NULL AND merged_into_id IS NULL
            AND EXISTS (SELECT 1 FROM claim_states s WHERE s.talk_id = talks.id AND s.withdrawn = 0 AND s.counts = 'unverified')
        ORDER BY added_at DESC, id DESC LIMIT $most
        """;

    private const string WaitingSql = """
        SELECT c.talk_id, c.public_id, c.text, c.kind, t.slug, t.title, k.triage, k.flags
        FROM json_each($ids) i CROSS JOIN talks t ON t.id = i.value CROSS JOIN claim_states s ON s.talk_id = t.id
            JOIN claims c ON c.id = s.claim_id LEFT JOIN claim_checks k ON k.claim_id = c.id
        WHERE s.withdrawn = 0 AND s.counts = 'unverified'
        ORDER BY k.triage IS NULL, k.triage, c.position, c.id
        """;

    /// <summary>By the index of times, whose end is reached soon: others make SQLite read and sort all verdicts.</summary>
    private const string LatestSql = """
        SELECT verdicts.id, verdicts.claim_id, verdicts.n, question, value, note, curator, claim_text, verdicts.text_hash, given_at,
               c.public_id, c.talk_id, t.slug, t.title, t.video_id, o.sha256
        FROM verdicts INDEXED BY verdicts_by_time CROSS JOIN claim_states s ON s.claim_id = verdicts.claim_id
            CROSS JOIN claims c ON c.id = verdicts.claim_id CROSS JOIN talks t ON t.id = c.talk_id LEFT JOIN sources o ON o.id = t.transcript_id
        WHERE question = 'fidelity' AND value <> 'unverified' AND s.verdict_id = verdicts.id AND s.recheck IS NULL AND t.merged_into_id IS NULL
            AND EXISTS (SELECT 1 FROM evidence e WHERE e.verdict_id = verdicts.id AND e.words IS NOT NULL)
        ORDER BY given_at DESC, verdicts.id DESC LIMIT 1
        """;

    private const string EvidenceSql = """
        SELECT e.id, e.n, e.kind, e.stance, e.talk_id, e.source_sha256, e.first_segment, e.last_segment, e.start_ms, e.end_ms, e.speaker, e.words, e.url,
               p.first_segment, p.last_segment, p.start_ms, p.end_ms
        FROM evidence e LEFT JOIN evidence_places p ON p.evidence_id = e.id
        WHERE e.verdict_id = $verdict AND e.words IS NOT NULL
        ORDER BY e.n LIMIT 1
        """;

    /// <summary>Talks, and the words of their transcripts.</summary>
    public static TotalsRow Totals(SqliteConnection connection) => connection.Rows(TotalsSql, r => new TotalsRow(r.GetInt32(0), r.GetInt64(1)))[0];

    /// <summary>All claims by what counts today.</summary>
    public static List<ListedCount> Counts(SqliteConnection connection) => connection.Rows(CountsSql, r => new ListedCount(0, r.GetString(0), r.GetInt32(1)));

    /// <summary>Claims without a verdict whose talk has no transcript.</summary>
    public static int Blocked(SqliteConnection connection) => connection.Rows(BlockedSql, r => r.GetInt32(0))[0];

    /// <summary>What sources do not say.</summary>
    public static GapRow Gaps(SqliteConnection connection) =>
        connection.Rows(GapsSql, r => new GapRow(r.GetInt32(0), r.GetInt32(1), r.GetInt32(2), r.GetInt32(3)))[0];

    /// <summary>The last talk that has claims and no transcript; null when there is none.</summary>
    public static TalkNameRow? GapExample(SqliteConnection connection) =>
        connection.Rows(GapExampleSql, r => new TalkNameRow(r.GetString(0), r.TextOrNull(1))).FirstOrDefault();

    /// <summary>The talks that came last, newest first.</summary>
    public static List<int> LastAdded(SqliteConnection connection, int most) => connection.Rows(LastAddedSql, r => r.GetInt32(0), ("$most", most));

    /// <summary>The last talks with claims that can be checked, newest first.</summary>
    public static List<int> WaitingTalks(SqliteConnection connection, int most) => connection.Rows(WaitingTalksSql, r => r.GetInt32(0), ("$most", most));

    /// <summary>Their claims that wait: those with more to look at first, then in the order of the talk.</summary>
    public static List<WaitingRow> Waiting(SqliteConnection connection, IEnumerable<int> talks) => connection.Rows(
        WaitingSql,
        r => new WaitingRow(r.GetInt32(0), r.GetString(1), r.GetString(2), r.GetString(3), r.GetString(4), r.TextOrNull(5), r.IntOrNull(6), r.TextOrNull(7)),
        ("$ids", PlainSql.Ids(talks)));

    /// <summary>The newest verdict in force that rests on words and still holds; null when there is none.</summary>
    public static LatestVerdictRow? Latest(SqliteConnection connection) => connection.Rows(LatestSql, Verdict).FirstOrDefault();

    /// <summary>The first words that a verdict rests on.</summary>
    public static LatestEvidenceRow? FirstWords(SqliteConnection connection, int verdict) => connection.Rows(EvidenceSql, Evidence, ("$verdict", verdict)).FirstOrDefault();

    private static LatestVerdictRow Verdict(SqliteDataReader r) => new(
        new VerdictRow
        {
            Id = r.GetInt32(0), ClaimId = r.GetInt32(1), N = r.GetInt32(2), Question = r.GetString(3), Value = r.GetString(4), Reasons = "[]", Note = r.TextOrNull(5),
            Curator = r.GetString(6), ClaimText = r.GetString(7), TextHash = r.GetString(8), Searched = "[]", GivenAt = DateTimeOffset.FromUnixTimeMilliseconds(r.GetInt64(9)),
        },
        r.GetString(10), r.GetInt32(11), r.GetString(12), r.TextOrNull(13), r.TextOrNull(14), r.TextOrNull(15));

    private static LatestEvidenceRow Evidence(SqliteDataReader r) => new(
        new EvidenceRow
        {
            Id = r.GetInt32(0), N = r.GetInt32(1), Kind = r.GetString(2), Stance = r.GetString(3), TalkId = r.IntOrNull(4), SourceSha256 = r.TextOrNull(5),
            FirstSegment = r.IntOrNull(6), LastSegment = r.IntOrNull(7), Start = Time(r, 8), End = Time(r, 9), Speaker = r.TextOrNull(10), Words = r.TextOrNull(11), Url = r.TextOrNull(12),
        },
        r.IntOrNull(13) is { } first ? new EvidencePlaceRow { EvidenceId = r.GetInt32(0), FirstSegment = first, LastSegment = r.GetInt32(14), Start = Time(r, 15), End = Time(r, 16) } : null);

    private static TimeSpan? Time(SqliteDataReader r, int column) => r.LongOrNull(column) is { } ms ? TimeSpan.FromMilliseconds(ms) : null;
}
