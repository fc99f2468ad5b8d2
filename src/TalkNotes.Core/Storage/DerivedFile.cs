using System.Numerics;
using System.Runtime.InteropServices;

namespace TalkNotes.Core.Storage;

/// <summary>
/// The shape of a file that is worked out from the database and may be deleted at any time: a header (magic, version,
/// length, what its owner notes), the content, and a checksum of each piece of the content.
/// </summary>
internal static class DerivedFile
{
    /// <summary>Bytes before the content.</summary>
    public const int HeaderLength = 256;

    /// <summary>Bytes that share a checksum.</summary>
    public const int PieceLength = 16 * 1024;

    /// <summary>How many bytes of the header are its owner's.</summary>
    public const int NotesLength = HeaderLength - NotesAt;

    internal const int MagicLength = 8;
    internal const int ChecksumAt = 12;
    internal const int LengthAt = 16;
    internal const int NotesAt = 24;

    /// <summary>The folder of such files beside a database.</summary>
    public static string FolderOf(string databasePath) => Path.Combine(Path.GetDirectoryName(databasePath)!, DataFolder.Index);

    /// <summary>CRC-32C, with the processor's own instruction where it has one.</summary>
    public static uint Checksum(ReadOnlySpan<byte> bytes)
    {
        var sum = uint.MaxValue;
        foreach (var eight in MemoryMarshal.Cast<byte, ulong>(bytes))
        {
            sum = BitOperations.Crc32C(sum, eight);
        }

        foreach (var one in bytes[(bytes.Length / sizeof(ulong) * sizeof(ulong))..])
        {
            sum = BitOperations.Crc32C(sum, one);
        }

        return ~sum;
    }

    /// <summary>The checksum of a header, its own place left out.</summary>
    internal static uint ChecksumOfHeader(ReadOnlySpan<byte> header)
    {
        Span<byte> copy = stackalloc byte[HeaderLength];
        header.CopyTo(copy);
        copy.Slice(ChecksumAt, sizeof(uint)).Clear();
        return Checksum(copy);
    }
}
