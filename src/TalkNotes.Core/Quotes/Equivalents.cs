namespace TalkNotes.Core.Quotes;

/// <summary>A run of words with a key that other ways to write the same thing share.</summary>
/// <param name="Start">Index of the first word.</param>
/// <param name="Count">Number of words.</param>
/// <param name="Key">Equal for runs that say the same.</param>
/// <param name="Why">What makes them equal.</param>
internal readonly record struct Equivalent(int Start, int Count, string Key, QuoteChange Why);

/// <summary>Finds runs that can be written in other ways: contractions, numbers, glossary terms, words joined or parted.</summary>
internal static class Equivalents
{
    private const int LongestContraction = 3;

    /// <summary>The runs of <paramref name="tokens"/>, by first word.</summary>
    public static List<Equivalent> Of(IReadOnlyList<QuoteToken> tokens, Spellings spellings)
    {
        var found = new List<Equivalent>();
        for (var i = 0; i < tokens.Count; i++)
        {
            AddContractions(found, tokens, i);
            if (NumberReader.Read(tokens, i) is { } number)
            {
                found.Add(new Equivalent(i, number.Count, "#" + number.Key, QuoteChange.NumberFormat));
            }

            foreach (var (count, term) in spellings.At(tokens, i))
            {
                found.Add(new Equivalent(i, count, "=" + term, QuoteChange.Spelling));
            }

            AddJoined(found, tokens, i);
        }

        return found;
    }

    private static void AddContractions(List<Equivalent> found, IReadOnlyList<QuoteToken> tokens, int start)
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
                found.AddRange(keys.Select(k => new Equivalent(start, count, k, QuoteChange.Contraction)));
            }
        }
    }

    /// <summary>"pre-training", "pre training" and "pretraining"; never where a joint would swallow a denial ("not able").</summary>
    private static void AddJoined(List<Equivalent> found, IReadOnlyList<QuoteToken> tokens, int i)
    {
        var key = tokens[i].Key;
        found.Add(new Equivalent(i, 1, "~" + EnglishSpelling.Fold(key), QuoteChange.Spelling));
        if (i + 1 < tokens.Count && !Contractions.Denies(key) && !Contractions.Denies(tokens[i + 1].Key) && !NumberReader.IsNumber(key))
        {
            found.Add(new Equivalent(i, 2, "~" + EnglishSpelling.Fold(key + tokens[i + 1].Key), QuoteChange.Spelling));
        }
    }
}
