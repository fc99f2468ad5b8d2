using System.Globalization;
using Microsoft.Data.Sqlite;
using TalkNotes.Core.Storage;
using TalkNotes.Core.Upkeep;

namespace TalkNotes.Core.Tests.Upkeep;

/// <summary>A database of every schema that was ever released, with rows in every table that people fill, becomes one of today and loses nothing.</summary>
public class UpgradeTests
{
    /// <summary>Rows by the schema that first had their table. A new table gets a row here.</summary>
    private static readonly (int Since, string Sql)[] Filled =
    [
        (1, "INSERT INTO originals VALUES ('a', x'00'), ('b', x'01')"),
        (1, "INSERT INTO talks (id, slug, title, added_at, changed_at) VALUES (1, 'talk', 'Talk', 1, 2), (2, 'other', NULL, 3, 4)"),
        (1, "INSERT INTO sources (id, talk_id, key, path, sha256, format, format_revision, is_format_given, confidence, match_reason, line_count, blank_count, used_count, chrome_count, unrecognised_count, segment_count, word_count, is_timed, is_labelled, claim_count, taken_in_at, metadata, diagnostics, ledger) VALUES (1, 1, 'title:x', 'a.vtt', 'a', 'webvtt', 2, 0, 1, 'why', 3, 0, 3, 0, 0, 1, 2, 1, 1, 1, 20, '{}', '[]', '[]')"),
        (1, "UPDATE talks SET transcript_id = 1 WHERE id = 1"),
        (1, "INSERT INTO source_versions (source_id, sha256, format, format_revision, taken_in_at, replaced_at) VALUES (1, 'b', 'webvtt', 1, 10, 20)"),
        (1, "INSERT INTO ingest_failures VALUES ('bad.txt', NULL, 'why not', 5)"),
        (1, "INSERT INTO speakers (id, key, slug, name) VALUES (1, 'ANN', 'ann', 'Ann')"),
        (1, "INSERT INTO segments (source_id, n, start_ms, end_ms, turn, speaker_id, speaker, text, first_line, last_line) VALUES (1, 0, 0, 1000, 0, 1, 'Ann', 'two words', 2, 3)"),
        (1, "INSERT INTO claims (id, public_id, talk_id, text_hash, text, kind, origin, position, first_seen_at) VALUES (1, 'aaaaaaaaaa', 1, 'h', 'a claim', 'claim', 'person', 0, 3)"),
        (2, "INSERT INTO verdicts (id, claim_id, n, question, value, curator, claim_text, text_hash, transcript_sha256, given_at) VALUES (1, 1, 1, 'fidelity', 'verified', 'ines', 'a claim', 'h', 'a', 4)"),
        (2, "INSERT INTO evidence (verdict_id, n, kind, stance, talk_id, source_sha256, first_segment, last_segment, words) VALUES (1, 0, 'segments', 'supports', 1, 'a', 0, 0, 'two words')"),
        (2, "INSERT INTO reviews (verdict_id, answer, value, curator, given_at) VALUES (1, 'confirm', 'verified', 'ravi', 5)"),
        (3, "INSERT INTO passages (talk_id, kind, origin, source_id, first_segment, last_segment, text) VALUES (1, 'segment', 'spoken', 1, 0, 0, 'two words')"),
        (4, "INSERT INTO accounts (id, name, key, role, stamp, added_at) VALUES (1, 'Ines', 'INES', 'curator', 's', 1)"),
        (4, "INSERT INTO api_tokens (account_id, label, hash, made_at, expires_at) VALUES (1, 'robot', 'x', 1, 2)"),
        (4, "INSERT INTO acts (at, who, via, what) VALUES (1, 'Ines', 'session', 'POST /x')"),
        (5, "INSERT INTO corrections (id, kind, talk_id, detail, curator, given_at) VALUES (1, 'field', 1, '{}', 'ines', 6)"),
        (5, "INSERT INTO sketches VALUES (1, 77)"),
        (6, "INSERT INTO claim_makings (claim_id, act, curator, at, source_sha256, first_segment, last_segment, words) VALUES (1, 'made', 'ines', 7, 'a', 0, 0, 'two words')"),
        (8, "INSERT INTO evidence_places VALUES (1, 0, 0, NULL, NULL)"),
        (10, "INSERT INTO note_files (id, folder, path, talk_id, base, synced_at) VALUES (1, '/n', 'a.md', 1, x'41', 8)"),
        (10, "INSERT INTO note_decisions (file_id, kind, answer, outcome, curator, decided_at) VALUES (1, 'text', 'rejected', 'so', 'ines', 9)"),
        (11, "INSERT INTO arrivals (source_id, path, outcome, who, via, at) VALUES (1, 'a.vtt', 'added', 'ines', 'session', 20)"),
        (12, "INSERT INTO saved_searches (id, slug, name, asked, curator, saved_at) VALUES (1, 's', 'S', '?q=s', 'ines', 10)"),
        (12, "INSERT INTO saved_search_acts (saved_search_id, act, curator, at) VALUES (1, 'removed', 'ines', 11)"),
        (18, "INSERT INTO sessions (account_id, hash, stamp, began_at, used_at) VALUES (1, 'h', 's', 1, 2)"),
    ];

