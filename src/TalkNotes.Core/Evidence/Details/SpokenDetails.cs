using TalkNotes.Core.Documents;
using TalkNotes.Core.Text;

namespace TalkNotes.Core.Evidence.Details;

/// <summary>The words and quantities of a transcript, for looking details up. Made once for a transcript.</summary>
internal sealed class SpokenDetails
{
    private readonly IReadOnlyList<Segment> _segments;
    private readonly Dictionary<string, List<int>> _places = new(StringComparer.Ordinal);

    public SpokenDetails(IReadOnlyList<Segment> segments)
    {
        _segments = segments;
        Words = [.. segments.SelectMany((segment, n) => DetailWord.Of(segment.Text, n))];
        Quantities = QuantityReader.Read(Words);
        for (var i = 0; i < Words.Count; i++)
        {
            (_places.TryGetValue(Words[i].Folded, out var places) ? places : _places[Words[i].Folded] = []).Add(i);
        }

        BySound = _places.Keys.Where(w => w.Length > 3).ToLookup(SoundKey.Of, StringComparer.Ordinal);
    }

    public List<DetailWord> Words { get; }

    public List<Quantity> Quantities { get; }

    /// <summary>Every different word, as it is spelt, by how it sounds.</summary>
    public ILookup<string, string> BySound { get; }

    public IReadOnlyCollection<string> Vocabulary => _places.Keys;

    /// <summary>Indices of a folded word, in order.</summary>
    public IReadOnlyList<int> Places(string folded) => _places.GetValueOrDefault(folded, []);

    /// <summary>The words [first, last] as written.</summary>
    public string Text(int first, int last) => Words[first].Place == Words[last].Place
        ? _segments[Words[first].Place].Text[Words[first].Start..Words[last].End]
        : string.Join(' ', Words.GetRange(first, last - first + 1).Select(w => w.Raw));

    /// <summary>The lines of the words [first, last].</summary>
    public SourcePlace Lines(int first, int last) =>
        new([_segments[Words[first].Place].Lines.First, _segments[Words[last].Place].Lines.Last]);
}
