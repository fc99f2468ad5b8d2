using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using TalkNotes.Core.Storage;
using TalkNotes.Core.Text;

namespace TalkNotes.Core.Search;

/// <summary>A stretch of a primary transcript that shares telling words with a text.</summary>
/// <param name="TalkId">The talk.</param>
/// <param name="SourceId">Its transcript.</param>
/// <param name="FirstSegment">Number of the first segment.</param>
/// <param name="LastSegment">Number of the last segment, included.</param>
internal readonly record struct SpokenPlace(int TalkId, int SourceId, int FirstSegment, int LastSegment);

/// <summary>
/// Where in the archive a text may have been said: by its rarest words, weighed by how rare they are, and by short runs
/// of its words where all of them are common.
/// </summary>
internal static class SpokenPlaces
{
    private const int MostTerms = 10;
    private const int MostPlacesOfTerms = 24_000;
    private const int FewTerms = 4;
    private const int LongestRun = 5;
    private const int MostPassages = 48;
    private const int AtLeast = 3;
    private const double ShareOfBest = 0.4; // the right place has most of the telling words, changed or not
    private const int Near = 3; // passages and bridges stand in reading order; a text may lie across neighbours

    /// <summary>The most likely places, best first.</summary>
    /// <param name="db">The database.</param>
    /// <param name="texts">The parts of the text, in order.</param>
    /// <param name="talkId">Only this talk, or null.</param>
    /// <param name="limit">How many.</param>
    /// <param name="ct">Cancels.</param>
    public static async Task<List<SpokenPlace>> FindAsync(TalkNotesDb db, IReadOnlyList<string> texts, int? talkId, int limit, CancellationToken ct)
    {
        await db.Database.OpenConnectionAsync(ct);
        var connection = (SqliteConnection)db.Database.GetDbConnection();
        var (first, last) = await BoundsAsync(db, talkId, ct);
        var parts = texts.Select(Tokens.Forms).Where(p => p.Count > 0).ToList();
        var counts = Counts(connection, parts.SelectMany(p => p).Distinct(StringComparer.Ordinal));
        var passages = Math.Max(2, counts.Values.DefaultIfEmpty(0).Max());
        var weights = new Dictionary<long, double>();

        var terms = Telling(counts);
        foreach (var term in terms)
        {
            Add(weights, Read(connection, "passages_fts", Quoted([term]), first, last, ct), Math.Log(1.5 + ((double)passages / counts[term])));
        }

        if (terms.Count < FewTerms)
        {
            foreach (var run in parts.SelectMany(p => Runs(p, counts)))
            {
                var weight = run.Sum(w => Math.Log(1.5 + ((double)passages / Math.Max(1, counts.GetValueOrDefault(w)))));
                Add(weights, Read(connection, "passages_fts", Quoted(run), first, last, ct), weight);
                Add(weights, Read(connection, "bridges_fts", Quoted(run), first, last, ct), weight);
            }
        }

        var scored = weights.Keys.Select(id => (Id: id, Score: ScoreAround(weights, id))).OrderByDescending(p => p.Score).ThenBy(p => p.Id).Take(MostPassages).ToList();
        var best = scored.Where((p, i) => i < AtLeast || p.Score >= ShareOfBest * scored[0].Score).Select(p => p.Id).ToList();
        var rows = await db.Passages.AsNoTracking()
            .Where(p => best.Contains(p.Id) && (p.Kind == PassageKind.Segment || p.Kind == PassageKind.Bridge))
            .Select(p => new { p.Id, Place = new SpokenPlace(p.TalkId, p.SourceId!.Value, p.FirstSegment!.Value, p.LastSegment!.Value) })
            .ToDictionaryAsync(p => p.Id, p => p.Place, ct);
        return Merge(best.Where(rows.ContainsKey).Select(id => rows[id]), limit);
    }

    /// <summary>Ids of a talk's passages lie between two bounds.</summary>
    private static async Task<(long First, long Last)> BoundsAsync(TalkNotesDb db, int? talkId, CancellationToken ct)
    {
        if (talkId is null)
        {
            return (0, long.MaxValue);
        }

        var ids = db.Passages.Where(p => p.TalkId == talkId).Select(p => (long?)p.Id);
        return (await ids.MinAsync(ct) ?? 0, await ids.MaxAsync(ct) ?? -1);
    }

