using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;
using TalkNotes.Core.Storage;

namespace TalkNotes.Core.Quotes.Archive;

/// <summary>
/// Writes a word index. Transcripts pass through one at a time: their words go to a scratch file, since common words get
/// low numbers and what is common is known only at the end; then the places of the words are collected, some million at
/// a time. Memory is that of the word list and one such collection, however long the archive is. Used by one thread.
/// </summary>
internal sealed class WordIndexWriter : IDisposable
{
    private const int CollectedAtOnce = 8_000_000;
    private const int BufferWords = 16 * 1024;

    private readonly DerivedFileWriter _file;
    private readonly FileStream _scratch;
    private readonly List<TranscriptEntry> _transcripts = [];
    private readonly byte[] _bytes = new byte[64 * 1024];
    private List<int> _counts = []; // by the number given
    private int _wordCount;

    /// <summary>Begins a file.</summary>
    public WordIndexWriter(string path)
    {
        _file = new DerivedFileWriter(path);
        _scratch = new FileStream($"{path}.{Guid.NewGuid():N}.tmp", FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 1 << 16, FileOptions.DeleteOnClose);
    }

    /// <summary>Numbers of the words that transcripts added here have.</summary>
    public WordNumbers Numbers { get; } = new();

    /// <summary>Adds a transcript; they come in order of their sources.</summary>
    public void Add(TranscriptVersion version, ReadOnlySpan<int> words, ReadOnlySpan<int> firstWords)
    {
        var segments = _file.Length;
        for (var i = 0; i < firstWords.Length; i++)
        {
            Write((uint)(firstWords[i] - (i == 0 ? 0 : firstWords[i - 1])));
        }

        _transcripts.Add(new TranscriptEntry
        {
            TalkId = version.TalkId,
            SourceId = version.SourceId,
            Version = version.Version,
            Segments = segments,
            SegmentsLength = (int)(_file.Length - segments),
            SegmentCount = firstWords.Length,
            Start = _wordCount,
            WordCount = words.Length,
        });
        _wordCount = checked(_wordCount + words.Length);
        CollectionsMarshal.SetCount(_counts, Math.Max(_counts.Count, Numbers.Count));
        foreach (var word in words)
        {
            _counts[word]++;
        }

        _scratch.Write(MemoryMarshal.AsBytes(words));
    }

    /// <summary>Writes what is still to be written, and puts the file in its place.</summary>
    public void Complete()
    {
        CollectionsMarshal.SetCount(_counts, Math.Max(_counts.Count, Numbers.Count));
        var list = new string[Numbers.Count]; // by the number given
        foreach (var (word, number) in Numbers.Words)
        {
            list[number] = word;
        }

        var common = new int[list.Length]; // the number in the file, by the number given
        var order = Enumerable.Range(0, list.Length).Order(Comparer<int>.Create((a, b) => _counts[b] != _counts[a] ? _counts[b].CompareTo(_counts[a]) : a.CompareTo(b))).ToArray();
        for (var rank = 0; rank < order.Length; rank++)
        {
            common[order[rank]] = rank;
        }

        _file.Align(sizeof(int));
        var words = _file.Length;
        WriteWords(common);
        var counts = Array.ConvertAll(order, given => _counts[given]);
        _counts = [];
        Array.Sort(list, common, StringComparer.Ordinal); // now by place in the list: the word, and its number in the file

        var blocks = _file.Length;
        var lengths = new int[list.Length];
        for (var first = 0; first < list.Length;)
        {
            var (end, collected) = (first, 0L);
            while (end < list.Length && (end == first || collected + counts[common[end]] <= CollectedAtOnce))
            {
                collected += counts[common[end++]];
            }

            WriteBlocks(words, common, counts, lengths, first, end, (int)collected);
            first = end;
        }

        var listAt = _file.Length;
        var groups = WriteList(list, common, counts, lengths);
        var groupsAt = _file.Length;
        _file.Write(groups);
        _file.Align(sizeof(long));
        var transcripts = _file.Length;
        _file.Write(MemoryMarshal.AsBytes(CollectionsMarshal.AsSpan(_transcripts)));
        var layout = new WordIndexLayout
        {
            Words = words, Blocks = blocks, List = listAt, Groups = groupsAt, Transcripts = transcripts,
            WordCount = _wordCount, ListCount = list.Length, TranscriptCount = _transcripts.Count, GroupsLength = groups.Length,
        };
        _file.Complete(WordIndexLayout.Magic, WordIndexLayout.Version, MemoryMarshal.AsBytes(MemoryMarshal.CreateReadOnlySpan(ref layout, 1)));
    }

