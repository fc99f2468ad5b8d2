using System.Runtime.InteropServices;
using System.Text;
using TalkNotes.Core.Storage;

namespace TalkNotes.Core.Quotes.Archive;

/// <summary>A word of an index.</summary>
/// <param name="Number">Its number; common words have low ones.</param>
/// <param name="Count">How often it was said.</param>
/// <param name="Blocks">Where its blocks are written.</param>
/// <param name="BlocksLength">Bytes of these.</param>
internal readonly record struct IndexedWord(int Number, int Count, long Blocks, int BlocksLength);

/// <summary>
/// A word index, read from its file: the words of transcripts as numbers, and where each word stands, to the block. In
/// memory are only the transcripts and a word in sixty-four of the list. Used by any number of threads.
/// </summary>
/// <exception cref="DamagedFileException">Whatever is read may turn out to be damaged.</exception>
internal sealed class WordIndex : IDisposable
{
    private readonly DerivedFileReader _file;
    private readonly WordIndexLayout _layout;
    private readonly TranscriptEntry[] _transcripts;
    private readonly string[] _groups; // first words
    private readonly (long List, long Blocks)[] _groupsAt;

    private WordIndex(DerivedFileReader file)
    {
        _file = file;
        _layout = MemoryMarshal.Read<WordIndexLayout>(file.Notes.Span);
        _transcripts = new TranscriptEntry[Plausible(_layout.TranscriptCount)];
        file.Read(_layout.Transcripts, MemoryMarshal.AsBytes(_transcripts.AsSpan()));
        var groups = new byte[Plausible(_layout.GroupsLength)];
        file.Read(_layout.Groups, groups);
        var count = (Plausible(_layout.ListCount) + WordIndexLayout.GroupWords - 1) / WordIndexLayout.GroupWords;
        (_groups, _groupsAt) = (new string[count], new (long, long)[count]);
        var at = 0;
        for (var i = 0; i < count; i++)
        {
            _groupsAt[i] = (MemoryMarshal.Read<long>(groups.AsSpan(at)), MemoryMarshal.Read<long>(groups.AsSpan(at + sizeof(long))));
            at += 2 * sizeof(long);
            _groups[i] = ReadWord(groups, ref at);
        }
    }

    /// <summary>How many words were said.</summary>
    public int WordCount => _layout.WordCount;

    /// <summary>How many numbers words have.</summary>
    public int NumberCount => _layout.ListCount;

    /// <summary>The transcripts, in order of their sources and of their words.</summary>
    public ReadOnlySpan<TranscriptEntry> Transcripts => _transcripts;

    /// <summary>Opens a file.</summary>
    /// <exception cref="DamagedFileException">It is of another version, or damaged.</exception>
    public static WordIndex Open(string path)
    {
        var file = DerivedFileReader.Open(path, WordIndexLayout.Magic, WordIndexLayout.Version);
        try
        {
            return new WordIndex(file);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>A word of the list; null for one that is not in it.</summary>
    public IndexedWord? Find(string word)
    {
        var group = Array.BinarySearch(_groups, word, StringComparer.Ordinal);
        group = group < 0 ? ~group - 1 : group;
        if (group < 0)
        {
            return null;
        }

        foreach (var (found, entry) in ReadGroup(group))
        {
            var order = string.CompareOrdinal(found, word);
            if (order >= 0)
            {
                return order == 0 ? entry : null;
            }
        }

        return null;
    }

    /// <summary>The whole list, in ordinal order.</summary>
    public IEnumerable<(string Word, IndexedWord Entry)> List() => Enumerable.Range(0, _groups.Length).SelectMany(ReadGroup);

    /// <summary>The blocks that have a word, each as its distance from the one before, as they are written.</summary>
    public void ReadBlocks(IndexedWord word, Span<byte> into) => _file.Read(word.Blocks, into);

    /// <summary>Words as numbers, from the place <paramref name="from"/> among all on.</summary>
    public void ReadWords(int from, Span<int> into)
    {
        if (from < 0 || from > WordCount - into.Length)
        {
            throw new DamagedFileException("A word index points outside its words");
        }

        _file.Read(_layout.Words + ((long)from * sizeof(int)), MemoryMarshal.AsBytes(into));
    }

    /// <summary>Number of the first word of each segment of a transcript.</summary>
    public int[] ReadFirstWords(TranscriptEntry transcript)
    {
        var bytes = new byte[transcript.SegmentsLength];
        _file.Read(transcript.Segments, bytes);
        var firstWords = new int[transcript.SegmentCount];
        var at = 0;
        for (var i = 0; i < firstWords.Length; i++)
        {
            firstWords[i] = (i == 0 ? 0 : firstWords[i - 1]) + (int)Varint.Read(bytes, ref at);
        }

        return firstWords;
    }

    public void Dispose() => _file.Dispose();

    private static int Plausible(int count) => count >= 0 ? count : throw new DamagedFileException("A word index counts less than nothing");

    private static string ReadWord(ReadOnlySpan<byte> bytes, ref int at)
    {
        var length = (int)Varint.Read(bytes, ref at);
        at += length;
        return Encoding.UTF8.GetString(bytes.Slice(at - length, length));
    }

    private List<(string Word, IndexedWord Entry)> ReadGroup(int group)
    {
        var (list, blocks) = _groupsAt[group];
        var end = group + 1 < _groupsAt.Length ? _groupsAt[group + 1].List : _layout.Groups - _layout.List;
        var bytes = new byte[(int)(end - list)];
        _file.Read(_layout.List + list, bytes);
        var found = new List<(string Word, IndexedWord Entry)>(WordIndexLayout.GroupWords);
        for (var at = 0; at < bytes.Length;)
        {
            var word = ReadWord(bytes, ref at);
            var entry = new IndexedWord((int)Varint.Read(bytes, ref at), (int)Varint.Read(bytes, ref at), _layout.Blocks + blocks, (int)Varint.Read(bytes, ref at));
            found.Add((word, entry));
            blocks += entry.BlocksLength;
        }

        return found;
    }
}
