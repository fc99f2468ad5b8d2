using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace TalkNotes.Core.Search.Files;

/// <summary>
/// What an index file holds, little-endian: sections of plain rows, one behind the other. A file covers a range of
/// passage ids; within it a passage is known by its place, id less first id. Passages and bridges are two lists of words.
/// See docs/search.md.
/// </summary>
internal static class IndexFileFormat
{
    /// <summary>Raised whenever the layout changes.</summary>
    public const int Version = 3;

    /// <summary>Postings lie in blocks of so many passages.</summary>
    public const int BlockSize = 128;

    /// <summary>Packed numbers are read eight bytes at a time, so that many lie behind the last.</summary>
    public const int Padding = 8;

    /// <summary>Sections in all: facts, lengths and kinds, then seven for passages and seven for bridges.</summary>
    public const int Sections = Bridges + SectionsOfWords;

    /// <summary>First section of the words of passages.</summary>
    public const int Passages = 3;

    /// <summary>First section of the words of bridges.</summary>
    public const int Bridges = Passages + SectionsOfWords;

    /// <summary>Sections of one list of words.</summary>
    public const int SectionsOfWords = 7;

    /// <summary>What the file says it is.</summary>
    public static ReadOnlySpan<byte> Magic => "TNPASSG\n"u8;
}

/// <summary>What an index file keeps in its header.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 4)]
internal struct IndexFileNotes
{
    public int TokenRevision;
    public int FirstId;
    public int LastId;
    public Guid Name;

    /// <summary>Bytes of each section.</summary>
    public SectionLengths Lengths;
}

/// <summary>What relevance needs to know of each passage of a file.</summary>
/// <param name="Lengths">Its number of words, by place.</param>
/// <param name="AreWritten">One bit a place: set where nobody said the words.</param>
internal sealed record PlaceFacts(int[] Lengths, ulong[] AreWritten)
{
    public bool IsWritten(int place) => (AreWritten[place >> 6] & (1UL << place)) != 0;
}

/// <summary>A number for each section.</summary>
[InlineArray(IndexFileFormat.Sections)]
internal struct SectionLengths
{
    private int _first;
}

/// <summary>A word: its form, a zero, its stem; ordered by these bytes.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 4)]
internal struct TermEntry
{
    public int Text;
    public int TextLength;

    /// <summary>Passages that have it.</summary>
    public int Count;

    /// <summary>Its first block.</summary>
    public int Block;
}

/// <summary>A stem and the words that share it; ordered by its bytes.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 4)]
internal struct StemEntry
{
    public int Text;
    public int TextLength;

    /// <summary>Passages that have any of the words.</summary>
    public int Count;

    /// <summary>First of its words in the section of words of stems.</summary>
    public int First;

    /// <summary>How many words.</summary>
    public int Words;
}

/// <summary>Up to 128 passages of a word: gaps and times packed, then, elsewhere, the positions.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 4)]
internal struct BlockEntry
{
    /// <summary>The last passage in it.</summary>
    public int Last;

    public uint Postings;
    public uint Positions;

    /// <summary>What the word can weigh where it was said.</summary>
    public PackedBound Said;

    /// <summary>What it can weigh in what others wrote.</summary>
    public PackedBound Written;

    public readonly BlockBounds Bounds => new(Said.Unpack(), Written.Unpack());
}
