using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;

namespace TalkNotes.Core.Search;

/// <summary>
/// In which passages a form stands, kept for one state of the library. Questions share their common words, and those
/// are the ones whose rows take long to step through.
/// </summary>
/// <param name="stamp">The state.</param>
internal sealed class WordPlaces(LibraryStamp stamp)
{
    /// <summary>Rarer forms are read again each time.</summary>
    private const int FewestKept = 500;

    /// <summary>Kept sets take at most so much memory together.</summary>
    private const long MostBytes = 48_000_000;

    private const int MostCounts = 50_000;

    private readonly ConcurrentDictionary<(string Match, bool Bridges), IdSet> _kept = [];
    private readonly ConcurrentDictionary<(string Match, bool Bridges), int> _counts = [];
    private long _bytes;

    /// <summary>The state of the library that these are of.</summary>
    public LibraryStamp Stamp => stamp;

    /// <summary>No id is higher.</summary>
    public int Limit => stamp.NewestPassage;

    /// <summary>The passages (or bridges) that match an expression.</summary>
    public IdSet Of(SqliteConnection connection, string match, bool bridges, CancellationToken ct)
    {
        if (_kept.TryGetValue((match, bridges), out var set))
        {
            return set;
        }

        set = new IdSet(Limit);
        foreach (var (id, _) in FtsReader.Read(connection, new FtsQuery(match, bridges, Scored: false), ct))
        {
            set.Add(id);
        }

        if (_counts.Count >= MostCounts)
        {
            _counts.Clear();
        }

        _counts[(match, bridges)] = set.Count;
        if (set.Count >= FewestKept && Interlocked.Add(ref _bytes, set.Bytes) <= MostBytes)
        {
            _kept[(match, bridges)] = set;
        }

        return set;
    }

    /// <summary>How many passages match an expression.</summary>
    public int Count(SqliteConnection connection, string match, CancellationToken ct) =>
        _counts.TryGetValue((match, false), out var count) ? count : Of(connection, match, bridges: false, ct).Count;
}
