using System.Runtime.InteropServices;
using TalkNotes.Core.Text;

namespace TalkNotes.Core.Search.Files;

/// <summary>An index file that is open: sound from the first byte to the last, or it could not have been opened.</summary>
internal sealed class IndexFile : IDisposable
{
    private readonly MappedBytes _bytes;
    private readonly SectionEntry[] _sections;

    private IndexFile(MappedBytes bytes, IndexFileHeader header, SectionEntry[] sections)
    {
        (_bytes, _sections, FirstId, LastId, Name) = (bytes, sections, header.FirstId, header.LastId, header.Name);
        Passages = new WordList(this, 2);
        Bridges = new WordList(this, 2 + IndexFileFormat.SectionsOfWords);
    }

    /// <summary>The name it was made under.</summary>
    public Guid Name { get; }

    /// <summary>It covers passages from here on.</summary>
    public int FirstId { get; }

    /// <summary>To here, both included.</summary>
    public int LastId { get; }

    /// <summary>Size in bytes.</summary>
    public int Length => _bytes.Span.Length;

    /// <summary>Whether nobody cut the file short since it was opened.</summary>
    public bool IsWhole => _bytes.IsWhole;

    /// <summary>What filters and counts need to know of each passage, by place.</summary>
    public ReadOnlySpan<PassageFacts> Facts => Section<PassageFacts>(0);

    /// <summary>The number of words of each passage, by place.</summary>
    public ReadOnlySpan<int> Lengths => Section<int>(1);

    /// <summary>Words of passages, claims and titles.</summary>
    public WordList Passages { get; }

    /// <summary>Words of bridges.</summary>
    public WordList Bridges { get; }

    /// <summary>Opens a file; null when it is not there, not whole, of another layout or other rules for words, or damaged.</summary>
    public static IndexFile? Open(string path)
    {
        MappedBytes bytes;
        try
        {
            bytes = new MappedBytes(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }

        if (Open(bytes) is { } file)
        {
            return file;
        }

        bytes.Dispose();
        return null;
    }

    /// <summary>Opens what is in memory.</summary>
    public static IndexFile? Open(MappedBytes bytes)
    {
        var span = bytes.Span;
        if (span.Length < IndexFileFormat.HeaderSize)
        {
            return null;
        }

        var header = MemoryMarshal.Read<IndexFileHeader>(span);
        if (header.Magic != IndexFileFormat.Magic || header.Version != IndexFileFormat.Version || header.TokenRevision != Tokens.Revision || header.Length != span.Length)
        {
            return null;
        }

        var sections = MemoryMarshal.Cast<byte, SectionEntry>(span[Marshal.SizeOf<IndexFileHeader>()..IndexFileFormat.HeaderSize]).ToArray();
        var sum = new Checksum();
        sum.Add(span[IndexFileFormat.HeaderSize..]);
        return ChecksumOf(header, sections, sum) == header.Checksum ? new IndexFile(bytes, header, sections) : null;
    }

    /// <summary>The checksum of a file: of what lies behind its header, then of the header itself.</summary>
    public static uint ChecksumOf(IndexFileHeader header, SectionEntry[] sections, Checksum sum)
    {
        header.Checksum = 0;
        sum.Add(MemoryMarshal.AsBytes(sections.AsSpan()));
        sum.Add(MemoryMarshal.AsBytes(new ReadOnlySpan<IndexFileHeader>(ref header)));
        return sum.Value;
    }

    /// <summary>The rows of a section.</summary>
    public ReadOnlySpan<T> Section<T>(int number)
        where T : struct => MemoryMarshal.Cast<byte, T>(Section(number));

    /// <summary>The bytes of a section.</summary>
    public ReadOnlySpan<byte> Section(int number) => _bytes.Span.Slice((int)_sections[number].Offset, (int)_sections[number].Length);

    public void Dispose() => _bytes.Dispose();
}
