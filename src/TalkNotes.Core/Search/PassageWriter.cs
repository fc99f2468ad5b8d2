using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using TalkNotes.Core.Storage;
using TalkNotes.Core.Text;

namespace TalkNotes.Core.Search;

/// <summary>The only writer of passages and their indexes. Works inside the caller's transaction, so a talk and what is found of it change together.</summary>
internal static class PassageWriter
{
    /// <summary>
    /// Makes everything that can be found of a talk anew: the words of its primary transcript, its claims that a source
    /// still makes, its title and chapter titles. Call it whenever one of these changed, after <c>SaveChanges</c> and
    /// before the commit.
    /// </summary>
    public static async Task ReplaceAsync(TalkNotesDb db, int talkId, CancellationToken ct)
    {
        await db.Passages.Where(p => p.TalkId == talkId).ExecuteDeleteAsync(ct);
        using var insert = new Inserter(db);
        foreach (var row in await TalkPassages.WorkOutAsync(db, talkId, await NextIdAsync(db, ct), ct))
        {
            await insert.PassageAsync(row, ct);
        }

        await insert.TermsAsync(ct);
    }

    private static async Task<long> NextIdAsync(TalkNotesDb db, CancellationToken ct)
    {
        var last = await db.Database.SqlQueryRaw<long>("SELECT coalesce(max(seq), 0) AS Value FROM sqlite_sequence WHERE name = 'passages'").SingleAsync(ct);
        return last + 1;
    }

    private sealed class Inserter : IDisposable
    {
        private readonly TalkNotesDb _db;
        private readonly SqliteCommand _passage;
        private readonly SqliteCommand _passageWords;
        private readonly SqliteCommand _bridgeWords;
        private readonly SqliteCommand _term;
        private readonly TermCollector _terms = new();

        public Inserter(TalkNotesDb db)
        {
            _db = db;
            _passage = Command("""
                INSERT INTO passages (id, talk_id, kind, origin, source_id, first_segment, last_segment, start_in_segment,
                                      first_passage, last_passage, borders, speaker_id, claim_id, chapter, text, readings)
                VALUES ($id, $talk, $kind, $origin, $source, $first, $last, $start, $firstPassage, $lastPassage, $borders, $speaker, $claim, $chapter, $text, $readings)
                """);
            _passageWords = Command("INSERT INTO passages_fts (rowid, words, stems) VALUES ($id, $words, $stems)");
            _bridgeWords = Command("INSERT INTO bridges_fts (rowid, words, stems) VALUES ($id, $words, $stems)");
            _term = Command("""
                INSERT INTO terms (term, sound, is_name) VALUES ($term, $sound, $name)
                ON CONFLICT (term) DO UPDATE SET is_name = 1 WHERE excluded.is_name = 1 AND is_name = 0
                """);
        }

        public async Task PassageAsync(PassageRow row, CancellationToken ct)
        {
            Set(_passage, "$id", row.Id);
            Set(_passage, "$talk", row.TalkId);
            Set(_passage, "$kind", row.Kind);
            Set(_passage, "$origin", row.Origin);
            Set(_passage, "$source", row.SourceId);
            Set(_passage, "$first", row.FirstSegment);
            Set(_passage, "$last", row.LastSegment);
            Set(_passage, "$start", row.StartInSegment);
            Set(_passage, "$firstPassage", row.FirstPassage);
            Set(_passage, "$lastPassage", row.LastPassage);
            Set(_passage, "$borders", row.Borders);
            Set(_passage, "$speaker", row.SpeakerId);
            Set(_passage, "$claim", row.ClaimId);
            Set(_passage, "$chapter", row.Chapter);
            Set(_passage, "$text", row.Text);
            Set(_passage, "$readings", row.Readings);
            await _passage.ExecuteNonQueryAsync(ct);
            await InsertWordsAsync(row, ct);
        }

        public async Task TermsAsync(CancellationToken ct)
        {
            foreach (var (term, isName) in _terms.Terms)
            {
                Set(_term, "$term", term);
                Set(_term, "$sound", SoundKey.Of(term));
                Set(_term, "$name", isName ? 1 : 0);
                await _term.ExecuteNonQueryAsync(ct);
            }
        }

        public void Dispose()
        {
            _passage.Dispose();
            _passageWords.Dispose();
            _bridgeWords.Dispose();
            _term.Dispose();
        }

        private async Task InsertWordsAsync(PassageRow row, CancellationToken ct)
        {
            var tokens = Readings.Tokens(row.Text, Readings.Parse(row.Readings));
            var words = row.Kind == PassageKind.Bridge ? _bridgeWords : _passageWords;
            Set(words, "$id", row.Id);
            Set(words, "$words", string.Join(' ', tokens.Select(t => t.Form)));
            Set(words, "$stems", string.Join(' ', tokens.Select(t => t.Stem)));
            await words.ExecuteNonQueryAsync(ct);
            if (row.Kind != PassageKind.Bridge)
            {
                _terms.Add(row.Text, row.Readings is null ? tokens : Tokens.Of(row.Text));
                if (row.Readings is not null)
                {
                    var corrected = Readings.Corrected(row.Text, row.Readings);
                    _terms.Add(corrected, Tokens.Of(corrected));
                }
            }
        }

        private SqliteCommand Command(string sql)
        {
            var command = (SqliteCommand)_db.Database.GetDbConnection().CreateCommand();
            command.Transaction = (SqliteTransaction?)_db.Database.CurrentTransaction?.GetDbTransaction()
                ?? throw new InvalidOperationException("Passages are written inside the transaction of their talk.");
#pragma warning disable CA2100 // the texts are the constants above
            command.CommandText = sql;
#pragma warning restore CA2100
            return command;
        }

        private static void Set(SqliteCommand command, string name, object? value)
        {
            if (command.Parameters.Contains(name))
            {
                command.Parameters[name].Value = value ?? DBNull.Value;
            }
            else
            {
                command.Parameters.AddWithValue(name, value ?? DBNull.Value);
            }
        }
    }
}
