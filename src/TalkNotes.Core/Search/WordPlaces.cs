using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;

namespace TalkNotes.Core.Search;

/// <summary>
/// In which passages a form stands, kept for one state of the library. Questions share their common words, and those
/// are the ones whose rows take long to step through. The answers are the same whichever index gave them.
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
    private int _passages = -1;

    /// <summary>The state of the library that these are of.</summary>
    public LibraryStamp Stamp => stamp;

    /// <summary>No id is higher.</summary>
    public int Limit => stamp.NewestPassage;

    /// <summary>How many passages there are, by which words are rare; ids are higher, as passages of a talk that changed get new ones.</summary>
    public int Passages(SqliteConnection connection)
    {
        if (_passages < 0)
        {
            using var row = new Statement(connection, "SELECT count(*) FROM passages"u8);
            _passages = row.Next() ? row.Int(0) : 0;
        }

        return _passages;
    }

    /// <summary>The passages (or bridges) that have a form; not to be changed.</summary>
    public IdSet Of(IPassageIndex index, UnitForm form, bool bridges, CancellationToken ct) => Of(form.Match(), bridges, () => index.Find(form, bridges, ct));

    /// <summary>The passages (or bridges) that have words near each other; only FTS5 knows how near.</summary>
    public IdSet Near(FtsIndex index, SearchUnit unit, bool bridges, CancellationToken ct) => Of(unit.Match(), bridges, () => index.Find(unit.Match(), bridges, ct));

    /// <summary>Every passage and bridge; not to be changed.</summary>
    public IdSet All(FtsIndex index) => Of("", bridges: false, index.All);

    /// <summary>How many passages have a form.</summary>
    public int Count(IPassageIndex index, UnitForm form, CancellationToken ct)
    {
        var key = (form.Match(), false);
        if (!_counts.TryGetValue(key, out var count))
        {
            Keep(key, count = index.Count(form, bridges: false, ct));
        }

        return count;
    }

    private IdSet Of(string match, bool bridges, Func<IdSet> find)
    {
        if (_kept.TryGetValue((match, bridges), out var set))
        {
            return set;
        }

        set = find();
        Keep((match, bridges), set.Count);
        if (set.Count >= FewestKept && Interlocked.Add(ref _bytes, set.Bytes) <= MostBytes)
        {
            _kept[(match, bridges)] = set;
        }

        return set;
    }

    private void Keep((string Match, bool Bridges) key, int count)
    {
        if (_counts.Count >= MostCounts)
        {
            _counts.Clear();
        }

        _counts[key] = count;
    }
}
