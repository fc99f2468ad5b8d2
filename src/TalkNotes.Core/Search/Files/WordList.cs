using System.Collections.Concurrent;
using System.Text;

namespace TalkNotes.Core.Search.Files;

/// <summary>The words of one file, of its passages or of its bridges.</summary>
internal sealed class WordList(IndexFile file, int section)
{
    /// <summary>So many places are remembered at most, of all forms together.</summary>
    private const int MostRemembered = 200_000;

    private readonly ConcurrentDictionary<string, Gathered> _remembered = new(StringComparer.Ordinal);
    private readonly byte[] _strings = file.Load<byte>(section + 1);
    private readonly StemEntry[] _stems = file.Load<StemEntry>(section + 2);
    private readonly int[] _wordsOfStems = file.Load<int>(section + 3);
    private int _places;

    public TermEntry[] Terms { get; } = file.Load<TermEntry>(section);

    public BlockEntry[] Blocks { get; } = file.Load<BlockEntry>(section + 4);

    /// <summary>The packed numbers of a block, with some bytes behind them.</summary>
    public ReadOnlySpan<byte> Postings(int block, ref byte[] scratch)
    {
        var from = Blocks[block].Postings;
        var end = block + 1 < Blocks.Length ? (int)Blocks[block + 1].Postings : file.LengthOf(section + 5) - IndexFileFormat.Padding;
        return file.Read(section + 5, from, end + IndexFileFormat.Padding - (int)from, ref scratch);
    }

    /// <summary>The positions of the words of a block.</summary>
    public ReadOnlySpan<byte> Positions(int block, ref byte[] scratch)
    {
        var from = Blocks[block].Positions;
        var end = block + 1 < Blocks.Length ? (int)Blocks[block + 1].Positions : file.LengthOf(section + 6);
        return file.Read(section + 6, from, end - (int)from, ref scratch);
    }

    /// <summary>The words that a word of a form stands for: itself, what begins with it, or all that share the stem.</summary>
    public int[] Of(string word, bool isStem, bool isPrefix)
    {
        var text = Encoding.UTF8.GetBytes(word);
        if (isStem)
        {
            return Stem(text) is { } stem ? _wordsOfStems[stem.First..(stem.First + stem.Words)] : [];
        }

        byte[] from = isPrefix ? text : [.. text, 0];
        var first = FirstFrom(from);
        var end = first;
        var terms = Terms;
        while (end < terms.Length && Text(terms[end]).StartsWith(from))
        {
            end++;
        }

        return [.. Enumerable.Range(first, end - first)];
    }

    /// <summary>In how many passages a word of a form stands; null when that is to be counted.</summary>
    public int? CountOf(string word, bool isStem)
    {
        if (isStem)
        {
            return Stem(Encoding.UTF8.GetBytes(word))?.Count ?? 0;
        }

        return Of(word, isStem, isPrefix: false) switch
        {
            [] => 0,
            [var one] => Terms[one].Count,
            _ => null,
        };
    }

    /// <summary>Where a form stands, once it was gathered: a search asks for it more than once, and so do others.</summary>
    public Gathered Remembered(string form, Func<Gathered> gather)
    {
        if (_remembered.TryGetValue(form, out var known))
        {
            return known;
        }

        known = gather();
        if (Interlocked.Add(ref _places, known.Places.Length + 1) > MostRemembered)
        {
            _remembered.Clear();
            Interlocked.Exchange(ref _places, known.Places.Length);
        }

        return _remembered[form] = known;
    }

    private StemEntry? Stem(ReadOnlySpan<byte> text)
    {
        var (stems, strings) = (_stems, _strings);
        var (low, high) = (0, stems.Length - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            var order = strings.AsSpan(stems[middle].Text, stems[middle].TextLength).SequenceCompareTo(text);
            if (order == 0)
            {
                return stems[middle];
            }

            (low, high) = order < 0 ? (middle + 1, high) : (low, middle - 1);
        }

        return null;
    }

    private int FirstFrom(ReadOnlySpan<byte> text)
    {
        var terms = Terms;
        var (low, high) = (0, terms.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = Text(terms[middle]).SequenceCompareTo(text) < 0 ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    private ReadOnlySpan<byte> Text(TermEntry term) => _strings.AsSpan(term.Text, term.TextLength);
}
