using System.Runtime.InteropServices;
using System.Text;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using TalkNotes.Core.Storage;
using TalkNotes.Core.Text;

namespace TalkNotes.Core.Search;

/// <summary>
/// Works the index out anew and compares: the passages of each talk, and how often each word stands in the full-text tables. SQLite
/// itself knows only whether these tables are sound, not whether they say what was said.
/// </summary>
/// <param name="db">A context inside a transaction: all is read in one state of the library.</param>
internal sealed class IndexCheck(TalkNotesDb db)
{
    private readonly Counts _passages = new("passages_fts");
    private readonly Counts _bridges = new("bridges_fts");

    /// <summary>What differs, in words; empty when nothing does, or when the index waits to be made anew.</summary>
    public async Task<List<string>> RunAsync(CancellationToken ct)
    {
        var connection = (SqliteConnection)db.Database.GetDbConnection();
        var findings = new List<string>();
        if (Maintenance.IndexRevision(connection) != Tokens.Revision)
        {
            return findings;
        }

        var talks = await db.Talks.AsNoTracking().OrderBy(t => t.Id).Select(t => new { t.Id, t.Slug }).ToListAsync(ct);
        foreach (var talk in talks)
        {
            var stored = await db.Passages.AsNoTracking().Where(p => p.TalkId == talk.Id).OrderBy(p => p.Id).ToListAsync(ct);
            var expected = await TalkPassages.WorkOutAsync(db, talk.Id, stored.Count == 0 ? 1 : stored[0].Id, ct);
            if (!stored.Select(Content).SequenceEqual(expected.Select(Content)))
            {
                findings.Add($"the passages of {talk.Slug} are not what was said and claimed there; talknotes reindex makes them anew");
            }

            expected.ForEach(Count);
        }

        if (findings.Count == 0)
        {
            findings.AddRange(new[] { _passages, _bridges }.Where(c => !c.AreThoseOf(connection, ct))
                .Select(c => $"{c.Table} has other words than the passages; talknotes reindex makes it anew"));
        }

        return findings;
    }

    private static object Content(PassageRow row) => (
        (row.Id, row.Kind, row.Origin, row.SourceId, row.FirstSegment, row.LastSegment, row.StartInSegment),
        (row.FirstPassage, row.LastPassage, row.Borders, row.SpeakerId, row.ClaimId, row.Chapter, row.Text, row.Readings));

    private void Count(PassageRow row)
    {
        var counts = row.Kind == PassageKind.Bridge ? _bridges : _passages;
        foreach (var token in Readings.Tokens(row.Text, Readings.Parse(row.Readings)))
        {
            counts.Add(token);
        }
    }

    /// <summary>How often each word and each stem stands in a full-text table.</summary>
    private sealed class Counts(string table)
    {
        /// <summary>FTS5 cuts a word that has more bytes, so longer ones are left out on both sides.</summary>
        private const int Longest = 32_768;

        private readonly Dictionary<string, long> _words = new(StringComparer.Ordinal);
        private readonly Dictionary<string, long> _stems = new(StringComparer.Ordinal);

        public string Table => table;

        public void Add(Token token)
        {
            Add(_words, token.Form);
            Add(_stems, token.Stem);
        }

        public bool AreThoseOf(SqliteConnection connection, CancellationToken ct)
        {
            using var command = connection.CreateCommand();
#pragma warning disable CA2100 // the names are those of this file
            command.CommandText = $"CREATE VIRTUAL TABLE IF NOT EXISTS temp.{table}_words USING fts5vocab (main, {table}, col)";
            command.ExecuteNonQuery();
            command.CommandText = $"SELECT term, col = 'stems', cnt FROM temp.{table}_words WHERE length(CAST(term AS BLOB)) < {Longest}";
#pragma warning restore CA2100
            using var reader = command.ExecuteReader();
            while (reader.Read())
            {
                ct.ThrowIfCancellationRequested();
                if (!(reader.GetBoolean(1) ? _stems : _words).Remove(reader.GetString(0), out var count) || count != reader.GetInt64(2))
                {
                    return false;
                }
            }

            return _words.Count + _stems.Count == 0;
        }

        private static void Add(Dictionary<string, long> counts, string word)
        {
            if (Encoding.UTF8.GetByteCount(word) < Longest)
            {
                CollectionsMarshal.GetValueRefOrAddDefault(counts, word, out _)++;
            }
        }
    }
}
