using System.Globalization;
using Microsoft.Data.Sqlite;

namespace TalkNotes.Core.Search.Files;

/// <summary>A file of the index, as the database knows it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="First">Passages from here on.</param>
/// <param name="Last">To here.</param>
internal readonly record struct CatalogueEntry(string Name, int First, int Last);

/// <summary>The tables <c>passage_files</c> and <c>removed_passages</c>.</summary>
internal static class IndexCatalogue
{
    /// <summary>The files that answer searches in this state of the library, by ids.</summary>
    public static List<CatalogueEntry> Ready(SqliteConnection connection)
    {
        using var row = new Statement(connection, "SELECT name, first_id, last_id FROM passage_files WHERE is_ready = 1 ORDER BY first_id"u8);
        var files = new List<CatalogueEntry>();
        while (row.Next())
        {
            files.Add(new CatalogueEntry(row.Text(0), row.Int(1), row.Int(2)));
        }

        return files;
    }

    /// <summary>Passages of a range that went since a file was begun.</summary>
    public static List<int> Removed(SqliteConnection connection, int first, int last)
    {
        using var row = new Statement(connection, "SELECT id FROM removed_passages WHERE id BETWEEN ?1 AND ?2"u8);
        row.Start(first, last);
        var ids = new List<int>();
        while (row.Next())
        {
            ids.Add(row.Int(0));
        }

        return ids;
    }

    /// <summary>Says that a file is being made: from now on it is noted which passages go.</summary>
    public static void Announce(SqliteConnection connection, CatalogueEntry file) =>
        Run(connection, "INSERT INTO passage_files (name, first_id, last_id, is_ready) VALUES ($name, $first, $last, 0)", file);

    /// <summary>Lets a file answer from now on, in the place of those that it covers.</summary>
    public static void Publish(SqliteConnection connection, CatalogueEntry file, IEnumerable<int> removedBefore)
    {
        using var transaction = connection.BeginTransaction(deferred: false);
        Run(connection, "DELETE FROM passage_files WHERE first_id <= $last AND last_id >= $first AND name <> $name", file);
        Run(connection, "UPDATE passage_files SET is_ready = 1 WHERE name = $name", file);
        using var forget = connection.CreateCommand();
        forget.CommandText = "DELETE FROM removed_passages WHERE id = $id";
        var id = forget.Parameters.Add("$id", SqliteType.Integer);
        foreach (var gone in removedBefore)
        {
            id.Value = gone;
            forget.ExecuteNonQuery();
        }

        transaction.Commit();
    }

    /// <summary>Forgets a file that is not sound, or that was never finished.</summary>
    public static void Forget(SqliteConnection connection, CatalogueEntry file) => Run(connection, "DELETE FROM passage_files WHERE name = $name", file);

    /// <summary>Forgets files that were never finished.</summary>
    public static void ForgetUnfinished(SqliteConnection connection) => Run(connection, "DELETE FROM passage_files WHERE is_ready = 0", default);

    /// <summary>The newest passage; 0 when there are fewer than so many.</summary>
    public static int NewestOf(SqliteConnection connection, int fewest)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT CASE WHEN (SELECT count(*) FROM (SELECT 1 FROM passages LIMIT $fewest)) < $fewest THEN 0 ELSE (SELECT max(id) FROM passages) END";
        command.Parameters.AddWithValue("$fewest", fewest);
        return Convert.ToInt32(command.ExecuteScalar() is long id ? id : 0, CultureInfo.InvariantCulture);
    }

    private static void Run(SqliteConnection connection, string sql, CatalogueEntry file)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // the texts are the constants above
        command.CommandText = sql;
#pragma warning restore CA2100
        command.Parameters.AddWithValue("$name", file.Name ?? "");
        command.Parameters.AddWithValue("$first", file.First);
        command.Parameters.AddWithValue("$last", file.Last);
        command.ExecuteNonQuery();
    }
}
