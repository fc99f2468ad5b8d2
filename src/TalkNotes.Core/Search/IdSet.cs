using System.Numerics;
using System.Runtime.InteropServices;

namespace TalkNotes.Core.Search;

/// <summary>
/// A set of passage ids: one bit each, in blocks of 4,096. A block is there when its own bit is set; else what its words
/// hold means nothing. So a set of few ids costs little however many passages there are, and its memory need not be cleared.
/// </summary>
internal sealed class IdSet
{
    private const int Bits = 64;
    private const int BlockShift = 6; // 64 words a block
    private const int BlockWords = 1 << BlockShift;

    private readonly ulong[] _words;
    private readonly ulong[] _blocks;
    private readonly int _length; // words that count
    private int _count; // negative when it has to be counted

    public IdSet(int limit)
        : this(limit, new ulong[WordsFor(limit)])
    {
    }

    /// <summary>A set in memory that is lent; it need not be clear.</summary>
    public IdSet(int limit, ulong[] words)
    {
        (_words, _length) = (words, WordsFor(limit));
        _blocks = new ulong[(_length >> BlockShift >> BlockShift) + 1];
    }

    /// <summary>Number of ids.</summary>
    public int Count
    {
        get
        {
            if (_count < 0)
            {
                var count = 0;
                for (var block = NextBlock(0); block >= 0; block = NextBlock(block + 1))
                {
                    foreach (var word in Block(block))
                    {
                        count += BitOperations.PopCount(word);
                    }
                }

                _count = count;
            }

            return _count;
        }
    }

    /// <summary>Size in memory.</summary>
    public int Bytes => _words.Length * sizeof(ulong);

    /// <summary>The words, to be lent to another set when this one is not used any more.</summary>
    internal ulong[] Memory => _words;

    /// <summary>How long the memory of a set must be.</summary>
    public static int WordsFor(int limit) => ((limit >> 6 >> BlockShift) + 1) << BlockShift;

    /// <summary>Adds an id; says whether it is new.</summary>
    public bool Add(int id)
    {
        var at = id >> 6;
        Touch(at >> BlockShift);
        ref var word = ref _words[at];
        var bit = 1UL << id;
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
        if (Has(id >> 6 >> BlockShift))
        {
            _words[id >> 6] &= ~(1UL << id);
            _count = -1;
        }
    }

    /// <summary>Whether it has an id.</summary>
    public bool Contains(int id) => id >> 6 < _length && Has(id >> 6 >> BlockShift) && (_words[id >> 6] & (1UL << id)) != 0;

    /// <summary>Adds many ids, ascending, each more than it says by an offset.</summary>
    public void AddAscending(ReadOnlySpan<int> ids, int offset)
    {
        var (at, bits) = (-1, 0UL);
        foreach (var id in ids)
        {
            var n = id + offset;
            if (n >> 6 != at)
            {
                AddWord(at, bits);
                (at, bits) = (n >> 6, 0);
            }

            bits |= 1UL << n;
        }

        AddWord(at, bits);
        _count = -1;
    }

    /// <summary>Adds those ids of another set that lie between two, both included.</summary>
    public void AddFrom(IdSet other, int first, int last)
    {
        for (var i = first >> 6; i <= Math.Min(last >> 6, other._length - 1); i++)
        {
            AddWord(i, other.Word(i) & Mask(i, first, last));
        }

        _count = -1;
    }

    /// <summary>Adds all ids of another set, of the same limit or a lower one.</summary>
    public void UnionWith(IdSet other)
    {
        for (var block = other.NextBlock(0); block >= 0; block = other.NextBlock(block + 1))
        {
            if (!Has(block))
            {
                _blocks[block >> 6] |= 1UL << block;
                other.Block(block).CopyTo(Block(block));
                continue;
            }

            var own = Vectors(block);
            var others = other.Vectors(block);
            for (var i = 0; i < own.Length; i++)
            {
                own[i] |= others[i];
            }
        }

        _count = -1;
    }

    /// <summary>Leaves only ids that the other set has too.</summary>
    public void IntersectWith(IdSet other)
    {
        for (var block = NextBlock(0); block >= 0; block = NextBlock(block + 1))
        {
            var any = Vector<ulong>.Zero;
            if (other.Has(block))
            {
                var own = Vectors(block);
                var others = other.Vectors(block);
                for (var i = 0; i < own.Length; i++)
                {
                    any |= own[i] &= others[i];
                }
            }

            Drop(block, any);
        }

        _count = -1;
    }

    /// <summary>Leaves only ids that the other set has not.</summary>
    public void ExceptWith(IdSet other)
    {
        for (var block = NextBlock(0); block >= 0; block = NextBlock(block + 1))
        {
            if (other.Has(block))
            {
                var any = Vector<ulong>.Zero;
                var own = Vectors(block);
                var others = other.Vectors(block);
                for (var i = 0; i < own.Length; i++)
                {
                    any |= own[i] = Vector.AndNot(own[i], others[i]);
                }

                Drop(block, any);
            }
        }

        _count = -1;
    }

