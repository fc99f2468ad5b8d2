using Microsoft.Data.Sqlite;

namespace TalkNotes.Core.Search;

/// <summary>Runs MATCH: the only place that asks the full-text indexes.</summary>
internal static class FtsReader
{
    private const string ScoredPassages = "SELECT rowid, bm25(passages_fts) FROM passages_fts WHERE passages_fts MATCH $match";
    private const string ScoredBridges = "SELECT rowid, bm25(bridges_fts) FROM bridges_fts WHERE bridges_fts MATCH $match";
    private const string Passages = "SELECT rowid, 0.0 FROM passages_fts WHERE passages_fts MATCH $match";
    private const string Bridges = "SELECT rowid, 0.0 FROM bridges_fts WHERE bridges_fts MATCH $match";

    /// <summary>Every passage (or bridge) that matches, by id, with its relevance: higher is better, 0 when not asked for.</summary>
    public static IEnumerable<(long Id, double Score)> Read(SqliteConnection connection, string match, bool bridges, bool scored, CancellationToken ct)
    {
        using var command = connection.CreateCommand();
        command.CommandText = (bridges, scored) switch
        {
            (false, true) => ScoredPassages,
            (true, true) => ScoredBridges,
            (false, false) => Passages,
            (true, false) => Bridges,
        };
        command.Parameters.AddWithValue("$match", match);
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            ct.ThrowIfCancellationRequested();
            yield return (reader.GetInt64(0), -reader.GetDouble(1));
        }
    }
}
