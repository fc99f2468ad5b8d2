using System.Data;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace TalkNotes.Core.Storage;

/// <summary>
/// Asks without EF, which takes longer to build its model and its first queries than the rest of a start (docs/decisions/0230):
/// for what every start needs and for what every list shows.
/// </summary>
internal static class PlainSql
{
    /// <summary>The rows of an answer.</summary>
    /// <param name="connection">An open connection.</param>
    /// <param name="sql">A constant of this folder.</param>
    /// <param name="row">Reads one row.</param>
    /// <param name="parameters">Values by name.</param>
    public static List<T> Rows<T>(this SqliteConnection connection, string sql, Func<SqliteDataReader, T> row, params ReadOnlySpan<(string Name, object Value)> parameters)
    {
        using var command = connection.CreateCommand(); // in the connection's transaction, if there is one
#pragma warning disable CA2100 // see the parameter
        command.CommandText = sql;
#pragma warning restore CA2100
        foreach (var (name, value) in parameters)
        {
            command.Parameters.AddWithValue(name, value);
        }

        using var reader = command.ExecuteReader();
        var rows = new List<T>();
        while (reader.Read())
        {
            rows.Add(row(reader));
        }

        return rows;
    }

    /// <summary>The connection of a context, open until the context is closed.</summary>
    public static async Task<SqliteConnection> ConnectionAsync(this TalkNotesDb db, CancellationToken ct)
    {
        if (db.Database.GetDbConnection() is SqliteConnection { State: ConnectionState.Open } open)
        {
            return open;
        }

        await db.Database.OpenConnectionAsync(ct);
        return (SqliteConnection)db.Database.GetDbConnection();
    }

    /// <summary>Ids as one parameter, for <c>json_each</c>.</summary>
    public static string Ids(IEnumerable<int> ids) => $"[{string.Join(',', ids)}]";

    public static string? TextOrNull(this SqliteDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetString(column);

    public static int? IntOrNull(this SqliteDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetInt32(column);

    public static long? LongOrNull(this SqliteDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetInt64(column);

    public static DateOnly? DateOrNull(this SqliteDataReader reader, int column) =>
        reader.IsDBNull(column) ? null : DateOnly.Parse(reader.GetString(column), CultureInfo.InvariantCulture);
}
