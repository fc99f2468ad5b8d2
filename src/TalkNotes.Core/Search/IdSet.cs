using System.Numerics;

namespace TalkNotes.Core.Search;

/// <summary>A set of passage ids, one bit each.</summary>
internal sealed class IdSet
{
    private const int Bits = 64;
    private readonly ulong[] _words;

    public IdSet(int limit) => _words = new ulong[(limit / Bits) + 1];

    private IdSet(IdSet other) => (_words, Count) = ([.. other._words], other.Count);

    /// <summary>Number of ids.</summary>
    public int Count { get; private set; }

    /// <summary>Size in memory.</summary>
    public int Bytes => _words.Length * sizeof(ulong);

    /// <summary>Adds an id; says whether it is new.</summary>
    public bool Add(int id)
    {
        ref var word = ref _words[id / Bits];
        var bit = 1UL << (id % Bits);
        if ((word & bit) != 0)
        {
            return false;
        }

        word |= bit;
        Count++;
        return true;
    }

    /// <summary>Whether it has an id.</summary>
    public bool Contains(int id) => id / Bits < _words.Length && (_words[id / Bits] & (1UL << (id % Bits))) != 0;

    /// <summary>The same ids, to be changed.</summary>
    public IdSet Copy() => new(this);

    /// <summary>Adds all ids of another set of the same limit.</summary>
    public void UnionWith(IdSet other)
    {
        var count = 0;
        for (var i = 0; i < _words.Length; i++)
        {
            count += BitOperations.PopCount(_words[i] |= other._words[i]);
        }

        Count = count;
    }

    /// <summary>Leaves only ids that the other set of the same limit has too.</summary>
    public void IntersectWith(IdSet other)
    {
        var count = 0;
        for (var i = 0; i < _words.Length; i++)
        {
            count += BitOperations.PopCount(_words[i] &= other._words[i]);
        }

        Count = count;
    }

    /// <summary>Leaves only ids that the other set of the same limit has not.</summary>
    public void ExceptWith(IdSet other)
    {
        var count = 0;
        for (var i = 0; i < _words.Length; i++)
        {
            count += BitOperations.PopCount(_words[i] &= ~other._words[i]);
        }

        Count = count;
    }

    /// <summary>The ids, ascending.</summary>
    public IEnumerable<int> Ascending()
    {
        for (var i = 0; i < _words.Length; i++)
        {
            for (var word = _words[i]; word != 0; word &= word - 1)
            {
                yield return (i * Bits) + BitOperations.TrailingZeroCount(word);
            }
        }
    }

    /// <summary>The first id from here on; -1 when there is none.</summary>
    public int Next(int from)
    {
        var i = from / Bits;
        if (i >= _words.Length)
        {
            return -1;
        }

        var word = _words[i] & (ulong.MaxValue << (from % Bits));
        while (word == 0)
        {
            if (++i == _words.Length)
            {
                return -1;
            }

            word = _words[i];
        }

        return (i * Bits) + BitOperations.TrailingZeroCount(word);
    }

    /// <summary>How many ids lie between two, both included.</summary>
    public int CountIn(int first, int last)
    {
        var (from, to) = (first / Bits, Math.Min(last / Bits, _words.Length - 1));
        var count = 0;
        for (var i = from; i <= to; i++)
        {
            var word = _words[i];
            word &= i == from ? ulong.MaxValue << (first % Bits) : ulong.MaxValue;
            word &= i == last / Bits ? ulong.MaxValue >> (Bits - 1 - (last % Bits)) : ulong.MaxValue;
            count += BitOperations.PopCount(word);
        }

        return count;
    }
}
