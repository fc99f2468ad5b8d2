using Microsoft.EntityFrameworkCore;

namespace TalkNotes.Core.Storage;

/// <summary>The state of the library as two numbers that the schema's triggers count, so that answers can be kept until something changes.</summary>
/// <param name="All">Changes with talks, people, claims, verdicts in force and what can be found.</param>
/// <param name="Talks">Changes with talks and people and their names alone.</param>
internal readonly record struct LibraryRevision(long All, long Talks)
{
    /// <summary>Reads one row.</summary>
    public static async Task<LibraryRevision> ReadAsync(TalkNotesDb db, CancellationToken ct)
    {
        await db.Database.OpenConnectionAsync(ct); // closed with the context
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = "SELECT revision, talks_revision FROM search_state";
        await using var row = await command.ExecuteReaderAsync(ct);
        return await row.ReadAsync(ct) ? new LibraryRevision(row.GetInt64(0), row.GetInt64(1)) : default;
    }
}
