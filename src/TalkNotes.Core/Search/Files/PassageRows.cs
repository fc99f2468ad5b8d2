using Microsoft.Data.Sqlite;
using TalkNotes.Core.Text;

namespace TalkNotes.Core.Search.Files;

/// <summary>Reads passages with their words, to index them.</summary>
internal static class PassageRows
{
    /// <summary>Gives each passage of a range to a file that is made.</summary>
    public static void AddTo(IndexFileBuilder file, SqliteConnection connection, int first, int last, TokenCache words, CancellationToken ct)
    {
        using var row = new Statement(connection, "SELECT id, kind, origin, talk_id, speaker_id, claim_id, first_passage, last_passage, text, readings FROM passages WHERE id BETWEEN ?1 AND ?2 ORDER BY id"u8);
        row.Start(first, last);
        while (row.Next())
        {
            ct.ThrowIfCancellationRequested();
            var text = row.Text(8);
            file.Add(row.Int(0), PassageDirectory.FactsOf(row), row.TextOrNull(9) is { } readings ? Readings.Tokens(text, Readings.Parse(readings)) : Tokens.Of(text, words));
        }
    }

    /// <summary>A range of passages as an index in memory.</summary>
    public static IndexFile InMemory(SqliteConnection connection, int first, int last, TokenCache words, CancellationToken ct)
    {
        var file = new IndexFileBuilder(first, last);
        AddTo(file, connection, first, last, words, ct);
        return file.InMemory();
    }
}
