using System.Globalization;
using Microsoft.Data.Sqlite;

namespace TalkNotes.Core.Storage;

/// <summary>What SQLite itself can say of and do to a database: checks, copies, the full-text index.</summary>
internal static class Maintenance
{
    /// <summary>The full-text tables, and which passages each one holds.</summary>
    private static readonly (string Table, string Passages)[] FullTextTables = [("passages_fts", "kind <> 'bridge'"), ("bridges_fts", "kind = 'bridge'")];

    /// <summary>What SQLite finds wrong with the file; empty when it is sound.</summary>
    public static List<string> CheckFile(SqliteConnection connection) =>
        Rows(connection, "PRAGMA integrity_check(20)").ConvertAll(row => row[0]!).FindAll(line => line != "ok");

    /// <summary>Rows that point at rows that do not exist, as "table row → table".</summary>
    public static List<string> CheckForeignKeys(SqliteConnection connection) =>
        Rows(connection, "PRAGMA foreign_key_check").ConvertAll(row => $"{row[0]} row {row[1]} points at a row of {row[2]} that is not there");

    /// <summary>Tables, indexes and triggers that differ from a fresh database of this program, as it was at the database's version.</summary>
    public static List<string> CheckSchema(SqliteConnection connection)
    {
        using var fresh = new SqliteConnection("Data Source=:memory:");
        fresh.Open();
        SchemaUpgrader.Upgrade(fresh, upTo: SchemaUpgrader.Version(connection));
        var (expected, found) = (Schema(fresh), Schema(connection));
        return
        [
            .. expected.Where(e => !found.TryGetValue(e.Key, out var sql) || sql != e.Value).Select(e => $"{e.Key} is missing or altered"),
            .. found.Keys.Except(expected.Keys).Select(name => $"{name} does not belong there"),
        ];
    }

    /// <summary>What is wrong with the full-text tables: in themselves, and as an index of the passages.</summary>
    public static List<string> CheckFullText(SqliteConnection connection)
    {
        var findings = new List<string>();
        foreach (var (table, passages) in FullTextTables)
        {
            try
            {
                Run(connection, $"INSERT INTO {table} ({table}) VALUES ('integrity-check')");
            }
            catch (SqliteException e)
            {
                findings.Add($"{table} is damaged ({e.Message}); talknotes reindex makes it anew");
                continue;
            }

            var missing = Rows(connection, $"SELECT count(*) FROM passages WHERE {passages} AND id NOT IN (SELECT id FROM {table}_docsize)")[0][0];
            var extra = Rows(connection, $"SELECT count(*) FROM {table}_docsize WHERE id NOT IN (SELECT id FROM passages WHERE {passages})")[0][0];
            if (missing != "0" || extra != "0")
            {
                findings.Add($"{table} lacks {missing} passages and has {extra} that do not exist; talknotes reindex makes it anew");
            }
        }

        return findings;
    }

    /// <summary>Empties the full-text tables and the passages that they index, whatever state they are in.</summary>
    public static void ClearFullText(SqliteConnection connection)
    {
        using var transaction = connection.BeginTransaction(deferred: false);
        foreach (var (table, _) in FullTextTables)
        {
            Run(connection, $"INSERT INTO {table} ({table}) VALUES ('delete-all')");
        }

        Run(connection, "DELETE FROM passages");
        transaction.Commit();
    }

    /// <summary>The revision of tokens that the full-text tables were made with; 0 when they are unfinished.</summary>
    public static int IndexRevision(SqliteConnection connection) =>
        int.Parse(Rows(connection, "SELECT token_revision FROM search_state")[0][0]!, CultureInfo.InvariantCulture);

    /// <summary>Notes with which revision of tokens the full-text tables were made.</summary>
    public static void SetIndexRevision(SqliteConnection connection, int revision) =>
        Run(connection, $"UPDATE search_state SET token_revision = {revision}");

    /// <summary>Merges what many small writes left behind in the full-text tables.</summary>
    public static void OptimizeFullText(SqliteConnection connection)
    {
        foreach (var (table, _) in FullTextTables)
        {
            Run(connection, $"INSERT INTO {table} ({table}) VALUES ('optimize')");
        }
    }

    /// <summary>
    /// Copies a whole database over another one by SQLite's online backup: others may go on reading and writing the
    /// source, and the destination changes in one transaction or not at all.
    /// </summary>
    public static void Copy(SqliteConnection source, SqliteConnection destination) => source.BackupDatabase(destination);

    /// <summary>Makes a copy one plain file, without a log beside it.</summary>
    public static void CloseLog(SqliteConnection connection) => Run(connection, "PRAGMA journal_mode = DELETE");

    /// <summary>Lets readers go on while one writes; kept in the file.</summary>
    public static void OpenLog(SqliteConnection connection) => Run(connection, "PRAGMA journal_mode = WAL");

    private static Dictionary<string, string?> Schema(SqliteConnection connection) =>
        Rows(connection, "SELECT type || ' ' || name, sql FROM sqlite_master WHERE name NOT LIKE 'sqlite_stat%'")
            .ToDictionary(row => row[0]!, row => row[1], StringComparer.Ordinal);

    private static void Run(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // names come from the schema, never from a person
        command.CommandText = sql;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }

    private static List<string?[]> Rows(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // the text is one of this file
        command.CommandText = sql;
#pragma warning restore CA2100
        using var reader = command.ExecuteReader();
        var rows = new List<string?[]>();
        while (reader.Read())
        {
            rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(i => reader.IsDBNull(i) ? null : reader.GetValue(i).ToString())]);
        }

        return rows;
    }
}
