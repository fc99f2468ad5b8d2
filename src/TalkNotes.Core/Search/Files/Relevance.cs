using Microsoft.Data.Sqlite;

namespace TalkNotes.Core.Search.Files;

/// <summary>
/// BM25 as SQLite's bm25() works it out, number by number and in the same order, so that both engines order alike. FTS5
/// counts the words of both of its columns, and every passage that it was ever given since the index was made.
/// </summary>
internal sealed class Relevance
{
    private const double K = 1.2;
    private const double B = 0.75;
    private const double Columns = 2;
    private const int KnownLengths = 512;
    private const double LeastWeight = 1e-6;

    private readonly double _passages;
    private readonly double _average;
    private readonly double[] _norms = new double[KnownLengths];

    public Relevance(long passages, long words)
    {
        _passages = passages;
        _average = words / (double)passages;
        for (var i = 0; i < _norms.Length; i++)
        {
            _norms[i] = Norm(i);
        }
    }

    /// <summary>With the averages that FTS5 keeps in this state of the library.</summary>
    public static Relevance Read(SqliteConnection connection, bool bridges)
    {
        using var command = connection.CreateCommand();
        command.CommandText = bridges ? "SELECT block FROM bridges_fts_data WHERE id = 1" : "SELECT block FROM passages_fts_data WHERE id = 1";
        var block = command.ExecuteScalar() as byte[] ?? [];
        var at = 0;
        var passages = SqliteVarInt(block, ref at);
        var words = 0L;
        while (at < block.Length)
        {
            words += SqliteVarInt(block, ref at);
        }

        return new Relevance(Math.Max(1, passages), words);
    }

    /// <summary>How much a form weighs that so many passages have.</summary>
    public double Weight(int passages)
    {
        var weight = Math.Log((_passages - passages + 0.5) / (passages + 0.5));
        return weight <= 0 ? LeastWeight : weight;
    }

    /// <summary>What a form adds to a passage.</summary>
    /// <param name="weight">Of the form.</param>
    /// <param name="times">How often it stands there.</param>
    /// <param name="words">Words of the passage.</param>
    public double Score(double weight, int times, int words) => weight * (times * (K + 1.0) / (times + (words < KnownLengths ? _norms[words] : Norm(words))));

    /// <summary>A form adds no more than this to a passage.</summary>
    /// <param name="weight">Of the form.</param>
    /// <param name="bound">Of the passages.</param>
    public double Most(double weight, Bound bound) =>
        bound.Times == 0 ? 0 : weight * (K + 1.0) / (1 + (K * (1 - B) / bound.Times) + (K * B * Columns / _average * bound.WordsATime));

    private double Norm(int words) => K * (1 - B + (B * (words * Columns) / _average));

    /// <summary>SQLite's numbers of varying length: the highest seven bits first.</summary>
    private static long SqliteVarInt(ReadOnlySpan<byte> bytes, ref int at)
    {
        var value = 0L;
        for (var i = 0; i < 9 && at < bytes.Length; i++)
        {
            var next = bytes[at++];
            if (i == 8)
            {
                return (value << 8) | next;
            }

            value = (value << 7) | (uint)(next & 0x7F);
            if (next < 0x80)
            {
                break;
            }
        }

        return value;
    }
}
