using System.Globalization;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using TalkNotes.Core.Text;

namespace TalkNotes.Core.Search;

/// <summary>The words of the library: how often they occur, which sound alike, which are spelled nearly so.</summary>
internal sealed class LibraryVocabulary(SqliteConnection connection) : Vocabulary
{
    private const int MostOfASound = 500;
    private const int ShortestMisspelt = 4;

    /// <inheritdoc />
    public override HashSet<string> Known(IEnumerable<string> words) =>
        Read("SELECT term FROM terms WHERE term IN (SELECT value FROM json_each($a))", JsonSerializer.Serialize(words.Distinct(StringComparer.Ordinal))).ToHashSet(StringComparer.Ordinal);

    /// <inheritdoc />
    public override bool HasStem(string stem) => Count(stem, "stems") > 0;

    /// <summary>The most frequent of the words that are spelled nearest; null when none is near.</summary>
    public string? Nearest(string word)
    {
        if (word.Length < ShortestMisspelt || !word.All(char.IsLetter))
        {
            return null;
        }

        var limit = word.Length < 6 ? 1 : 2;
        var near = Read("SELECT term FROM terms WHERE (term >= $a AND term < $b) OR sound = $c", word[..1], word[..1] + char.MaxValue, SoundKey.Of(word))
            .Where(t => t != word && Math.Abs(t.Length - word.Length) <= limit)
            .Select(t => (Term: t, Distance: EditDistance.Between(word, t, limit)))
            .Where(t => t.Distance <= limit).ToList();
        return near.Where(t => t.Distance == near.Min(n => n.Distance))
            .Select(t => (t.Term, Count: Count(t.Term, "words")))
            .Where(t => t.Count > 0).OrderByDescending(t => t.Count).ThenBy(t => t.Term, StringComparer.Ordinal)
            .Select(t => t.Term).FirstOrDefault();
    }

    /// <inheritdoc />
    protected override IEnumerable<string> OfSound(string sound, bool namesOnly) => namesOnly
        ? Read("SELECT term FROM terms WHERE sound = $a AND is_name = 1 LIMIT $b", sound, MostOfASound)
        : Read("SELECT term FROM terms WHERE sound = $a LIMIT $b", sound, MostOfASound);

    /// <summary>In how many passages, claims and titles a word stands.</summary>
    private int Count(string word, string column)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT doc FROM passages_terms WHERE term = $term AND col = $column";
        command.Parameters.AddWithValue("$term", word);
        command.Parameters.AddWithValue("$column", column);
        return Convert.ToInt32(command.ExecuteScalar() ?? 0, CultureInfo.InvariantCulture);
    }

    private List<string> Read(string sql, params object[] values)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // the texts are the constants above
        command.CommandText = sql;
#pragma warning restore CA2100
        for (var i = 0; i < values.Length; i++)
        {
            command.Parameters.AddWithValue("$" + (char)('a' + i), values[i]);
        }

        using var reader = command.ExecuteReader();
        var words = new List<string>();
        while (reader.Read())
        {
            words.Add(reader.GetString(0));
        }

        return words;
    }
}
