using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace TalkNotes.Core.Storage;

/// <summary>
/// Writes a derived file beside its place, from beginning to end; it takes its place when it is complete and on the
/// disk, so that nobody ever opens half of one. Used by one thread.
/// </summary>
internal sealed class DerivedFileWriter : IDisposable
{
    private readonly string _path;
    private readonly string _beside;
    private readonly FileStream _file;
    private readonly byte[] _piece = new byte[DerivedFile.PieceLength];
    private readonly List<uint> _checksums = [];
    private int _filled;

    /// <summary>Begins a file; its folder is made where there is none.</summary>
    public DerivedFileWriter(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        _path = path;
        _beside = $"{path}.{Guid.NewGuid():N}.tmp";
        _file = new FileStream(_beside, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, bufferSize: 0);
        _file.Write(new byte[DerivedFile.HeaderLength]);
    }

    /// <summary>How many bytes the content has so far.</summary>
    public long Length { get; private set; }

    /// <summary>Appends to the content.</summary>
    public void Write(ReadOnlySpan<byte> bytes)
    {
        Length += bytes.Length;
        while (bytes.Length > 0)
        {
            var part = Math.Min(bytes.Length, _piece.Length - _filled);
            bytes[..part].CopyTo(_piece.AsSpan(_filled));
            bytes = bytes[part..];
            _filled += part;
            if (_filled == _piece.Length)
            {
                EndPiece();
            }
        }
    }

    /// <summary>Fills up with zeros to a multiple of <paramref name="size"/> bytes.</summary>
    public void Align(int size) => Write(new byte[(size - (int)(Length % size)) % size]);

    /// <summary>Reads again what was written.</summary>
    public void ReadBack(long offset, Span<byte> into)
    {
        var written = Length - _filled;
        var onDisk = (int)Math.Clamp(written - offset, 0, into.Length);
        for (var read = 0; read < onDisk;)
        {
            var count = RandomAccess.Read(_file.SafeFileHandle, into[read..onDisk], DerivedFile.HeaderLength + offset + read);
            read += count > 0 ? count : throw new EndOfStreamException(_beside);
        }

        if (onDisk < into.Length)
        {
            _piece.AsSpan((int)(offset + onDisk - written), into.Length - onDisk).CopyTo(into[onDisk..]);
        }
    }

    /// <summary>Puts the file in its place.</summary>
    /// <param name="magic">Eight ASCII letters that say what it is.</param>
    /// <param name="version">Version of the content's shape.</param>
    /// <param name="notes">What the owner keeps in the header; at most <see cref="DerivedFile.NotesLength"/> bytes.</param>
    public void Complete(ReadOnlySpan<byte> magic, int version, ReadOnlySpan<byte> notes)
    {
        if (_filled > 0)
        {
            EndPiece();
        }

        var checksums = MemoryMarshal.AsBytes(CollectionsMarshal.AsSpan(_checksums));
        _file.Write(checksums);
        Span<byte> sum = stackalloc byte[sizeof(uint)];
        BinaryPrimitives.WriteUInt32LittleEndian(sum, DerivedFile.Checksum(checksums));
        _file.Write(sum);

        Span<byte> header = stackalloc byte[DerivedFile.HeaderLength];
        header.Clear();
        magic[..DerivedFile.MagicLength].CopyTo(header);
        BinaryPrimitives.WriteInt32LittleEndian(header[DerivedFile.MagicLength..], version);
        BinaryPrimitives.WriteInt64LittleEndian(header[DerivedFile.LengthAt..], Length);
        notes.CopyTo(header[DerivedFile.NotesAt..]);
        BinaryPrimitives.WriteUInt32LittleEndian(header[DerivedFile.ChecksumAt..], DerivedFile.ChecksumOfHeader(header));
        _file.Position = 0;
        _file.Write(header);
        _file.Flush(flushToDisk: true);
        _file.Dispose();
        File.Move(_beside, _path, overwrite: true);
    }

    /// <summary>Leaves nothing behind of a file that was not completed.</summary>
    public void Dispose()
    {
        _file.Dispose();
        File.Delete(_beside);
    }

    private void EndPiece()
    {
        var piece = _piece.AsSpan(0, _filled);
        _checksums.Add(DerivedFile.Checksum(piece));
        _file.Write(piece);
        _filled = 0;
    }
}
