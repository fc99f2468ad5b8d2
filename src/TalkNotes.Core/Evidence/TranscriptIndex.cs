using TalkNotes.Core.Documents;
using TalkNotes.Core.Evidence.Details;

namespace TalkNotes.Core.Evidence;

/// <summary>
/// A transcript prepared for ranking: its words, where each term stands, and how many words each speaker has in each
/// stretch. Immutable; made once for a transcript and shared by all claims about it.
/// </summary>
public sealed class TranscriptIndex
{
    /// <summary>Passages are scored at every tenth word.</summary>
    internal const int Block = 10;

    private readonly Dictionary<string, int[]> _positions;
    private readonly Dictionary<(string, string), int[]> _pairs;
    private readonly ILookup<(string, string, string), int> _triples;
    private readonly Dictionary<string, double> _idf;
    private readonly Dictionary<string, List<string>> _grams;
    private readonly int[] _termsBefore;
    private readonly Lazy<SpokenDetails> _details;

    private TranscriptIndex(IReadOnlyList<Segment> segments)
    {
        Segments = segments;
        _details = new Lazy<SpokenDetails>(() => new SpokenDetails(segments));
        var (words, folded) = ReadWords(segments);
        Words = words;
        Folded = folded;
        Blocks = Math.Max(1, (words.Count + Block - 1) / Block);
        var terms = Terms.Of(folded);
        _termsBefore = new int[Blocks + 1];
        foreach (var term in terms)
        {
            _termsBefore[(term.Word / Block) + 1]++;
        }

        for (var i = 0; i < Blocks; i++)
        {
            _termsBefore[i + 1] += _termsBefore[i];
        }

        _positions = terms.Concat(Terms.DeniedOf(folded)).GroupBy(t => t.Text, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Select(t => t.Word).ToArray(), StringComparer.Ordinal);
        _pairs = terms.Zip(terms.Skip(1)).Where(p => p.Second.Word - p.First.Word is >= 0 and <= 4)
            .GroupBy(p => (p.First.Text, p.Second.Text)).ToDictionary(g => g.Key, g => g.Select(p => p.First.Word).ToArray());
        _triples = folded.Zip(folded.Skip(1), folded.Skip(2)).Index().ToLookup(t => t.Item, t => t.Index);
        _grams = [];
        foreach (var term in terms.Select(t => t.Text).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
            foreach (var gram in Trigrams.Of(term))
            {
                (_grams.TryGetValue(gram, out var list) ? list : _grams[gram] = []).Add(term);
            }
        }

        TermsPerWord = (double)terms.Count / Math.Max(1, words.Count);
        _idf = _positions.ToDictionary(p => p.Key, p => Rarity(p.Value), StringComparer.Ordinal);
        UnseenRarity = Math.Log(1 + Math.Max(1, words.Count / 40));
        Speakers = CountSpeakers();
        Shape = new PassageShape(this, terms);
    }

    /// <summary>The transcript, in reading order.</summary>
    public IReadOnlyList<Segment> Segments { get; }

    /// <summary>All words, in order.</summary>
    internal IReadOnlyList<SpokenWord> Words { get; }

    /// <summary>The comparable form of each word.</summary>
    internal IReadOnlyList<string> Folded { get; }

    /// <summary>Number of places at which a passage may start, one every <see cref="Block"/> words.</summary>
    internal int Blocks { get; }

    internal double TermsPerWord { get; }

    /// <summary>Rarity of a term that is not in the talk.</summary>
    internal double UnseenRarity { get; }

    /// <summary>What its passages are like, whatever the claim.</summary>
    internal PassageShape Shape { get; }

    /// <summary>The words and quantities for <see cref="DetailCheck"/>, read at first use.</summary>
    internal SpokenDetails Details => _details.Value;

    /// <summary>Speakers with the number of their words before each block.</summary>
    internal IReadOnlyDictionary<string, int[]> Speakers { get; }

