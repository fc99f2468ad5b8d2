using System.Runtime.InteropServices;
using TalkNotes.Core.Storage;
using TalkNotes.Core.Text;

namespace TalkNotes.Core.Search.Files;

/// <summary>Makes an index of passages that are given to it in the order of their ids.</summary>
internal sealed class IndexFileBuilder(int first, int last)
{
    private readonly PassageFacts[] _facts = new PassageFacts[last - first + 1];
    private readonly PlaceFacts _places = new(new int[last - first + 1], new ulong[((last - first) / 64) + 1]);
    private readonly WordsBuilder _passages = new();
    private readonly WordsBuilder _bridges = new();

    /// <summary>Adds a passage.</summary>
    public void Add(int id, PassageFacts facts, List<Token> tokens)
    {
        _facts[id - first] = facts;
        _places.Lengths[id - first] = tokens.Count;
        _places.AreWritten[(id - first) / 64] |= facts.IsSpoken ? 0 : 1UL << (id - first);
        (facts.Kind == FactKind.Bridge ? _bridges : _passages).Add(id - first, tokens);
    }

    /// <summary>Writes a file, which takes its place when it is complete.</summary>
    public void Write(string path, Guid name)
    {
        using var file = new DerivedFileWriter(path);
        var notes = Append(piece => file.Write(piece.Span), name);
        file.Complete(IndexFileFormat.Magic, IndexFileFormat.Version, MemoryMarshal.AsBytes(new ReadOnlySpan<IndexFileNotes>(in notes)));
    }

    /// <summary>The index in memory, for passages that are in no file yet.</summary>
    public IndexFile InMemory()
    {
        using var stream = new MemoryStream();
        var notes = Append(piece => stream.Write(piece.Span), Guid.Empty);
        return new IndexFile(new IndexContent(stream.ToArray()), notes);
    }

    private IndexFileNotes Append(Action<ReadOnlyMemory<byte>> append, Guid name)
    {
        var notes = new IndexFileNotes { TokenRevision = Tokens.Revision, FirstId = first, LastId = last, Name = name };
        for (var i = 0; i < IndexFileFormat.Sections; i++)
        {
            foreach (var piece in Section(i))
            {
                append(piece);
                notes.Lengths[i] = checked(notes.Lengths[i] + piece.Length);
            }
        }

        return notes;
    }

    private IEnumerable<ReadOnlyMemory<byte>> Section(int number) => number switch
    {
        0 => [Bytes(_facts)],
        1 => [Bytes(_places.Lengths)],
        2 => [Bytes(_places.AreWritten)],
        < IndexFileFormat.Bridges => _passages.Section(number - IndexFileFormat.Passages, _places),
        _ => _bridges.Section(number - IndexFileFormat.Bridges, _places),
    };

    private static ReadOnlyMemory<byte> Bytes<T>(T[] rows)
        where T : struct => MemoryMarshal.AsBytes(rows.AsSpan()).ToArray();
}
