using Microsoft.Data.Sqlite;

namespace TalkNotes.Core.Storage;

/// <summary>The state of the library as numbers that the schema's triggers count, so that answers can be kept until something changes.</summary>
/// <param name="All">Changes with talks, people, claims, verdicts in force and what can be found.</param>
/// <param name="Talks">Changes with talks and people and their names alone.</param>
/// <param name="Passages">Changes when passages go: when words of a talk that was there change.</param>
internal readonly record struct LibraryRevision(long All, long Talks, long Passages)
{
    private const string Select = "SELECT revision, talks_revision, passages_revision FROM search_state";

    /// <summary>Reads one row.</summary>
    public static async Task<LibraryRevision> ReadAsync(TalkNotesDb db, CancellationToken ct) => Read(await db.ConnectionAsync(ct));

    /// <summary>The same without EF.</summary>
    public static LibraryRevision Read(SqliteConnection connection) =>
        connection.Rows(Select, r => new Row(r.GetInt64(0), r.GetInt64(1), r.GetInt64(2))).FirstOrDefault() is { } row ? new LibraryRevision(row.All, row.Talks, row.Passages) : default;

    private sealed record Row(long All, long Talks, long Passages);
}