    /// <summary>Prepares a transcript.</summary>
    /// <param name="segments">The transcript, in reading order.</param>
    public static TranscriptIndex Of(IReadOnlyList<Segment> segments)
    {
        ArgumentNullException.ThrowIfNull(segments);
        return new TranscriptIndex(segments);
    }

    /// <summary>Word positions of a term, or of a denied one (<see cref="Terms.DeniedOf"/>); empty when it is not in the talk.</summary>
    internal int[] Positions(string term) => _positions.GetValueOrDefault(term, []);

    /// <summary>Word positions where two terms follow each other.</summary>
    internal int[] PairPositions(string first, string second) => _pairs.GetValueOrDefault((first, second), []);

    /// <summary>Word positions where three words, as they are, follow each other.</summary>
    internal int[] TriplePositions(string first, string second, string third) => [.. _triples[(first, second, third)]];

    /// <summary>How rare a term of the talk is; <see cref="UnseenRarity"/> for others.</summary>
    internal double Idf(string term) => _idf.GetValueOrDefault(term, UnseenRarity);

    /// <summary>Number of terms in blocks [from, to), clipped to the talk.</summary>
    internal int TermCount(int from, int to) => _termsBefore[Math.Clamp(to, 0, Blocks)] - _termsBefore[Math.Clamp(from, 0, Blocks)];

    /// <summary>Terms of the talk that look like <paramref name="term"/> by shared trigrams, with their similarity (Dice), best first.</summary>
    internal List<(string Term, double Similarity)> Similar(string term, double atLeast, int limit)
    {
        var wanted = Trigrams.Of(term);
        var shared = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var gram in wanted)
        {
            foreach (var other in _grams.GetValueOrDefault(gram, []))
            {
                shared[other] = shared.GetValueOrDefault(other) + 1;
            }
        }

        return shared.Where(s => s.Key.Length >= 4 && s.Key != term)
            .Select(s => (s.Key, Similarity: 2.0 * s.Value / (wanted.Count + s.Key.Length)))
            .Where(s => s.Similarity >= atLeast)
            .OrderByDescending(s => s.Similarity).ThenBy(s => s.Key, StringComparer.Ordinal).Take(limit).ToList();
    }

    private static (List<SpokenWord> Words, List<string> Folded) ReadWords(IReadOnlyList<Segment> segments)
    {
        var words = new List<SpokenWord>();
        var folded = new List<string>();
        for (var n = 0; n < segments.Count; n++)
        {
            foreach (var word in Text.Words.Of(segments[n].Text))
            {
                words.Add(new SpokenWord(n, word.Start, word.End));
                folded.Add(word.Folded);
            }
        }

        return (words, folded);
    }

    private double Rarity(int[] positions)
    {
        var windows = Math.Max(1, Words.Count / 40);
        var holding = positions.SelectMany(p => new[] { p / 40, (p / 40) - 1 }).Distinct().Count();
        return holding < windows ? Math.Log(1 + ((windows - holding + 0.5) / (holding + 0.5))) : Math.Log(1 + (0.5 / (windows + 0.5)));
    }

    private Dictionary<string, int[]> CountSpeakers()
    {
        var counts = new Dictionary<string, int[]>(StringComparer.Ordinal);
        for (var i = 0; i < Words.Count; i++)
        {
            if (Segments[Words[i].Segment].Speaker is { Length: > 0 } speaker)
            {
                (counts.TryGetValue(speaker, out var blocks) ? blocks : counts[speaker] = new int[Blocks + 1])[(i / Block) + 1]++;
            }
        }

        foreach (var blocks in counts.Values)
        {
            for (var i = 0; i < Blocks; i++)
            {
                blocks[i + 1] += blocks[i];
            }
        }

        return counts;
    }
}

/// <summary>Where a spoken word stands.</summary>
/// <param name="Segment">Index of its segment.</param>
/// <param name="Start">UTF-16 offset into the segment's text.</param>
/// <param name="End">Offset after its last unit.</param>
internal readonly record struct SpokenWord(int Segment, int Start, int End);
