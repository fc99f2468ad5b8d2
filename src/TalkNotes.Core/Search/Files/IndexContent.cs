using TalkNotes.Core.Storage;

namespace TalkNotes.Core.Search.Files;

/// <summary>
/// The bytes of an index, of a file or in memory, any part at any time, by any number of threads. Of a file it keeps the
/// pieces that were read lately; each was held against its checksum as it was read, so what the disk does later cannot mislead.
/// </summary>
internal sealed class IndexContent : IDisposable
{
    private readonly byte[]? _bytes;
    private readonly DerivedFileReader? _file;
    private readonly PieceBudget? _budget;
    private volatile Kept _kept = new(-1, []);

    /// <summary>What is in memory already.</summary>
    public IndexContent(byte[] bytes) => (_bytes, Length) = (bytes, bytes.Length);

    /// <summary>What a file holds.</summary>
    public IndexContent(DerivedFileReader file, PieceBudget budget) => (_file, _budget, Length) = (file, budget, file.Length);

    /// <summary>How many bytes there are.</summary>
    public long Length { get; }

    /// <summary>A part of the bytes.</summary>
    /// <param name="offset">Where it begins.</param>
    /// <param name="length">How many bytes.</param>
    /// <param name="scratch">Takes the bytes where they do not lie together; made and enlarged as needed.</param>
    /// <exception cref="DamagedFileException">The file is not what was written.</exception>
    public ReadOnlySpan<byte> Read(long offset, int length, ref byte[] scratch)
    {
        if (_bytes is not null)
        {
            return _bytes.AsSpan((int)offset, length);
        }

        var (piece, at) = ((int)(offset / DerivedFile.PieceLength), (int)(offset % DerivedFile.PieceLength));
        if (at + length <= DerivedFile.PieceLength)
        {
            return Piece(piece).AsSpan(at, length);
        }

        if (scratch.Length < length)
        {
            scratch = new byte[length * 2];
        }

        for (var done = 0; done < length; at = 0)
        {
            var part = Piece(piece++).AsSpan(at);
            part = part[..Math.Min(part.Length, length - done)];
            part.CopyTo(scratch.AsSpan(done));
            done += part.Length;
        }

        return scratch.AsSpan(0, length);
    }

    /// <summary>Copies a part of the bytes, which is not kept.</summary>
    /// <exception cref="DamagedFileException">The file is not what was written.</exception>
    public void CopyTo(long offset, Span<byte> into)
    {
        if (_bytes is not null)
        {
            _bytes.AsSpan((int)offset, into.Length).CopyTo(into);
            return;
        }

        while (into.Length > 0)
        {
            var part = _file!.ReadPiece((int)(offset / DerivedFile.PieceLength)).AsSpan((int)(offset % DerivedFile.PieceLength));
            part = part[..Math.Min(part.Length, into.Length)];
            part.CopyTo(into);
            into = into[part.Length..];
            offset += part.Length;
        }
    }

    public void Dispose() => _file?.Dispose();

    private byte[] Piece(int number)
    {
        var kept = _kept;
        if (kept.Generation != _budget!.Generation)
        {
            _kept = kept = new Kept(_budget.Generation, new byte[]?[(Length / DerivedFile.PieceLength) + 1]);
        }

        if (Volatile.Read(ref kept.Pieces[number]) is { } known)
        {
            return known;
        }

        var read = _file!.ReadPiece(number);
        Volatile.Write(ref kept.Pieces[number], read);
        _budget.Count();
        return read;
    }

    /// <summary>Pieces by number.</summary>
    private sealed record Kept(int Generation, byte[]?[] Pieces);
}

/// <summary>How many pieces all files together keep in memory; when there are more, all of them begin anew.</summary>
internal sealed class PieceBudget
{
    private const int Most = 4096; // 64 MB

    private int _count;
    private int _generation;

    /// <summary>Pieces of another generation are to be forgotten.</summary>
    public int Generation => Volatile.Read(ref _generation);

    /// <summary>One more is kept.</summary>
    public void Count()
    {
        if (Interlocked.Increment(ref _count) > Most)
        {
            Interlocked.Exchange(ref _count, 0);
            Interlocked.Increment(ref _generation);
        }
    }
}
