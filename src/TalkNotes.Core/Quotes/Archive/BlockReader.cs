using System.Buffers;
using TalkNotes.Core.Storage;

namespace TalkNotes.Core.Quotes.Archive;

/// <summary>Walks along the blocks that have a word, in ascending order.</summary>
internal sealed class BlockReader : IDisposable
{
    private readonly byte[] _bytes;
    private readonly int _length;
    private int _at;

    /// <summary>Stands before the first block.</summary>
    public BlockReader(WordIndex index, IndexedWord word)
    {
        _length = word.BlocksLength;
        _bytes = ArrayPool<byte>.Shared.Rent(_length);
        index.ReadBlocks(word, _bytes.AsSpan(0, _length));
    }

    /// <summary>The block.</summary>
    public int Current { get; private set; }

    /// <summary>Goes on to the next; false behind the last.</summary>
    public bool Next()
    {
        if (_at >= _length)
        {
            return false;
        }

        Current += (int)Varint.Read(_bytes, ref _at);
        return true;
    }

    public void Dispose() => ArrayPool<byte>.Shared.Return(_bytes);
}
