using TalkNotes.Core.Text;

namespace TalkNotes.Core.Claims;

/// <summary>
/// The searches behind a not-said verdict, run over one transcript: words, <c>"phrases"</c>, <c>prefix*</c> and <c>OR</c>,
/// as in the search box; filters and exclusions are left out, so it finds rather too much than too little. A person's
/// name also finds the names by which that person is known.
/// </summary>
internal sealed class SpokenSearch
{
    private const int WordsApart = 40;
    private const int MostFound = 50;

    private readonly IReadOnlyList<IReadOnlyList<string>> _names;

    /// <summary>A search that knows which names stand for the same person.</summary>
    /// <param name="names">Groups of names that stand for the same person.</param>
    public SpokenSearch(IEnumerable<IReadOnlyList<string>> names) => _names = [.. names];

    /// <summary>The places where the query's words stand close together, each as the folded words from the first match to the last.</summary>
    public IReadOnlyList<string> Find(TranscriptWords transcript, string query) =>
        [.. Places(transcript, query).Select(p => string.Join(' ', transcript.Words.Skip(p.Start).Take(p.End - p.Start)))];

    /// <summary>The same places as numbers of words, ends exclusive, in reading order.</summary>
    public IReadOnlyList<(int Start, int End)> Places(TranscriptWords transcript, string query) =>
        [.. Alternatives(query).SelectMany(a => Together(transcript, a)).OrderBy(p => p.Start).DistinctBy(p => p.Start).Take(MostFound)];

    /// <summary>The query cut at each <c>OR</c>; each part is a list of terms that must all be there.</summary>
    private List<List<Term>> Alternatives(string query)
    {
        var parts = new List<List<Term>> { new() };
        var pieces = query.Split('"');
        for (var i = 0; i < pieces.Length; i++)
        {
            var isPhrase = i % 2 == 1;
            var tokens = isPhrase ? [pieces[i]] : pieces[i].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
            foreach (var token in tokens)
            {
                if (token == "OR" && !isPhrase)
                {
                    parts.Add([]);
                }
                else if (isPhrase || (!token.StartsWith('-') && !token.EndsWith(':') && !IsFilter(token)))
                {
                    parts[^1].AddRange(Terms(token, isPhrase));
                }
            }
        }

        return parts.FindAll(p => p.Count > 0);
    }

    private IEnumerable<Term> Terms(string token, bool isPhrase)
    {
        var words = Words.Of(token).ConvertAll(w => w.Folded);
        if (isPhrase)
        {
            return words.Count == 0 ? [] : [new Term([words, .. OtherNames(words)], IsPrefix: false)];
        }

        var isPrefix = token.EndsWith('*');
        return words.Select((word, i) => new Term([[word], .. OtherNames([word])], isPrefix && i == words.Count - 1));
    }

    private IEnumerable<IReadOnlyList<string>> OtherNames(IReadOnlyList<string> words) => _names
        .Where(group => group.Any(name => TranscriptWords.Fold(name).SequenceEqual(words)))
        .SelectMany(group => group).Select(TranscriptWords.Fold).Where(name => !name.SequenceEqual(words));

    private static bool IsFilter(string token)
    {
        var colon = token.IndexOf(':', StringComparison.Ordinal);
        return colon > 0 && colon < token.Length - 1 && token.AsSpan(0, colon).ContainsAnyExceptInRange('0', '9');
    }

    /// <summary>Runs of words that hold every term within reach of each other.</summary>
    private static IEnumerable<(int Start, int End)> Together(TranscriptWords transcript, List<Term> terms)
    {
        var places = terms.ConvertAll(t => t.Places(transcript));
        if (places.Exists(p => p.Count == 0))
        {
            yield break;
        }

        var rarest = places.MinBy(p => p.Count)!;
        foreach (var (start, end) in rarest)
        {
            var (from, to) = (start, end);
            var all = places.TrueForAll(list =>
            {
                var near = list.Where(p => Math.Abs(p.Start - start) <= WordsApart).OrderBy(p => Math.Abs(p.Start - start)).Take(1).ToList();
                near.ForEach(p => (from, to) = (Math.Min(from, p.Start), Math.Max(to, p.End)));
                return near.Count > 0;
            });
            if (all)
            {
                yield return (from, to);
            }
        }
    }

    private sealed record Term(IReadOnlyList<IReadOnlyList<string>> Spellings, bool IsPrefix)
    {
        public List<(int Start, int End)> Places(TranscriptWords transcript) => IsPrefix
            ? [.. Enumerable.Range(0, transcript.Words.Count)
                .Where(i => transcript.Words[i].StartsWith(Spellings[0][0], StringComparison.Ordinal)).Select(i => (i, i + 1))]
            : [.. Spellings.SelectMany(s => transcript.Find(s).Select(at => (at, at + s.Count))).Distinct().Order()];
    }
}
