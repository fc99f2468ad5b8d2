using TalkNotes.Core.Documents;

namespace TalkNotes.Core.Quotes;

/// <summary>The words of one transcript by place, to find the stretches where a quotation may stand. Built once, asked often.</summary>
internal sealed class QuotePlaces
{
    private const int Most = 6;
    private const int Margin = 12;
    private const int GapRoom = 120;
    private const int MostPlacesOfAWord = 200; // a word that stands everywhere leads nowhere; its pairs do

    private readonly IReadOnlyList<Segment> _segments;
    private readonly Dictionary<string, List<int>> _places = new(StringComparer.Ordinal);
    private readonly List<string> _words = [];
    private readonly List<int> _segmentOf = [];

    /// <summary>Reads a whole transcript.</summary>
    public QuotePlaces(IReadOnlyList<Segment> segments)
    {
        _segments = segments;
        for (var s = 0; s < segments.Count; s++)
        {
            foreach (var token in Tokenizer.Of(segments[s].Text))
            {
                if (!_places.TryGetValue(token.Key, out var places))
                {
                    _places[token.Key] = places = [];
                }

                places.Add(_words.Count);
                _words.Add(token.Key);
                _segmentOf.Add(s);
            }
        }
    }

    /// <summary>Runs of segments that share the most telling words with the quotation, best first; scores compare between transcripts.</summary>
    public IReadOnlyList<(int First, int Last, double Score)> Find(QuotedText quoted)
    {
        var words = quoted.Tokens.Select(t => t.Key).Distinct(StringComparer.Ordinal).ToList();
        var hits = new List<(int Place, int Word, double Weight)>();
        for (var w = 0; w < words.Count; w++)
        {
            if (_places.TryGetValue(words[w], out var places) && places.Count <= MostPlacesOfAWord)
            {
                hits.AddRange(places.Select(p => (p, w, Weight(words[w]))));
            }
        }

        var terms = words.Count;
        for (var i = 0; i + 1 < quoted.Tokens.Count; i++, terms++)
        {
            var (first, second) = (quoted.Tokens[i].Key, quoted.Tokens[i + 1].Key);
            hits.AddRange(Pairs(first, second).Select(p => (p, terms, Weight(first) + Weight(second))));
        }

        hits.Sort();
        var room = quoted.Tokens.Count + (quoted.Tokens.Count / 2) + Margin + (GapRoom * quoted.GapBefore.Count(g => g));
        return [.. Windows(hits, terms, room).Select(w => Around(w.First, w.Last, w.Score, quoted.Tokens.Count / 2))];
    }

    /// <summary>Rare words weigh more.</summary>
    private double Weight(string word) => _places.TryGetValue(word, out var places) ? 1 / Math.Log2(2 + places.Count) : 0;

    /// <summary>Places of two words in a row.</summary>
    private IEnumerable<int> Pairs(string first, string second)
    {
        if (!_places.TryGetValue(first, out var before) || !_places.TryGetValue(second, out var after))
        {
            return [];
        }

        return before.Count <= after.Count
            ? before.Where(p => p + 1 < _words.Count && _words[p + 1] == second)
            : after.Where(p => p > 0 && _words[p - 1] == first).Select(p => p - 1);
    }

    /// <summary>Slides a window over the hits and keeps the heaviest that do not overlap.</summary>
    private static List<(int First, int Last, double Score)> Windows(List<(int Place, int Word, double Weight)> hits, int terms, int room)
    {
        var scored = new List<(double Score, int First, int Last)>();
        var counts = new int[terms];
        var score = 0.0;
        var first = 0;
        for (var last = 0; last < hits.Count; last++)
        {
            score += counts[hits[last].Word]++ == 0 ? hits[last].Weight : 0;
            while (hits[last].Place - hits[first].Place > room)
            {
                score -= --counts[hits[first].Word] == 0 ? hits[first].Weight : 0;
                first++;
            }

            scored.Add((score, hits[first].Place, hits[last].Place));
        }

        var kept = new List<(int First, int Last, double Score)>();
        foreach (var (total, from, to) in scored.OrderByDescending(s => s.Score).ThenBy(s => s.Last - s.First))
        {
            if (kept.Count == Most)
            {
                break;
            }

            if (kept.TrueForAll(k => Math.Min(k.Last, to) - Math.Max(k.First, from) < room / 3))
            {
                kept.Add((from, to, total));
            }
        }

        return kept;
    }

    private (int First, int Last, double Score) Around(int from, int to, double score, int margin)
    {
        var first = _segmentOf[Math.Max(0, from - margin - Margin)];
        var last = _segmentOf[Math.Min(_segmentOf.Count - 1, to + margin + Margin)];
        return (first, Math.Min(last, _segments.Count - 1), score);
    }
}
