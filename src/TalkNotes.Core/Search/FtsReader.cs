using Microsoft.Data.Sqlite;

namespace TalkNotes.Core.Search;

/// <summary>A row of an index that matches.</summary>
/// <param name="Id">The passage or bridge.</param>
/// <param name="Score">Relevance: higher is better, 0 when not asked for.</param>
internal readonly record struct ScoredId(int Id, double Score);

/// <summary>A question to an index.</summary>
/// <param name="Match">The FTS5 expression.</param>
/// <param name="Bridges">Whether bridges are asked for, else passages.</param>
/// <param name="Scored">Whether relevance is asked for.</param>
internal readonly record struct FtsQuery(string Match, bool Bridges, bool Scored);

/// <summary>Runs MATCH: the only place that asks the full-text indexes.</summary>
internal static class FtsReader
{
    /// <summary>Passages (or bridges) that match, by id.</summary>
    public static List<ScoredId> Read(SqliteConnection connection, FtsQuery query, CancellationToken ct)
    {
        using var row = new Statement(connection, (query.Bridges, query.Scored) switch
        {
            (false, true) => "SELECT rowid, bm25(passages_fts) FROM passages_fts WHERE passages_fts MATCH ?1"u8,
            (true, true) => "SELECT rowid, bm25(bridges_fts) FROM bridges_fts WHERE bridges_fts MATCH ?1"u8,
            (false, false) => "SELECT rowid FROM passages_fts WHERE passages_fts MATCH ?1"u8,
            (true, false) => "SELECT rowid FROM bridges_fts WHERE bridges_fts MATCH ?1"u8,
        });
        row.Start(query.Match);
        var rows = new List<ScoredId>();
        while (row.Next())
        {
            rows.Add(new ScoredId(row.Int(0), query.Scored ? -row.Real(1) : 0));
            if ((rows.Count & 1023) == 0)
            {
                ct.ThrowIfCancellationRequested();
            }
        }

        return rows;
    }
}
