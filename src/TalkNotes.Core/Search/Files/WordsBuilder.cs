using System.Runtime.InteropServices;
using System.Text;
using TalkNotes.Core.Text;

namespace TalkNotes.Core.Search.Files;

/// <summary>Collects where words stand, and lays them out as one list of words of an index file.</summary>
internal sealed class WordsBuilder
{
    private readonly Dictionary<string, Posted> _byForm = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Form, string Stem), Posted> _otherStems = [];
    private readonly Dictionary<string, PostedStem> _stems = new(StringComparer.Ordinal);
    private readonly ByteList _strings = new();
    private readonly ByteList _postings = new();
    private readonly ByteList _positions = new();
    private readonly List<BlockEntry> _blocks = [];
    private List<Posted> _terms = [];
    private TermEntry[] _termEntries = [];
    private StemEntry[] _stemEntries = [];
    private int[] _wordsOfStems = [];

    /// <summary>Adds the words of a passage; places ascend.</summary>
    public void Add(int place, List<Token> tokens)
    {
        for (var i = 0; i < tokens.Count; i++)
        {
            Of(tokens[i].Form, tokens[i].Stem).Add(place, i);
        }
    }

    /// <summary>One section, in pieces; to be asked for in order.</summary>
    public IEnumerable<ReadOnlyMemory<byte>> Section(int number, PlaceFacts places)
    {
        if (number == 0)
        {
            LayOut(places);
        }

        return number switch
        {
            0 => [Bytes(_termEntries)],
            1 => _strings.Pieces,
            2 => [Bytes(_stemEntries)],
            3 => [Bytes(_wordsOfStems)],
            4 => [Bytes(CollectionsMarshal.AsSpan(_blocks))],
            5 => [.. _postings.Pieces, new byte[IndexFileFormat.Padding]],
            _ => _positions.Pieces,
        };
    }

    private Posted Of(string form, string stem)
    {
        ref var posted = ref CollectionsMarshal.GetValueRefOrAddDefault(_byForm, form, out _);
        if (posted is null)
        {
            return posted = new Posted(form, StemOf(stem));
        }

        if (posted.Stem.Text == stem)
        {
            return posted;
        }

        ref var other = ref CollectionsMarshal.GetValueRefOrAddDefault(_otherStems, (form, stem), out _);
        return other ??= new Posted(form, StemOf(stem));
    }

    private PostedStem StemOf(string stem)
    {
        ref var known = ref CollectionsMarshal.GetValueRefOrAddDefault(_stems, stem, out _);
        return known ??= new PostedStem(stem);
    }

    private void LayOut(PlaceFacts places)
    {
        _terms = [.. _byForm.Values, .. _otherStems.Values];
        _terms.ForEach(t => t.MakeKey());
        _terms.Sort((a, b) => a.Key.AsSpan().SequenceCompareTo(b.Key));
        _termEntries = new TermEntry[_terms.Count];
        for (var i = 0; i < _terms.Count; i++)
        {
            var term = _terms[i];
            term.Finish();
            term.Stem.Words.Add(i);
            _termEntries[i] = new TermEntry { Text = _strings.Length, TextLength = term.Key.Length, Count = term.Count, Block = _blocks.Count };
            _strings.Add(term.Key);
            term.WriteBlocks(_blocks, _postings, _positions, places);
        }

        var stems = _stems.Values.Select(s => (Key: Encoding.UTF8.GetBytes(s.Text), Stem: s)).ToList();
        stems.Sort((a, b) => a.Key.AsSpan().SequenceCompareTo(b.Key));
        _stemEntries = new StemEntry[stems.Count];
        var words = new List<int>(_terms.Count);
        for (var i = 0; i < stems.Count; i++)
        {
            var (key, stem) = stems[i];
            _stemEntries[i] = new StemEntry { Text = _strings.Length, TextLength = key.Length, Count = stem.Count, First = words.Count, Words = stem.Words.Count };
            _strings.Add(key);
            words.AddRange(stem.Words);
        }

        _wordsOfStems = [.. words];
    }

    private static byte[] Bytes<T>(ReadOnlySpan<T> rows)
        where T : struct => MemoryMarshal.AsBytes(rows).ToArray();

    private static byte[] Bytes<T>(T[] rows)
        where T : struct => Bytes<T>(rows.AsSpan());
}

/// <summary>A stem: how many passages have any of its words.</summary>
internal sealed class PostedStem(string text)
{
    private int _last = -1;

    public string Text => text;

    public int Count { get; private set; }

    /// <summary>Its words, by their order.</summary>
    public List<int> Words { get; } = [];

    public void Seen(int place)
    {
        Count += place == _last ? 0 : 1;
        _last = place;
    }
}
