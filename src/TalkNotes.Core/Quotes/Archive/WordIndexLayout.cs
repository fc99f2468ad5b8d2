using System.Runtime.InteropServices;

namespace TalkNotes.Core.Quotes.Archive;

/// <summary>Where the parts of a word index begin, in bytes of its content, and how much they hold. Kept in the file's header.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 8)]
internal readonly record struct WordIndexLayout
{
    /// <summary>Raise it whenever the parts change, or the way words are cut and numbered (<see cref="Tokenizer"/>, <see cref="WordNumbers"/>).</summary>
    public const int Version = 1;

    /// <summary>How many words share one entry of where a word stands.</summary>
    public const int BlockWords = 32;

    /// <summary>How many words of the word list stand between two that are kept in memory.</summary>
    public const int GroupWords = 64;

    /// <summary>What the file says it is.</summary>
    public static ReadOnlySpan<byte> Magic => "TNWORDS\n"u8;

    /// <summary>Four bytes a word: the words of all transcripts in reading order, common ones with low numbers.</summary>
    public required long Words { get; init; }

    /// <summary>Of each word, in the order of the list, the blocks that have it: the first, then the steps.</summary>
    public required long Blocks { get; init; }

    /// <summary>The word list, in ordinal order.</summary>
    public required long List { get; init; }

    /// <summary>The first word of each group of the list, and where the group and its blocks begin.</summary>
    public required long Groups { get; init; }

    /// <summary>The transcripts, in order of their sources.</summary>
    public required long Transcripts { get; init; }

    /// <summary>How many words were said.</summary>
    public required int WordCount { get; init; }

    /// <summary>How many different ones.</summary>
    public required int ListCount { get; init; }

    /// <summary>How many transcripts.</summary>
    public required int TranscriptCount { get; init; }

    /// <summary>How many bytes the groups take.</summary>
    public required int GroupsLength { get; init; }
}

/// <summary>What a word index keeps of a transcript.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 8)]
internal readonly record struct TranscriptEntry
{
    /// <summary>Changes whenever the words do.</summary>
    public required long Version { get; init; }

    /// <summary>Where the numbers of words of its segments stand, in bytes.</summary>
    public required long Segments { get; init; }

    /// <summary>Bytes of these.</summary>
    public required int SegmentsLength { get; init; }

    /// <summary>How many segments.</summary>
    public required int SegmentCount { get; init; }

    /// <summary>Its first word among all.</summary>
    public required int Start { get; init; }

    /// <summary>How many words it has.</summary>
    public required int WordCount { get; init; }

    public required int TalkId { get; init; }

    public required int SourceId { get; init; }
}
