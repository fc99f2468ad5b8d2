namespace TalkNotes.Core.Quotes;

/// <summary>A run of words with a key that other ways to write the same thing share.</summary>
/// <param name="Start">Index of the first word.</param>
/// <param name="Count">Number of words.</param>
/// <param name="Key">Equal for runs that say the same.</param>
/// <param name="Why">What makes them equal.</param>
internal readonly record struct Equivalent(int Start, int Count, string Key, QuoteChange Why);

/// <summary>
/// The runs of a quotation that can be written in other ways (contractions, numbers, glossary terms, words joined or
/// parted), and the runs of a transcript that say the same. Built once a quotation.
/// </summary>
internal sealed class Equivalents
{
    private const int LongestContraction = 3;

    private readonly Spellings _spellings;
    private readonly HashSet<string> _keys;
    private readonly HashSet<string> _firstWords;
    private readonly HashSet<string> _beginnings;

    /// <summary>Reads a quotation.</summary>
    public Equivalents(QuotedText quoted, Spellings spellings)
    {
        _spellings = spellings;
        var runs = new List<Equivalent>();
        for (var i = 0; i < quoted.Tokens.Count; i++)
        {
            Add(runs, quoted.Tokens, i, _ => true, isContraction: true, isJoined: true);
        }

        Runs = runs.ToLookup(r => r.Start);
        _keys = runs.Select(r => r.Key).ToHashSet(StringComparer.Ordinal);
        _firstWords = runs.Where(r => r.Why == QuoteChange.Contraction).Select(r => r.Key.Split(' ')[0]).ToHashSet(StringComparer.Ordinal);
        _beginnings = runs.Where(r => r.Key[0] == '~').SelectMany(r => Enumerable.Range(2, r.Key.Length - 1).Select(n => r.Key[1..n])).ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>The quotation's runs, by first word.</summary>
    public ILookup<int, Equivalent> Runs { get; }

    /// <summary>The runs of a transcript that share a key with the quotation, by first word.</summary>
    public List<Equivalent>?[] In(IReadOnlyList<QuoteToken> said)
    {
        var found = new List<Equivalent>?[said.Count];
        var runs = new List<Equivalent>();
        for (var i = 0; i < said.Count; i++)
        {
            runs.Clear();
            var key = said[i].Key;
            var full = Contractions.Of(key);
            var isContraction = full.Count == 0 ? _firstWords.Contains(key) : full.Any(f => _firstWords.Contains(f.Split(' ')[0]));
            Add(runs, said, i, _keys.Contains, isContraction, _beginnings.Contains(EnglishSpelling.Fold(key)));
            found[i] = runs.Count == 0 ? null : [.. runs];
        }

        return found;
    }

    private void Add(List<Equivalent> found, IReadOnlyList<QuoteToken> tokens, int i, Func<string, bool> isWanted, bool isContraction, bool isJoined)
    {
        if (isContraction)
        {
            AddContractions(found, tokens, i, isWanted);
        }

        if (NumberReader.Read(tokens, i) is { } plain)
        {
            Keep("#" + plain.Key, plain.Count, QuoteChange.NumberFormat);
        }

        foreach (var (count, number) in NumberPhrases.At(tokens, i))
        {
            Keep("#" + number, count, QuoteChange.NumberFormat);
        }

        foreach (var (count, term) in _spellings.At(tokens, i))
        {
            Keep("=" + term, count, QuoteChange.Spelling);
        }

        if (isJoined)
        {
            Keep("~" + EnglishSpelling.Fold(tokens[i].Key), 1, QuoteChange.Spelling);
            if (i + 1 < tokens.Count && MayJoin(tokens[i].Key, tokens[i + 1].Key))
            {
                Keep("~" + EnglishSpelling.Fold(tokens[i].Key + tokens[i + 1].Key), 2, QuoteChange.Spelling);
            }
        }

        void Keep(string key, int count, QuoteChange why)
        {
            if (isWanted(key))
            {
                found.Add(new Equivalent(i, count, key, why));
            }
        }
    }

    /// <summary>"pre-training", "pre training" and "pretraining"; never where a joint would swallow a denial ("not able").</summary>
    private static bool MayJoin(string first, string second) => !Contractions.Denies(first) && !Contractions.Denies(second) && !NumberReader.IsNumber(first);

    private static void AddContractions(List<Equivalent> found, IReadOnlyList<QuoteToken> tokens, int start, Func<string, bool> isWanted)
    {
        var keys = new List<string> { "" };
        var contracted = false;
        for (var count = 1; count <= LongestContraction && start + count <= tokens.Count; count++)
        {
            var word = tokens[start + count - 1].Key;
            var full = Contractions.Of(word);
            contracted |= full.Count > 0;
            IReadOnlyList<string> parts = full.Count > 0 ? full : [word];
            keys = [.. keys.SelectMany(k => parts.Select(p => k.Length == 0 ? p : $"{k} {p}"))];
            if (contracted || Contractions.CanBeHalf(word) || (count == 1 && word is "because" or "them" or "until" or "okay" or "you"))
            {
                found.AddRange(keys.Where(isWanted).Select(k => new Equivalent(start, count, k, QuoteChange.Contraction)));
            }
        }
    }
}
