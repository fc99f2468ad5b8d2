using System.Runtime.InteropServices;
using TalkNotes.Core.Text;

namespace TalkNotes.Core.Search.Files;

/// <summary>Makes an index file of passages that are given to it in the order of their ids.</summary>
internal sealed class IndexFileBuilder(int first, int last)
{
    private readonly PassageFacts[] _facts = new PassageFacts[last - first + 1];
    private readonly int[] _lengths = new int[last - first + 1];
    private readonly WordsBuilder _passages = new();
    private readonly WordsBuilder _bridges = new();

    /// <summary>Adds a passage.</summary>
    public void Add(int id, PassageFacts facts, List<Token> tokens)
    {
        _facts[id - first] = facts;
        _lengths[id - first] = tokens.Count;
        (facts.Kind == FactKind.Bridge ? _bridges : _passages).Add(id - first, tokens);
    }

    /// <summary>Writes the file, header last but one: whoever reads half of it finds a wrong checksum.</summary>
    public void Write(Stream stream, Guid name)
    {
        var sections = new SectionEntry[IndexFileFormat.Sections];
        var sum = new Checksum();
        var at = (long)IndexFileFormat.HeaderSize;
        stream.Position = at;
        for (var i = 0; i < sections.Length; i++)
        {
            var start = at;
            foreach (var piece in Section(i))
            {
                stream.Write(piece.Span);
                sum.Add(piece.Span);
                at += piece.Length;
            }

            sections[i] = new SectionEntry { Offset = start, Length = at - start };
            var rest = new byte[(IndexFileFormat.Alignment - (at % IndexFileFormat.Alignment)) % IndexFileFormat.Alignment];
            stream.Write(rest);
            sum.Add(rest);
            at += rest.Length;
        }

        var header = new IndexFileHeader
        {
            Magic = IndexFileFormat.Magic, Version = IndexFileFormat.Version, TokenRevision = Tokens.Revision, FirstId = first, LastId = last, Length = at, Name = name,
        };
        header.Checksum = IndexFile.ChecksumOf(header, sections, sum);
        stream.Position = 0;
        stream.Write(MemoryMarshal.AsBytes(new Span<IndexFileHeader>(ref header)));
        stream.Write(MemoryMarshal.AsBytes(sections.AsSpan()));
    }

    /// <summary>The file as bytes, for passages that are in no file yet.</summary>
    public byte[] ToBytes()
    {
        using var stream = new MemoryStream();
        Write(stream, Guid.Empty);
        return stream.ToArray();
    }

    private IEnumerable<ReadOnlyMemory<byte>> Section(int number) => number switch
    {
        0 => [Bytes(_facts)],
        1 => [Bytes(_lengths)],
        < 2 + IndexFileFormat.SectionsOfWords => _passages.Section(number - 2, _lengths),
        _ => _bridges.Section(number - 2 - IndexFileFormat.SectionsOfWords, _lengths),
    };

    private static ReadOnlyMemory<byte> Bytes<T>(T[] rows)
        where T : struct => MemoryMarshal.AsBytes(rows.AsSpan()).ToArray();
}
