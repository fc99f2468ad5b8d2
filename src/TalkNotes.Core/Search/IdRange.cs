using System.Numerics;

namespace TalkNotes.Core.Search;

/// <summary>The ids of a set that lie between two, ascending: for loops over very many, which no interface slows down.</summary>
internal ref struct IdRange(IdSet set, int first, int last)
{
    private const int Bits = 64;

    private int _word = first >> 6;
    private ulong _rest = first <= last ? set.Word(first >> 6) & IdSet.Mask(first >> 6, first, last) : 0;

    /// <summary>The id.</summary>
    public int Current { get; private set; }

    public readonly IdRange GetEnumerator() => this;

    public bool MoveNext()
    {
        while (_rest == 0)
        {
            _word = set.WordAfter(_word);
            if (_word > last >> 6 || first > last)
            {
                return false;
            }

            _rest = set.Word(_word) & IdSet.Mask(_word, first, last);
        }

        Current = (_word * Bits) + BitOperations.TrailingZeroCount(_rest);
        _rest &= _rest - 1;
        return true;
    }
}