    public void Dispose()
    {
        _scratch.Dispose();
        _file.Dispose();
    }

    private void WriteWords(int[] common)
    {
        var buffer = new int[BufferWords];
        _scratch.Position = 0;
        for (var left = _wordCount; left > 0;)
        {
            var part = buffer.AsSpan(0, Math.Min(left, buffer.Length));
            _scratch.ReadExactly(MemoryMarshal.AsBytes(part));
            for (var i = 0; i < part.Length; i++)
            {
                part[i] = common[part[i]];
            }

            _file.Write(MemoryMarshal.AsBytes(part));
            left -= part.Length;
        }
    }

    /// <summary>Collects the blocks of some words of the list by reading all words once, and writes them.</summary>
    private void WriteBlocks(long words, int[] common, int[] counts, int[] lengths, int first, int end, int most)
    {
        var next = new int[counts.Length]; // of each number, where its next block goes; 0 for numbers not collected now
        var last = new int[counts.Length]; // its latest block, from 1
        var begins = new int[end - first];
        var at = 1;
        for (var i = first; i < end; i++)
        {
            begins[i - first] = next[common[i]] = at;
            at += counts[common[i]];
        }

        var found = new int[most + 1];
        var buffer = new int[BufferWords];
        for (var done = 0; done < _wordCount;)
        {
            var part = buffer.AsSpan(0, Math.Min(_wordCount - done, buffer.Length));
            _file.ReadBack(words + ((long)done * sizeof(int)), MemoryMarshal.AsBytes(part));
            for (var i = 0; i < part.Length; i++)
            {
                ref var place = ref next[part[i]];
                var block = ((done + i) / WordIndexLayout.BlockWords) + 1;
                if (place > 0 && last[part[i]] != block)
                {
                    found[place++] = last[part[i]] = block;
                }
            }

            done += part.Length;
        }

        for (var i = first; i < end; i++)
        {
            var before = 0;
            foreach (var block in found.AsSpan(begins[i - first]..next[common[i]]))
            {
                lengths[i] += Write((uint)(block - 1 - before));
                before = block - 1;
            }
        }
    }

    /// <summary>Writes the word list and answers its groups.</summary>
    private byte[] WriteList(string[] list, int[] common, int[] counts, int[] lengths)
    {
        using var groups = new MemoryStream();
        var (listAt, blocksAt) = (_file.Length, 0L);
        Span<byte> offsets = stackalloc byte[2 * sizeof(long)];
        var entry = new byte[4 * Varint.Longest];
        for (var i = 0; i < list.Length; i++)
        {
            var word = Encoding.UTF8.GetBytes(list[i]);
            if (i % WordIndexLayout.GroupWords == 0)
            {
                BinaryPrimitives.WriteInt64LittleEndian(offsets, _file.Length - listAt);
                BinaryPrimitives.WriteInt64LittleEndian(offsets[sizeof(long)..], blocksAt);
                groups.Write(offsets);
                groups.Write(entry, 0, Varint.Write(entry, (uint)word.Length));
                groups.Write(word);
            }

            var length = Varint.Write(entry, (uint)word.Length);
            _file.Write(entry.AsSpan(0, length));
            _file.Write(word);
            length = Varint.Write(entry, (uint)common[i]);
            length += Varint.Write(entry.AsSpan(length), (uint)counts[common[i]]);
            length += Varint.Write(entry.AsSpan(length), (uint)lengths[i]);
            _file.Write(entry.AsSpan(0, length));
            blocksAt += lengths[i];
        }

        return groups.ToArray();
    }

    private int Write(uint number)
    {
        var length = Varint.Write(_bytes, number);
        _file.Write(_bytes.AsSpan(0, length));
        return length;
    }
}
