using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace TalkNotes.Core.Storage;

/// <summary>
/// Inserts many rows of one table by one prepared statement, made from the mapping. EF's own way tracks each row and
/// reads its id back, which costs ten times as much, and a transcript has thousands of segments.
/// </summary>
internal static class BulkInsert
{
    /// <summary>Inserts rows whose id the database gives; the ids are not read back and the rows are not tracked.</summary>
    public static async Task InsertAllAsync<TRow>(this TalkNotesDb db, IEnumerable<TRow> rows, CancellationToken ct)
        where TRow : class
    {
        var table = db.Model.FindEntityType(typeof(TRow))!;
        var columns = table.GetProperties().Where(p => p.ValueGenerated == ValueGenerated.Never)
            .Select(p => (Property: p, Getter: p.GetGetter(), p.GetTypeMapping().Converter)).ToList();
        var command = db.Database.GetDbConnection().CreateCommand();
        await using var _ = command;
        command.Transaction = db.Database.CurrentTransaction?.GetDbTransaction();
#pragma warning disable CA2100 // the names are those of the mapping
        command.CommandText = $"INSERT INTO {table.GetTableName()} ({string.Join(", ", columns.Select(c => c.Property.GetColumnName()))}) "
            + $"VALUES ({string.Join(", ", columns.Select((_, i) => $"$p{i}"))})";
#pragma warning restore CA2100
        foreach (var row in rows)
        {
            ct.ThrowIfCancellationRequested();
            for (var i = 0; i < columns.Count; i++)
            {
                var parameter = i < command.Parameters.Count ? command.Parameters[i] : command.Parameters[command.Parameters.Add(Named(i))];
                parameter.Value = Value(row, columns[i].Getter, columns[i].Converter) ?? DBNull.Value;
            }

            await command.ExecuteNonQueryAsync(ct);
        }

        SqliteParameter Named(int i) => new() { ParameterName = $"$p{i}" };
    }

    private static object? Value(object row, IClrPropertyGetter getter, ValueConverter? converter)
    {
        var value = getter.GetClrValue(row);
        return value is null || converter is null ? value : converter.ConvertToProvider(value);
    }
}
