using System.Numerics;

namespace TalkNotes.Core.Search;

/// <summary>A set of passage ids, one bit each.</summary>
internal sealed class IdSet
{
    private const int Bits = 64;
    private readonly ulong[] _words;
    private int _count; // negative when it has to be counted

    public IdSet(int limit) => _words = new ulong[(limit / Bits) + 1];

    private IdSet(IdSet other, int words)
    {
        _words = new ulong[words];
        other._words.AsSpan(0, Math.Min(words, other._words.Length)).CopyTo(_words);
        _count = words == other._words.Length ? other._count : -1;
    }

    /// <summary>Number of ids.</summary>
    public int Count
    {
        get
        {
            if (_count < 0)
            {
                var count = 0;
                foreach (var word in _words)
                {
                    count += BitOperations.PopCount(word);
                }

                _count = count;
            }

            return _count;
        }
    }

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
        _count += _count < 0 ? 0 : 1;
        return true;
    }

    /// <summary>Removes an id.</summary>
    public void Remove(int id)
    {
        _words[id / Bits] &= ~(1UL << (id % Bits));
        _count = -1;
    }

    /// <summary>Whether it has an id.</summary>
    public bool Contains(int id) => id / Bits < _words.Length && (_words[id / Bits] & (1UL << (id % Bits))) != 0;

    /// <summary>The same ids, to be changed.</summary>
    public IdSet Copy() => new(this, _words.Length);

    /// <summary>The same ids, with room for others.</summary>
    public IdSet Copy(int limit) => new(this, (limit / Bits) + 1);

    /// <summary>Adds many ids, each more than it says by an offset.</summary>
    public void AddAll(ReadOnlySpan<int> ids, int offset)
    {
        var words = _words;
        foreach (var id in ids)
        {
            words[(id + offset) >> 6] |= 1UL << ((id + offset) & (Bits - 1));
        }

        _count = -1;
    }

    /// <summary>Adds those ids of another set of the same limit that lie between two, both included.</summary>
    public void AddFrom(IdSet other, int first, int last)
    {
        for (var i = first / Bits; i <= last / Bits; i++)
        {
            _words[i] |= other._words[i] & Mask(i, first, last);
        }

        _count = -1;
    }

    /// <summary>Adds all ids of another set of the same limit.</summary>
    public void UnionWith(IdSet other)
    {
        var (own, others) = (_words, other._words);
        for (var i = 0; i < own.Length; i++)
        {
            own[i] |= others[i];
        }

        _count = -1;
    }

    /// <summary>Leaves only ids that the other set of the same limit has too.</summary>
    public void IntersectWith(IdSet other)
    {
        var (own, others) = (_words, other._words);
        for (var i = 0; i < own.Length; i++)
        {
            own[i] &= others[i];
        }

        _count = -1;
    }

    /// <summary>Leaves only ids that the other set of the same limit has not.</summary>
    public void ExceptWith(IdSet other)
    {
        var (own, others) = (_words, other._words);
        for (var i = 0; i < own.Length; i++)
        {
            own[i] &= ~others[i];
        }

        _count = -1;
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
        var count = 0;
        for (var i = first / Bits; i <= Math.Min(last / Bits, _words.Length - 1); i++)
        {
            count += BitOperations.PopCount(_words[i] & Mask(i, first, last));
        }

        return count;
    }

    /// <summary>The ids between two, both included, ascending; made for loops over very many.</summary>
    public Part Between(int first, int last) => new(_words, first, Math.Min(last, (_words.Length * Bits) - 1));

    /// <summary>The bits of a word that lie between two ids.</summary>
    private static ulong Mask(int word, int first, int last)
    {
        var bits = ulong.MaxValue;
        if (word == first / Bits)
        {
            bits &= ulong.MaxValue << (first % Bits);
        }

        return word == last / Bits ? bits & (ulong.MaxValue >> (Bits - 1 - (last % Bits))) : bits;
    }

    /// <summary>Ids between two.</summary>
    internal ref struct Part(ulong[] words, int first, int last)
    {
        private int _word = first / Bits;
        private ulong _rest = first <= last ? words[first / Bits] & Mask(first / Bits, first, last) : 0;

        /// <summary>The id.</summary>
        public int Current { get; private set; }

        public readonly Part GetEnumerator() => this;

        public bool MoveNext()
        {
            while (_rest == 0)
            {
                if (++_word > last / Bits || first > last)
                {
                    return false;
                }

                _rest = words[_word] & Mask(_word, first, last);
            }

            Current = (_word * Bits) + BitOperations.TrailingZeroCount(_rest);
            _rest &= _rest - 1;
            return true;
        }
    }
}
