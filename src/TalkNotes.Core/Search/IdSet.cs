using System.Numerics;

namespace TalkNotes.Core.Search;

/// <summary>A set of passage ids, one bit each.</summary>
internal sealed class IdSet(int limit)
{
    private const int Bits = 64;
    private readonly ulong[] _words = new ulong[(limit / Bits) + 1];

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

    /// <summary>Adds all ids of another set of the same limit.</summary>
    public void UnionWith(IdSet other)
    {
        Count = 0;
        for (var i = 0; i < _words.Length; i++)
        {
            _words[i] |= other._words[i];
            Count += BitOperations.PopCount(_words[i]);
        }
    }

    /// <summary>Leaves only ids that the other set of the same limit has too.</summary>
    public void IntersectWith(IdSet other)
    {
        Count = 0;
        for (var i = 0; i < _words.Length; i++)
        {
            _words[i] &= other._words[i];
            Count += BitOperations.PopCount(_words[i]);
        }
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
}
