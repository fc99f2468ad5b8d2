using System.IO.MemoryMappedFiles;
using Microsoft.Win32.SafeHandles;

namespace TalkNotes.Core.Search.Files;

/// <summary>
/// Bytes of a file as the system maps them, or of an array. The only unsafe code of the index: whoever reads gets a span
/// whose bounds are those of the file, so that damaged bytes can mislead but not crash.
/// </summary>
internal sealed unsafe class MappedBytes : IDisposable
{
    private readonly byte[]? _array;
    private readonly SafeFileHandle? _file;
    private readonly SafeMemoryMappedViewHandle? _handle;
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
        using var file = MemoryMappedFile.CreateFromFile(stream, null, 0, MemoryMappedFileAccess.Read, HandleInheritability.None, leaveOpen: false);
        using var view = file.CreateViewAccessor(0, length, MemoryMappedFileAccess.Read);
        view.SafeMemoryMappedViewHandle.AcquirePointer(ref _start);
        _handle = view.SafeMemoryMappedViewHandle; // outlives the view as long as its pointer is held
        _start += view.PointerOffset;
        _length = (int)length;
        _file = File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
    }

#pragma warning disable MA0055 // nobody else knows when the last search that holds the file is done
    ~MappedBytes() => Release();
#pragma warning restore MA0055

    /// <summary>
    /// Whether the file still is as long as it was. What is mapped beyond the end of a file ends the process when it is
    /// read, so it is asked before each search; a file that somebody cuts short in the middle of one is not survived.
    /// </summary>
    public bool IsWhole => _file is null || RandomAccess.GetLength(_file) >= _length;

    /// <summary>The bytes; valid as long as this object is held.</summary>
    public ReadOnlySpan<byte> Span => _array is null ? new ReadOnlySpan<byte>(_start, _length) : _array;

    /// <summary>Lets go of the file. Not while anybody reads: a file that searches may still hold is left to the finalizer.</summary>
    public void Dispose()
    {
        Release();
        GC.SuppressFinalize(this);
    }

    /// <summary>The handle counts who has its pointer: given back here, its own finalizer, which runs later, can let go of the file.</summary>
    private void Release()
    {
        _handle?.ReleasePointer();
        _file?.Dispose();
    }
}