    /// <summary>The ids, ascending.</summary>
    public IEnumerable<int> Ascending()
    {
        for (var block = NextBlock(0); block >= 0; block = NextBlock(block + 1))
        {
            for (var i = block << BlockShift; i < (block + 1) << BlockShift; i++)
            {
                for (var word = _words[i]; word != 0; word &= word - 1)
                {
                    yield return (i * Bits) + BitOperations.TrailingZeroCount(word);
                }
            }
        }
    }

    /// <summary>The first id from here on; -1 when there is none.</summary>
    public int Next(int from)
    {
        var i = from >> 6;
        if (i >= _length)
        {
            return -1;
        }

        for (var word = Word(i) & (ulong.MaxValue << from); ; word = _words[i])
        {
            if (word != 0)
            {
                return (i * Bits) + BitOperations.TrailingZeroCount(word);
            }

            i = WordAfter(i);
            if (i >= _length)
            {
                return -1;
            }
        }
    }

    /// <summary>How many ids lie between two, both included.</summary>
    public int CountIn(int first, int last)
    {
        var count = 0;
        for (var i = first >> 6; i <= Math.Min(last >> 6, _length - 1);)
        {
            if (!Has(i >> BlockShift))
            {
                i = ((i >> BlockShift) + 1) << BlockShift;
                continue;
            }

            count += BitOperations.PopCount(_words[i] & Mask(i, first, last));
            i++;
        }

        return count;
    }

    /// <summary>How many ids of a mask lie between two, both included.</summary>
    /// <param name="first">First id.</param>
    /// <param name="last">Last id.</param>
    /// <param name="mask">Bits as here, from the word of the first id on; none outside of the two.</param>
    public int CountIn(int first, int last, ReadOnlySpan<ulong> mask)
    {
        var (count, start) = (0, first >> 6);
        for (var i = start; i <= Math.Min(last >> 6, _length - 1); i++)
        {
            count += BitOperations.PopCount(Word(i) & mask[i - start]);
        }

        return count;
    }

    /// <summary>The ids between two, both included, ascending; made for loops over very many.</summary>
    public IdRange Between(int first, int last) => new(this, first, Math.Min(last, (_length * Bits) - 1));

    /// <summary>The bits of a word that lie between two ids.</summary>
    internal static ulong Mask(int word, int first, int last)
    {
        var bits = ulong.MaxValue;
        if (word == first >> 6)
        {
            bits &= ulong.MaxValue << first;
        }

        return word == last >> 6 ? bits & (ulong.MaxValue >> (Bits - 1 - (last & (Bits - 1)))) : bits;
    }

    /// <summary>The first word after one that may hold ids; beyond all words when there is none.</summary>
    internal int WordAfter(int word)
    {
        var block = (word + 1) >> BlockShift;
        return Has(block) ? word + 1 : NextBlock(block) is >= 0 and var next ? next << BlockShift : int.MaxValue;
    }

    private bool Has(int block) => block >> 6 < _blocks.Length && (_blocks[block >> 6] & (1UL << block)) != 0;

    /// <summary>Sixty-four ids as bits.</summary>
    internal ulong Word(int i) => Has(i >> BlockShift) ? _words[i] : 0;

    private void AddWord(int at, ulong bits)
    {
        if (bits != 0)
        {
            Touch(at >> BlockShift);
            _words[at] |= bits;
        }
    }

    private void Touch(int block)
    {
        ref var blocks = ref _blocks[block >> 6];
        if ((blocks & (1UL << block)) == 0)
        {
            blocks |= 1UL << block;
            Block(block).Clear();
        }
    }

    /// <summary>Forgets a block in which nothing is left.</summary>
    private void Drop(int block, Vector<ulong> any)
    {
        if (any == Vector<ulong>.Zero)
        {
            _blocks[block >> 6] &= ~(1UL << block);
        }
    }

    /// <summary>The first block that is there from one on; -1 when there is none.</summary>
    private int NextBlock(int from)
    {
        for (var i = from >> 6; i < _blocks.Length; i++)
        {
            var bits = i == from >> 6 ? _blocks[i] & (ulong.MaxValue << from) : _blocks[i];
            if (bits != 0)
            {
                return (i * Bits) + BitOperations.TrailingZeroCount(bits);
            }
        }

        return -1;
    }

    private Span<ulong> Block(int block) => _words.AsSpan(block << BlockShift, BlockWords);

    private Span<Vector<ulong>> Vectors(int block) => MemoryMarshal.Cast<ulong, Vector<ulong>>(Block(block));
}
