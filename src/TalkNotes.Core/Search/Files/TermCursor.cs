using System.Buffers.Binary;
using TalkNotes.Core.Storage;

namespace TalkNotes.Core.Search.Files;

/// <summary>Goes through the passages of one word, forwards, by whole blocks where it can.</summary>
internal sealed class TermCursor
{
    /// <summary>Behind the last passage.</summary>
    public const int End = int.MaxValue;

    private readonly WordList _words;
    private readonly int _first;
    private readonly int _last; // exclusive
    private readonly int _all;
    private readonly int[] _docs = new int[IndexFileFormat.BlockSize];
    private readonly int[] _times = new int[IndexFileFormat.BlockSize];
    private int _block;
    private int _count;
    private int _at;
    private byte[] _scratch = [];
    private int _packedTimes;
    private int _timesBits;
    private bool _hasTimes;
    private int _boundBlock;
    private int _positionsBlock = -1;
    private int _positionsAt;
    private int _positionsOf;

    public TermCursor(WordList words, int term)
    {
        var entry = words.Terms[term];
        (_words, _all, _first) = (words, entry.Count, entry.Block);
        _last = _first + ((_all + IndexFileFormat.BlockSize - 1) / IndexFileFormat.BlockSize);
        (_block, _boundBlock) = (_first - 1, _first);
    }

    /// <summary>Passages in all.</summary>
    public int Count => _all;

    /// <summary>Where it stands; -1 before the first passage.</summary>
    public int Doc { get; private set; } = -1;

    /// <summary>How often the word stands there.</summary>
    public int Times
    {
        get
        {
            ReadTimes();
            return _times[_at];
        }
    }

    /// <summary>Goes to the first passage from here on.</summary>
    public int Advance(int target)
    {
        if (Doc >= target)
        {
            return Doc;
        }

        var blocks = _words.Blocks;
        if (_block < _first || blocks[_block].Last < target)
        {
            var next = BlockWith(target, blocks);
            if (next == _last)
            {
                (_block, _count) = (_last - 1, 0);
                return Doc = End;
            }

            Load(next, blocks);
        }

        while (_docs[_at] < target)
        {
            _at++;
        }

        return Doc = _docs[_at];
    }

    /// <summary>Adds every passage to a set, and goes to the end.</summary>
    public void AddTo(IdSet set, int firstId)
    {
        var blocks = _words.Blocks;
        for (var block = _first; block < _last; block++)
        {
            Load(block, blocks);
            set.AddAscending(_docs.AsSpan(0, _count), firstId);
        }

        Doc = End;
    }

    /// <summary>Adds how often the word stands in each passage before an end.</summary>
    public void AddTimes(int from, int end, Span<int> times, Span<ulong> seen)
    {
        if (Advance(from) >= end)
        {
            return;
        }

        var blocks = _words.Blocks;
        while (true)
        {
            ReadTimes();
            var i = _at;
            for (; i < _count && _docs[i] < end; i++)
            {
                var place = _docs[i] - from;
                times[place] += _times[i];
                seen[place >> 6] |= 1UL << (place & 63);
            }

            if (i < _count)
            {
                (_at, Doc) = (i, _docs[i]);
                return;
            }

            if (_block + 1 >= _last)
            {
                (_count, Doc) = (0, End);
                return;
            }

            Load(_block + 1, blocks);
            Doc = _docs[0];
            if (Doc >= end)
            {
                return;
            }
        }
    }

    /// <summary>Begins anew, before the first passage.</summary>
    public void Restart() => (_block, _count, Doc) = (_first - 1, 0, -1);

    /// <summary>What the word can weigh in passages of a range; ranges ascend.</summary>
    public Bound BoundIn(int from, int end, Wanted wanted)
    {
        var blocks = _words.Blocks;
        while (_boundBlock < _last && blocks[_boundBlock].Last < from)
        {
            _boundBlock++;
        }

        var bound = Bound.None;
        for (var block = _boundBlock; block < _last; block++)
        {
            bound = bound.Or(blocks[block].Bounds.Of(wanted));
            if (blocks[block].Last >= end - 1)
            {
                break;
            }
        }

        return bound;
    }

    /// <summary>The positions of the word in the passage where it stands, less an offset.</summary>
    public void AddPositions(List<int> to, int less)
    {
        ReadTimes();
        var bytes = _words.Positions(_block, ref _scratch);
        if (_positionsBlock != _block || _positionsOf > _at)
        {
            (_positionsBlock, _positionsOf, _positionsAt) = (_block, 0, 0);
        }

        for (; _positionsOf < _at; _positionsOf++)
        {
            Varint.Skip(bytes, ref _positionsAt, _times[_positionsOf]);
        }

        var at = _positionsAt;
        var position = 0;
        for (var i = 0; i < _times[_at]; i++)
        {
            position += (int)Varint.Read(bytes, ref at);
            to.Add(position - less);
        }
    }

    private int BlockWith(int target, BlockEntry[] blocks)
    {
        var (low, step) = (Math.Max(_block, _first), 1);
        while (low + step < _last && blocks[low + step].Last < target)
        {
            low += step;
            step *= 2;
        }

        var high = Math.Min(low + step, _last);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = blocks[middle].Last < target ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    private void Load(int block, BlockEntry[] blocks)
    {
        _block = block;
        _count = Math.Min(IndexFileFormat.BlockSize, _all - ((block - _first) * IndexFileFormat.BlockSize));
        var bytes = _words.Postings(block, ref _scratch);
        var gapBits = bytes[0];
        _timesBits = bytes[1];
        Unpack(bytes[2..], gapBits, _docs.AsSpan(0, _count));
        _packedTimes = 2 + (((_count * gapBits) + 7) / 8);
        _hasTimes = false;
        var place = block == _first ? -1 : blocks[block - 1].Last;
        for (var i = 0; i < _count; i++)
        {
            _docs[i] = place += _docs[i] + 1;
        }

        _at = 0;
    }

    private void ReadTimes()
    {
        if (_hasTimes)
        {
            return;
        }

        Unpack(_words.Postings(_block, ref _scratch)[_packedTimes..], _timesBits, _times.AsSpan(0, _count));
        for (var i = 0; i < _count; i++)
        {
            _times[i]++;
        }

        _hasTimes = true;
    }

    private static void Unpack(ReadOnlySpan<byte> bytes, int bits, Span<int> numbers)
    {
        if (bits == 0)
        {
            numbers.Clear();
            return;
        }

        var mask = (1UL << bits) - 1;
        var bit = 0;
        for (var i = 0; i < numbers.Length; i++)
        {
            numbers[i] = (int)((BinaryPrimitives.ReadUInt64LittleEndian(bytes[(bit >> 3)..]) >> (bit & 7)) & mask);
            bit += bits;
        }
    }
}
