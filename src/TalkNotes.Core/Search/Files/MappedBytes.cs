using System.IO.MemoryMappedFiles;

namespace TalkNotes.Core.Search.Files;

/// <summary>
/// Bytes of a file as the system maps them, or of an array. The only unsafe code of the index: whoever reads gets a span
/// whose bounds are those of the file, so that damaged bytes can mislead but not crash.
/// </summary>
internal sealed unsafe class MappedBytes : IDisposable
{
    private readonly byte[]? _array;
    private readonly MemoryMappedFile? _file;
    private readonly MemoryMappedViewAccessor? _view;
    private readonly byte* _start;
    private readonly int _length;

    public MappedBytes(byte[] array) => _array = array;

    /// <summary>Maps a file of less than two gigabytes.</summary>
    /// <exception cref="IOException">It is not there, empty or too long.</exception>
    public MappedBytes(string path)
    {
        var length = new FileInfo(path).Length;
        if (length is 0 or > int.MaxValue)
        {
            throw new IOException($"'{path}' has {length} bytes");
        }

        // Others may remove the file meanwhile: the mapping stays.
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        _file = MemoryMappedFile.CreateFromFile(stream, null, 0, MemoryMappedFileAccess.Read, HandleInheritability.None, leaveOpen: false);
        _view = _file.CreateViewAccessor(0, length, MemoryMappedFileAccess.Read);
        _view.SafeMemoryMappedViewHandle.AcquirePointer(ref _start);
        _start += _view.PointerOffset;
        _length = (int)length;
    }

    /// <summary>The bytes; valid as long as this object is held.</summary>
    public ReadOnlySpan<byte> Span => _array is null ? new ReadOnlySpan<byte>(_start, _length) : _array;

    /// <summary>Lets go of the file. Not while anybody reads: searches leave that to the handle's own finalizer.</summary>
    public void Dispose()
    {
        if (_view is not null)
        {
            _view.SafeMemoryMappedViewHandle.ReleasePointer();
            _view.Dispose();
            _file!.Dispose();
        }
    }
}
