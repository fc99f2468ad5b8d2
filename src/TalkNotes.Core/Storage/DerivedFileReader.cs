using System.Buffers.Binary;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace TalkNotes.Core.Storage;

/// <summary>
/// Reads a derived file, any part at any time, by any number of threads. Each piece is held against its checksum when it
/// is first touched, so opening costs nothing that grows with the content. Reads are calls and not mapped memory: a file
/// that somebody cuts short is an exception, and no pages of it count as the program's memory.
/// </summary>
internal sealed class DerivedFileReader : IDisposable
{
    private readonly SafeFileHandle _file;
    private readonly uint[] _checksums;
    private readonly int[] _checked; // one bit a piece

    private DerivedFileReader(SafeFileHandle file, byte[] header, uint[] checksums)
    {
        _file = file;
        Notes = header.AsMemory(DerivedFile.NotesAt);
        Length = BinaryPrimitives.ReadInt64LittleEndian(header.AsSpan(DerivedFile.LengthAt));
        _checksums = checksums;
        _checked = new int[(checksums.Length + 31) / 32];
    }

    /// <summary>How many bytes the content has.</summary>
    public long Length { get; }

    /// <summary>What the owner keeps in the header.</summary>
    public ReadOnlyMemory<byte> Notes { get; }

    /// <summary>Opens a file.</summary>
    /// <exception cref="DamagedFileException">It is another kind of file, of another version, or not whole.</exception>
    public static DerivedFileReader Open(string path, ReadOnlySpan<byte> magic, int version)
    {
        var file = File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        try
        {
            var header = new byte[DerivedFile.HeaderLength];
            ReadAll(file, header, 0);
            var length = BinaryPrimitives.ReadInt64LittleEndian(header.AsSpan(DerivedFile.LengthAt));
            var pieces = length / DerivedFile.PieceLength + (length % DerivedFile.PieceLength > 0 ? 1 : 0);
            if (!header.AsSpan(0, DerivedFile.MagicLength).SequenceEqual(magic)
                || BinaryPrimitives.ReadInt32LittleEndian(header.AsSpan(DerivedFile.MagicLength)) != version
                || BinaryPrimitives.ReadUInt32LittleEndian(header.AsSpan(DerivedFile.ChecksumAt)) != DerivedFile.ChecksumOfHeader(header)
                || RandomAccess.GetLength(file) != DerivedFile.HeaderLength + length + ((pieces + 1) * sizeof(uint)))
            {
                throw new DamagedFileException($"'{path}' is of another version, or not whole");
            }

            var checksums = new uint[pieces + 1];
            ReadAll(file, MemoryMarshal.AsBytes(checksums.AsSpan()), DerivedFile.HeaderLength + length);
            return checksums[^1] == DerivedFile.Checksum(MemoryMarshal.AsBytes(checksums.AsSpan(0, (int)pieces)))
                ? new DerivedFileReader(file, header, checksums[..^1])
                : throw new DamagedFileException($"The checksums of '{path}' are damaged");
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>Fills <paramref name="into"/> from <paramref name="offset"/> on.</summary>
    /// <exception cref="DamagedFileException">The content is not what was written, or has no such place.</exception>
    public void Read(long offset, Span<byte> into)
    {
        if (offset < 0 || offset > Length - into.Length)
        {
            throw new DamagedFileException("A derived file points outside itself");
        }

        if (into.Length == 0)
        {
            return;
        }

        var last = (int)((offset + into.Length - 1) / DerivedFile.PieceLength);
        for (var piece = (int)(offset / DerivedFile.PieceLength); piece <= last; piece++)
        {
            if ((Volatile.Read(ref _checked[piece / 32]) & (1 << piece)) == 0)
            {
                ReadPiece(piece);
                Interlocked.Or(ref _checked[piece / 32], 1 << piece);
            }
        }

        ReadAll(_file, into, DerivedFile.HeaderLength + offset);
    }

    /// <summary>A piece of the content, held against its checksum as it was read just now.</summary>
    /// <exception cref="DamagedFileException">It is not what was written.</exception>
    public byte[] ReadPiece(int piece)
    {
        var start = (long)piece * DerivedFile.PieceLength;
        var bytes = new byte[(int)Math.Min(DerivedFile.PieceLength, Length - start)];
        ReadAll(_file, bytes, DerivedFile.HeaderLength + start);
        if (DerivedFile.Checksum(bytes) != _checksums[piece])
        {
            throw new DamagedFileException($"Piece {piece} of a derived file is damaged");
        }

        return bytes;
    }

    public void Dispose() => _file.Dispose();

    private static void ReadAll(SafeFileHandle file, Span<byte> into, long offset)
    {
        while (into.Length > 0)
        {
            var count = RandomAccess.Read(file, into, offset);
            if (count == 0)
            {
                throw new DamagedFileException("A derived file ends early");
            }

            into = into[count..];
            offset += count;
        }
    }
}
