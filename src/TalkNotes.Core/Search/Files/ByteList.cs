namespace TalkNotes.Core.Search.Files;

/// <summary>Bytes that grow, in pieces so that none is copied when they are many.</summary>
internal sealed class ByteList
{
    private const int PieceSize = 1 << 20;
    private readonly List<byte[]> _full = [];
    private byte[] _piece = new byte[1 << 12];
    private int _used;

    /// <summary>Bytes so far.</summary>
    public int Length { get; private set; }

    /// <summary>All bytes, in order.</summary>
    public IEnumerable<ReadOnlyMemory<byte>> Pieces => [.. _full.Select(p => (ReadOnlyMemory<byte>)p), _piece.AsMemory(0, _used)];

    public void Add(byte value)
    {
        if (_used == _piece.Length)
        {
            Grow();
        }

        _piece[_used++] = value;
        Length = checked(Length + 1);
    }

    public void Add(ReadOnlySpan<byte> bytes)
    {
        foreach (var value in bytes)
        {
            Add(value);
        }
    }

    private void Grow()
    {
        if (_piece.Length < PieceSize)
        {
            Array.Resize(ref _piece, _piece.Length * 4);
            return;
        }

        _full.Add(_piece);
        (_piece, _used) = (new byte[PieceSize], 0);
    }
}