    /// <summary>In how many passages each word stands; words that stand nowhere are left out.</summary>
    private static Dictionary<string, int> Counts(SqliteConnection connection, IEnumerable<string> words)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT doc FROM passages_terms WHERE term = $term AND col = 'words'";
        var term = command.Parameters.Add("$term", SqliteType.Text);
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var word in words.Where(w => !StopWords.Contains(w)))
        {
            term.Value = word;
            if (command.ExecuteScalar() is { } count)
            {
                counts[word] = Convert.ToInt32(count, CultureInfo.InvariantCulture);
            }
        }

        return counts;
    }

    /// <summary>The rarest words, as many as can be read at once; always one.</summary>
    private static List<string> Telling(Dictionary<string, int> counts)
    {
        var terms = new List<string>();
        var places = 0;
        foreach (var (word, count) in counts.OrderBy(c => c.Value).ThenBy(c => c.Key, StringComparer.Ordinal))
        {
            places += count;
            if (terms.Count > 0 && (places > MostPlacesOfTerms || terms.Count == MostTerms))
            {
                break;
            }

            terms.Add(word);
        }

        return terms;
    }

    /// <summary>A run from the beginning, around the rarest word, and from the end.</summary>
    private static IEnumerable<List<string>> Runs(List<string> words, Dictionary<string, int> counts)
    {
        var rarest = Enumerable.Range(0, words.Count).MinBy(i => counts.GetValueOrDefault(words[i], int.MaxValue));
        var most = words.Count - Math.Min(LongestRun, words.Count);
        return new[] { 0, Math.Clamp(rarest - (LongestRun / 2), 0, most), most }.Distinct().Select(start => words.Skip(start).Take(LongestRun).ToList());
    }

    private static string Quoted(IEnumerable<string> words) => $"words : \"{string.Join(' ', words.Select(w => w.Replace("\"", "", StringComparison.Ordinal)))}\"";

    private static List<long> Read(SqliteConnection connection, string table, string match, long first, long last, CancellationToken ct)
    {
        using var command = connection.CreateCommand();
        command.CommandText = table == "bridges_fts"
            ? "SELECT rowid FROM bridges_fts WHERE bridges_fts MATCH $match AND rowid BETWEEN $first AND $last"
            : "SELECT rowid FROM passages_fts WHERE passages_fts MATCH $match AND rowid BETWEEN $first AND $last";
        command.Parameters.AddWithValue("$match", match);
        command.Parameters.AddWithValue("$first", first);
        command.Parameters.AddWithValue("$last", last);
        using var reader = command.ExecuteReader();
        var ids = new List<long>();
        while (reader.Read())
        {
            ct.ThrowIfCancellationRequested();
            ids.Add(reader.GetInt64(0));
        }

        return ids;
    }

    private static void Add(Dictionary<long, double> weights, List<long> ids, double weight)
    {
        foreach (var id in ids)
        {
            weights[id] = weights.GetValueOrDefault(id) + weight;
        }
    }

    private static double ScoreAround(Dictionary<long, double> weights, long id)
    {
        var score = weights[id];
        for (var other = id - Near; other <= id + Near; other++)
        {
            score += other == id ? 0 : 0.5 * weights.GetValueOrDefault(other);
        }

        return score;
    }

    /// <summary>Places that touch are one; the order of the best stays.</summary>
    private static List<SpokenPlace> Merge(IEnumerable<SpokenPlace> places, int limit)
    {
        var merged = new List<SpokenPlace>();
        foreach (var place in places)
        {
            var i = merged.FindIndex(m => m.SourceId == place.SourceId && m.FirstSegment <= place.LastSegment + 1 && place.FirstSegment <= m.LastSegment + 1);
            if (i >= 0)
            {
                merged[i] = merged[i] with
                {
                    FirstSegment = Math.Min(merged[i].FirstSegment, place.FirstSegment),
                    LastSegment = Math.Max(merged[i].LastSegment, place.LastSegment),
                };
            }
            else if (merged.Count < limit)
            {
                merged.Add(place);
            }
        }

        return merged;
    }
}
