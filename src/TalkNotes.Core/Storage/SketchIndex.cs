using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace TalkNotes.Core.Storage;

/// <summary>Finds the transcripts that share runs of words with one.</summary>
internal static class SketchIndex
{
    /// <summary>A run that stands in more transcripts than this is a turn of speech and tells nothing; looking it up must not take longer with every talk.</summary>
    private const int MostOfARun = 50;

    /// <summary>How many runs each other source shares with a sketch.</summary>
    public static async Task<Dictionary<int, int>> SharedAsync(TalkNotesDb db, IEnumerable<long> sketch, int except, CancellationToken ct)
    {
        await db.Database.OpenConnectionAsync(ct); // closed with the context
        await using var command = (SqliteCommand)db.Database.GetDbConnection().CreateCommand();
        command.Transaction = (SqliteTransaction?)db.Database.CurrentTransaction?.GetDbTransaction();
        command.CommandText = "SELECT source_id FROM sketches WHERE hash = $hash AND source_id <> $except LIMIT $most";
        command.Parameters.AddWithValue("$except", except);
        command.Parameters.AddWithValue("$most", MostOfARun + 1);
        var hash = command.Parameters.Add("$hash", SqliteType.Integer);
        var shared = new Dictionary<int, int>();
        var found = new List<int>();
        foreach (var run in sketch)
        {
            ct.ThrowIfCancellationRequested();
            hash.Value = run;
            found.Clear();
            await using var reader = await command.ExecuteReaderAsync(ct);
            while (await reader.ReadAsync(ct))
            {
                found.Add(reader.GetInt32(0));
            }

            if (found.Count <= MostOfARun)
            {
                found.ForEach(source => shared[source] = shared.GetValueOrDefault(source) + 1);
            }
        }

        return shared;
    }
}