    /// <summary>What is worked out from the rest, or changes by itself.</summary>
    private static readonly string[] WorkedOut = ["terms", "claim_checks", "search_state", "topics", "talk_topics", "talk_slugs", "talk_speakers", "speaker_aliases", "chapters", "claim_mentions", "anchor_decisions", "successions", "correction_places", "note_folders", "passage_files", "removed_passages", "claim_words", "sketch_pairs", "evidence_results"];

    [Fact]
    public void Every_released_schema_keeps_every_row_and_a_copy()
    {
        foreach (var released in SchemaUpgrader.Scripts.SkipLast(1).Select(s => s.Version))
        {
            using var folder = new TempFolder();
            Dictionary<string, List<string>> before;
            using (var old = Database.Open(folder["talknotes.db"]))
            {
                Run(old, string.Concat(SchemaUpgrader.Scripts.Where(s => s.Version <= released).Select(s => s.Sql)) + $"; PRAGMA user_version = {released}");
                foreach (var (_, sql) in Filled.Where(f => f.Since <= released))
                {
                    Run(old, sql);
                }

                before = Rows(old, Columns(old));
                Assert.Empty(before.Where(t => t.Value.Count == 0 && !WorkedOut.Contains(t.Key)).Select(t => $"{t.Key} of {released} has no row: add one above"));
            }

            new LibraryDatabase(new TalkNotesOptions { DataDirectory = folder.Path }, TimeProvider.System).Prepare();

            using var copy = Database.Open(Directory.GetFiles(folder["backups"], $"before-upgrade-from-{released}-*.db").Single());
            Assert.Equal(before, Rows(copy, Columns(copy)));
            using var upgraded = Database.Open(folder["talknotes.db"]);
            Assert.Equal(SchemaUpgrader.Newest, SchemaUpgrader.Version(upgraded));
            before.Remove("search_state"); // counts changes
            var after = Rows(upgraded, Columns(copy));
            after.Remove("search_state");
            Assert.Equal(before, after);
            Assert.Empty(Maintenance.CheckSchema(upgraded));
            Assert.Equal(["ok"], Query(upgraded, "PRAGMA integrity_check"));
            Assert.Empty(Query(upgraded, "PRAGMA foreign_key_check"));
        }
    }

    [Fact]
    public void What_was_here_before_arrivals_were_recorded_has_its_times_and_nobody_made_up()
    {
        using var folder = new TempFolder();
        using var old = Database.Open(folder["talknotes.db"]);
        Run(old, string.Concat(SchemaUpgrader.Scripts.Where(s => s.Version <= 10).Select(s => s.Sql)) + "; PRAGMA user_version = 10");
        foreach (var (_, sql) in Filled.Where(f => f.Since <= 10))
        {
            Run(old, sql);
        }

        SchemaUpgrader.Upgrade(old);
        Assert.Equal(["1|a.vtt|added|||10", "1|a.vtt|updated|||20"], Query(old, "SELECT source_id, path, outcome, who, via, at FROM arrivals ORDER BY id"));
    }

    /// <summary>The columns of every table, full-text indexes left out.</summary>
    private static Dictionary<string, List<string>> Columns(SqliteConnection connection) =>
        Query(connection, "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '%_fts%' AND name NOT LIKE 'passages_terms%' AND name NOT LIKE 'sqlite_%' ORDER BY name")
            .ToDictionary(t => t, t => Query(connection, $"SELECT name FROM pragma_table_info('{t}')"), StringComparer.Ordinal);

    private static Dictionary<string, List<string>> Rows(SqliteConnection connection, Dictionary<string, List<string>> columns) =>
        columns.ToDictionary(t => t.Key, t => Query(connection, $"SELECT {string.Join(", ", t.Value.Select(c => $"\"{c}\""))} FROM {t.Key} ORDER BY {string.Join(", ", Enumerable.Range(1, Math.Min(2, t.Value.Count)))}"), StringComparer.Ordinal);

    private static void Run(SqliteConnection connection, string sql) => Query(connection, sql);

    private static List<string> Query(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var rows = new List<string>();
        do
        {
            while (reader.Read())
            {
                rows.Add(string.Join('|', Enumerable.Range(0, reader.FieldCount).Select(i => reader.GetValue(i) is byte[] bytes ? Convert.ToHexString(bytes) : Convert.ToString(reader.GetValue(i), CultureInfo.InvariantCulture))));
            }
        }
        while (reader.NextResult());

        return rows;
    }
}
