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
    /// <summary>Forms that fewer passages have are read again each time, which takes less than a set is worth: one in so many passages, and at least so many.</summary>
    private const int RarestKept = 64;
    private const int FewestKept = 500;

    /// <summary>Kept sets take at most so much memory together; then the one that was asked for the longest time ago goes.</summary>
    private const long MostBytes = 96_000_000;

    private const int MostCounts = 50_000;

    private readonly ConcurrentDictionary<(string Match, bool Bridges), Kept> _kept = [];
    private readonly ConcurrentDictionary<(string Match, bool Bridges), int> _counts = [];
    private readonly int _most = (int)Math.Max(4, MostBytes / (IdSet.WordsFor(stamp.NewestPassage) * sizeof(ulong)));
    private long _asked;
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
    public IdSet Of(IPassageIndex index, UnitForm form, bool bridges, IdSets sets, CancellationToken ct) =>
        Of(form.Match(), bridges, set => index.AddTo(set, form, bridges, ct), sets);

    /// <summary>The passages (or bridges) that have words near each other; only FTS5 knows how near.</summary>
    public IdSet Near(FtsIndex index, SearchUnit unit, bool bridges, IdSets sets, CancellationToken ct) =>
        Of(unit.Match(), bridges, set => index.AddTo(set, unit.Match(), bridges, ct), sets);

    /// <summary>Every passage and bridge; not to be changed.</summary>
    public IdSet All(FtsIndex index, IdSets sets) => Of("", bridges: false, index.AddAllTo, sets);

    /// <summary>How many passages have a form.</summary>
    public int Count(IPassageIndex index, UnitForm form, CancellationToken ct)
    {
        var key = (form.Match(), false);
        if (!_counts.TryGetValue(key, out var count))
        {
            Remember(key, count = index.Count(form, bridges: false, ct));
        }

        return count;
    }

    private IdSet Of(string match, bool bridges, Action<IdSet> addTo, IdSets sets)
    {
        var key = (match, bridges);
        if (_kept.TryGetValue(key, out var known))
        {
            known.Asked = Interlocked.Increment(ref _asked);
            return known.Set;
        }

        var set = sets.New();
        addTo(set);
        var count = set.Count;
        Remember(key, count);
        if (count >= Math.Max(FewestKept, Limit / RarestKept))
        {
            Keep(key, set);
        }

        return set;
    }

    private void Keep((string Match, bool Bridges) key, IdSet set)
    {
        if (_kept.Count >= _most)
        {
            _kept.TryRemove(_kept.MinBy(k => k.Value.Asked).Key, out _);
        }

        var own = new IdSet(Limit);
        own.UnionWith(set);
        _ = own.Count; // before others see it
        _kept[key] = new Kept(own) { Asked = Interlocked.Increment(ref _asked) };
    }

    private void Remember((string Match, bool Bridges) key, int count)
    {
        if (_counts.Count >= MostCounts)
        {
            _counts.Clear();
        }

        _counts[key] = count;
    }

    /// <summary>A set, and when it was asked for last.</summary>
    private sealed class Kept(IdSet set)
    {
        public IdSet Set => set;

        public long Asked { get; set; }
    }
}
