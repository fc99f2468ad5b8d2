using Microsoft.Data.Sqlite;

namespace TalkNotes.Core.Storage;

/// <summary>The state of the library as two numbers that the schema's triggers count, so that answers can be kept until something changes.</summary>
/// <param name="All">Changes with talks, people, claims, verdicts in force and what can be found.</param>
/// <param name="Talks">Changes with talks and people and their names alone.</param>
internal readonly record struct LibraryRevision(long All, long Talks)
{
    private const string Select = "SELECT revision, talks_revision FROM search_state";

    /// <summary>Reads one row.</summary>
    public static async Task<LibraryRevision> ReadAsync(TalkNotesDb db, CancellationToken ct) => Read(await db.ConnectionAsync(ct));

    /// <summary>The same without EF.</summary>
    public static LibraryRevision Read(SqliteConnection connection) =>
        connection.Rows(Select, r => new Row(r.GetInt64(0), r.GetInt64(1))).FirstOrDefault() is { } row ? new LibraryRevision(row.All, row.Talks) : default;

    private sealed record Row(long All, long Talks);
}
