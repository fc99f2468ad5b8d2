using System.Collections.Immutable;
using Microsoft.Data.Sqlite;

namespace TalkNotes.Core.Storage;

/// <summary>What is known of one stored source without reading its document.</summary>
internal sealed record InventoryRow(
    string Path,
    string Sha256,
    string Format,
    int FormatRevision,
    bool IsFormatGiven,
    double Confidence,
    ImmutableArray<int> Lines,
    int Segments,
    int Claims,
    string TalkSlug,
    string? TalkTitle);

/// <summary>
/// Lists the stored sources in plain SQL: every start asks this before anything else, and must not wait until EF has
/// built its model, which takes longer than all the rest of a start that finds nothing new.
/// </summary>
internal static class SourceInventory
{
    private const string Select = """
        SELECT s.path, s.sha256, s.format, s.format_revision, s.is_format_given, s.confidence,
               s.line_count, s.blank_count, s.used_count, s.chrome_count, s.unrecognised_count,
               s.segment_count, s.claim_count, t.slug, t.title
        FROM sources s JOIN talks t ON t.id = s.talk_id
        ORDER BY s.id
        """;

    private const string Uncompared = "SELECT id FROM sources WHERE sketch_size IS NULL UNION ALL SELECT id FROM sources WHERE sketch_size > 0 AND is_paired = 0 LIMIT 1";

    /// <summary>All sources, in the order in which they came in.</summary>
    public static List<InventoryRow> Read(string databasePath)
    {
        using var connection = Database.Open(databasePath);
        using var command = connection.CreateCommand();
        command.CommandText = Select;
        using var reader = command.ExecuteReader();
        var rows = new List<InventoryRow>();
        while (reader.Read())
        {
            rows.Add(Row(reader));
        }

        return rows;
    }

    /// <summary>How many talks there are.</summary>
    public static int CountTalks(string databasePath)
    {
        using var connection = Database.Open(databasePath);
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT count(*) FROM talks";
        return Convert.ToInt32(command.ExecuteScalar(), System.Globalization.CultureInfo.InvariantCulture);
    }

    /// <summary>Whether every transcript is compared with the others already.</summary>
    public static bool IsCompared(string databasePath)
    {
        using var connection = Database.Open(databasePath);
        return connection.Rows(Uncompared, r => r.GetInt32(0)).Count == 0;
    }

    private static InventoryRow Row(SqliteDataReader reader) => new(
        reader.GetString(0), reader.GetString(1), reader.GetString(2), reader.GetInt32(3), reader.GetBoolean(4), reader.GetDouble(5),
        [.. Enumerable.Range(6, 5).Select(reader.GetInt32)], reader.GetInt32(11), reader.GetInt32(12), reader.GetString(13),
        reader.IsDBNull(14) ? null : reader.GetString(14));
}
