using System.Collections.Immutable;
using TalkNotes.Core.Text;

namespace TalkNotes.Core.Search;

/// <summary>
/// Searches one transcript without the index, with the variants of the search box: inflections, glossary, sound-alikes,
/// short forms. It is for the watch over not-said verdicts and for the desk, which ask the same stored query of each
/// new version of a transcript: filters and exclusions are left out, so that it finds rather too much than too little.
/// </summary>
public sealed class TranscriptSearch
{
    /// <summary>Words of one place stand at most so far apart.</summary>
    private const int WordsApart = 40;

    private readonly string _text;
    private readonly List<Token> _tokens;
    private readonly List<int> _starts = [];
    private readonly Glossary _glossary;
    private readonly TranscriptVocabulary _vocabulary;
    private readonly HashSet<string> _namesOfPeople;

    /// <summary>A transcript to search.</summary>
    /// <param name="segments">The texts of its segments, in order.</param>
    /// <param name="glossary">Names and terms with their variants.</param>
    /// <param name="people">Names by which the same person is known, a group each; they find each other.</param>
    public TranscriptSearch(IReadOnlyList<string> segments, Glossary glossary, IEnumerable<IReadOnlyList<string>> people)
    {
        ArgumentNullException.ThrowIfNull(segments);
        ArgumentNullException.ThrowIfNull(glossary);
        _text = string.Join(' ', segments);
        var start = 0;
        foreach (var segment in segments)
        {
            _starts.Add(start);
            start += segment.Length + 1;
        }

        _tokens = Tokens.Of(_text);
        _vocabulary = new TranscriptVocabulary(_text, _tokens);
        var known = people.Where(p => p.Count > 0).Select(p => new GlossaryEntry { Term = p[0], Kind = "person", Also = [.. p.Skip(1)] }).ToList();
        _glossary = known.Count == 0 ? glossary : new Glossary(glossary.Entries.Concat(known));
        _namesOfPeople = known.SelectMany(e => e.Names).SelectMany(n => Tokens.Forms(n)).ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>The places that have everything a query asks for, in reading order, each where its first word stands once.</summary>
    public IReadOnlyList<TranscriptPlace> Find(string query)
    {
        var asked = SearchQuery.Parse(query) with { Excluded = [], Filters = [] };
        var tiers = new QueryPlanner(_glossary, _vocabulary, _namesOfPeople, isTolerant: true).Plan(asked);
        return [.. tiers.Where(t => !t.IsPartial && t.OnlyWhereNamed.All(u => Occurrences(u).Count > 0)).SelectMany(t => Together([.. t.Units.Select(Occurrences)], WordsApart))
            .GroupBy(p => p.First).Select(g => (First: g.Key, Last: g.Min(p => p.Last))).OrderBy(p => p.First)
            .Select(p => Place(p.First, p.Last))];
    }

    private TranscriptPlace Place(int first, int last) => new(
        SegmentAt(_tokens[first].Start),
        SegmentAt(_tokens[last].Start),
        string.Join(' ', _tokens.Skip(first).Take(last - first + 1).Select(t => t.Form)));

    private int SegmentAt(int offset)
    {
        var at = _starts.BinarySearch(offset);
        at = at < 0 ? ~at - 1 : at;
        return at;
    }

    private List<(int First, int Last)> Occurrences(SearchUnit unit)
    {
        var places = TextMatcher.Occurrences(_text, _tokens, new SearchTier([unit with { Near = [] }])).ConvertAll(o => (o.First, o.Last));
        if (!unit.Near.IsEmpty)
        {
            places.AddRange(Together([.. unit.Near.Select(Occurrences)], unit.Distance + unit.Near.Length));
        }

        return places;
    }

    /// <summary>Stretches that hold one of each, within reach of those that occur the least.</summary>
    private static IEnumerable<(int First, int Last)> Together(ImmutableArray<List<(int First, int Last)>> units, int apart)
    {
        foreach (var one in units.MinBy(u => u.Count) ?? [])
        {
            var (first, last) = one;
            var all = true;
            foreach (var unit in units)
            {
                var (near, end) = unit.MinBy(o => Math.Abs(o.First - one.First));
                all &= Math.Abs(near - one.First) <= apart;
                (first, last) = (Math.Min(first, near), Math.Max(last, end));
            }

            if (all)
            {
                yield return (first, last);
            }
        }
    }
}

/// <summary>A place in a transcript that has what a query asks for.</summary>
/// <param name="FirstSegment">Number of the segment that holds its first word.</param>
/// <param name="LastSegment">Number of the segment that holds its last word.</param>
/// <param name="Words">The words from the first to the last as search compares them; the same words give the same text in every version of a transcript.</param>
public sealed record TranscriptPlace(int FirstSegment, int LastSegment, string Words);
