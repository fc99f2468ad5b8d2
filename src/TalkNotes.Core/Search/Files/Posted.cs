using System.Numerics;
using System.Text;
using TalkNotes.Core.Storage;

namespace TalkNotes.Core.Search.Files;

/// <summary>Where one word stands, while an index file is made: gaps, times and positions as numbers of varying length.</summary>
internal sealed class Posted(string form, PostedStem stem)
{
    private byte[] _bytes = new byte[16];
    private int _length;
    private byte[] _places = new byte[8];
    private int _placesLength;
    private int _place = -1;
    private int _last = -1; // place before the one that is being added
    private int _times;
    private int _position;

    /// <summary>Its stem.</summary>
    public PostedStem Stem => stem;

    /// <summary>Form, zero, stem: what words are ordered by.</summary>
    public byte[] Key { get; private set; } = [];

    /// <summary>Passages that have it.</summary>
    public int Count { get; private set; }

    public void MakeKey() => Key = Encoding.UTF8.GetBytes(form + '\0' + stem.Text);

    /// <summary>Adds a position; places and positions ascend.</summary>
    public void Add(int place, int position)
    {
        if (place != _place)
        {
            Finish();
            (_place, _position) = (place, 0);
            Count++;
            stem.Seen(place);
        }

        Varint.Append(ref _places, ref _placesLength, position - _position);
        _position = position;
        _times++;
    }

    /// <summary>Writes what is known of the last passage.</summary>
    public void Finish()
    {
        if (_times > 0)
        {
            Varint.Append(ref _bytes, ref _length, _place - _last - 1);
            Varint.Append(ref _bytes, ref _length, _times - 1);
            (_last, _times) = (_place, 0);
        }
    }

    /// <summary>Lays it out in blocks.</summary>
    public void WriteBlocks(List<BlockEntry> blocks, ByteList postings, ByteList positions, PlaceFacts places)
    {
        Span<int> gaps = stackalloc int[IndexFileFormat.BlockSize];
        Span<int> times = stackalloc int[IndexFileFormat.BlockSize];
        var (at, placesAt, place) = (0, 0, -1);
        for (var done = 0; done < Count; done += IndexFileFormat.BlockSize)
        {
            var count = Math.Min(IndexFileFormat.BlockSize, Count - done);
            var (bounds, all) = (BlockBounds.None, 0);
            for (var i = 0; i < count; i++)
            {
                gaps[i] = (int)Varint.Read(_bytes, ref at);
                times[i] = (int)Varint.Read(_bytes, ref at);
                place += gaps[i] + 1;
                bounds = bounds.With(Bound.Of(times[i] + 1, places.Lengths[place]), places.IsWritten(place));
                all += times[i] + 1;
            }

            blocks.Add(new BlockEntry
            {
                Last = place,
                Postings = (uint)postings.Length,
                Positions = (uint)positions.Length,
                Said = PackedBound.Of(bounds.Said),
                Written = PackedBound.Of(bounds.Written),
            });
            var (gapBits, timesBits) = (BitsOf(gaps[..count]), BitsOf(times[..count]));
            postings.Add((byte)gapBits);
            postings.Add((byte)timesBits);
            Pack(postings, gaps[..count], gapBits);
            Pack(postings, times[..count], timesBits);
            var start = placesAt;
            Varint.Skip(_places, ref placesAt, all);
            positions.Add(_places.AsSpan(start, placesAt - start));
        }
    }

    private static int BitsOf(ReadOnlySpan<int> numbers)
    {
        var all = 0u;
        foreach (var number in numbers)
        {
            all |= (uint)number;
        }

        return 32 - BitOperations.LeadingZeroCount(all);
    }

    private static void Pack(ByteList to, ReadOnlySpan<int> numbers, int bits)
    {
        var (word, used) = (0UL, 0);
        foreach (var number in numbers)
        {
            word |= (ulong)(uint)number << used;
            used += bits;
            while (used >= 8)
            {
                to.Add((byte)word);
                word >>= 8;
                used -= 8;
            }
        }

        if (used > 0)
        {
            to.Add((byte)word);
        }
    }
}
