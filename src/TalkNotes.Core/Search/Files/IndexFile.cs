using System.Runtime.InteropServices;
using TalkNotes.Core.Storage;
using TalkNotes.Core.Text;

namespace TalkNotes.Core.Search.Files;

/// <summary>
/// An index of a range of passages, of a file or in memory. Its directory (words, stems, blocks, lengths) is in memory; where
/// words stand is read when it is asked for.
/// </summary>
internal sealed class IndexFile : IDisposable
{
    private readonly IndexContent _content;
    private readonly IndexFileNotes _notes;
    private readonly long[] _offsets = new long[IndexFileFormat.Sections];

    /// <summary>Opens an index.</summary>
    /// <exception cref="DamagedFileException">Its directory is not what was written.</exception>
    public IndexFile(IndexContent content, IndexFileNotes notes)
    {
        (_content, _notes) = (content, notes);
        var end = 0L;
        for (var i = 0; i < _offsets.Length; i++)
        {
            _offsets[i] = end;
            end += notes.Lengths[i];
        }

        if (end != content.Length)
        {
            throw new DamagedFileException("The sections of an index file are not as long as the file");
        }

        Places = new PlaceFacts(Load<int>(1), Load<ulong>(2));
        Passages = new WordList(this, IndexFileFormat.Passages);
        Bridges = new WordList(this, IndexFileFormat.Bridges);
    }

    /// <summary>The name it was made under.</summary>
    public Guid Name => _notes.Name;

    /// <summary>It covers passages from here on.</summary>
    public int FirstId => _notes.FirstId;

    /// <summary>To here, both included.</summary>
    public int LastId => _notes.LastId;

    /// <summary>What relevance needs to know of each passage.</summary>
    public PlaceFacts Places { get; }

    /// <summary>The number of words of each passage, by place.</summary>
    public int[] Lengths => Places.Lengths;

    /// <summary>Words of passages, claims and titles.</summary>
    public WordList Passages { get; }

    /// <summary>Words of bridges.</summary>
    public WordList Bridges { get; }

    /// <summary>Opens a file; null when it is not there, cut short, of another layout or other rules for words, or its directory is damaged.</summary>
    public static IndexFile? Open(string path, PieceBudget budget)
    {
        DerivedFileReader? reader = null;
        try
        {
            reader = DerivedFileReader.Open(path, IndexFileFormat.Magic, IndexFileFormat.Version);
            var notes = MemoryMarshal.Read<IndexFileNotes>(reader.Notes.Span);
            if (notes.TokenRevision == Tokens.Revision)
            {
                return new IndexFile(new IndexContent(reader, budget), notes);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or DamagedFileException)
        {
            // worked out anew
        }

        reader?.Dispose();
        return null;
    }

    /// <summary>What filters and counts need to know of each passage, by place.</summary>
    /// <exception cref="DamagedFileException">They are not what was written.</exception>
    public void ReadFacts(Span<PassageFacts> into) => _content.CopyTo(_offsets[0], MemoryMarshal.AsBytes(into[..Lengths.Length]));

    /// <summary>Whether everything is what was written, read from the first byte to the last.</summary>
    public bool IsSound()
    {
        Span<byte> one = stackalloc byte[1];
        try
        {
            for (var at = 0L; at < _content.Length; at += DerivedFile.PieceLength)
            {
                _content.CopyTo(at, one);
            }

            return true;
        }
        catch (DamagedFileException)
        {
            return false;
        }
    }

    /// <summary>All rows of a section, copied.</summary>
    public T[] Load<T>(int section)
        where T : struct
    {
        var rows = new T[_notes.Lengths[section] / Marshal.SizeOf<T>()];
        _content.CopyTo(_offsets[section], MemoryMarshal.AsBytes(rows.AsSpan()));
        return rows;
    }

    /// <summary>Bytes of a section.</summary>
    public int LengthOf(int section) => _notes.Lengths[section];

    /// <summary>A part of a section.</summary>
    /// <exception cref="DamagedFileException">It is not what was written.</exception>
    public ReadOnlySpan<byte> Read(int section, uint offset, int length, ref byte[] scratch) => _content.Read(_offsets[section] + offset, length, ref scratch);

    public void Dispose() => _content.Dispose();
}
