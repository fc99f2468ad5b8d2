namespace TalkNotes.Core.Quotes;

/// <summary>Judges words that were said and left out: repeated by a stutter, given up by a false start, or missing.</summary>
internal static class Disfluency
{
    private const int Reach = 8;
    private const int LongestRepeat = 6;
    private const int LongestFalseStart = 5;

    /// <summary>"what I did and I do": two things, not one begun twice.</summary>
    private static readonly string[] Linking = ["and", "or", "but", "nor", "so", "if", "because", "than", "when", "why", "how", "where", "who", "what", "which"];

    /// <summary>"for me, for you": whom it is about is no false start.</summary>
    private static readonly string[] Directions = ["in", "on", "at", "by", "for", "from", "with", "to", "of", "into", "about", "as"];

    private static readonly string[] Objects = ["me", "you", "him", "her", "us", "them", "it", "here", "there", "this", "that", "these", "those"];

    /// <summary>Why the words from <paramref name="first"/> up to <paramref name="end"/> can be left out without loss; null when they cannot.</summary>
    public static QuoteChange? Explain(SaidText said, int first, int end)
    {
        var run = Plain(said, first, end);
        var next = Plain(said, end, Math.Min(said.Tokens.Count, end + (2 * Reach))).Take(Reach).ToList();
        var before = Plain(said, Math.Max(0, first - (2 * Reach)), first).TakeLast(Reach).ToList();
        if (run.Count == 0)
        {
            return QuoteChange.Filler;
        }

        if (MayRepeat(run) && SameWords(Collapse([.. before, .. run, .. next]), Collapse([.. before, .. next])))
        {
            return QuoteChange.Stutter;
        }

        return IsFalseStart(run, next) ? QuoteChange.FalseStart : null;
    }

    private static List<QuoteToken> Plain(SaidText said, int first, int end)
    {
        var tokens = new List<QuoteToken>(end - first);
        for (var i = first; i < end; i++)
        {
            if (!said.Fillers[i] && !said.Tokens[i].Bracketed)
            {
                tokens.Add(said.Tokens[i]);
            }
        }

        return tokens;
    }

    /// <summary>A denial said twice may be meant twice, a number said twice may be another number; neither counts as a stutter.</summary>
    private static bool MayRepeat(List<QuoteToken> run) =>
        !run.TrueForAll(t => t.Key is "not" or "never") && !run.TrueForAll(t => NumberReader.IsNumber(t.Key) && (char.IsAsciiDigit(t.Key[0]) || Text.NumberWords.TryTen(t.Key, out _)));

    /// <summary>Removes the first of any words said twice in a row, and beginnings of the word that follows.</summary>
    private static List<QuoteToken> Collapse(List<QuoteToken> words)
    {
        var left = new List<QuoteToken>(words);
        for (var i = 0; i < left.Count;)
        {
            var cut = Repeat(left, i);
            left.RemoveRange(i, cut);
            i = cut > 0 ? 0 : i + 1;
        }

        return left;
    }

    private static int Repeat(List<QuoteToken> words, int i)
    {
        for (var length = Math.Min(LongestRepeat, (words.Count - i) / 2); length > 0; length--)
        {
            if (Enumerable.Range(i, length).All(k => words[k].Key == words[k + length].Key))
            {
                return length;
            }
        }

        var fragment = words[i];
        return i + 1 < words.Count && words[i + 1].Key.StartsWith(fragment.Key, StringComparison.Ordinal)
            && (fragment.Broken || (fragment.Key.Length == 1 && fragment.Key is not ("a" or "i") && char.IsLetter(fragment.Key[0]))) ? 1 : 0;
    }

    /// <summary>"it was, it is": begun again with the same word, or broken off, and nothing that carries content is lost.</summary>
    private static bool IsFalseStart(List<QuoteToken> run, List<QuoteToken> next) =>
        run.Count <= LongestFalseStart && next.Count > 0
        && (Head(run[0].Key) == Head(next[0].Key) || run[^1].Broken)
        && !run.Skip(1).Any(t => Linking.Contains(t.Key) || (Directions.Contains(run[0].Key) && Objects.Contains(t.Key)))
        && run.TrueForAll(t => !WordClasses.Weighs(t.Key) && (WordClasses.Joins(t.Key) || next.Take(run.Count + 3).Any(n => n.Key == t.Key)));

    private static string Head(string key) => key.Split('\'')[0];

    private static bool SameWords(List<QuoteToken> a, List<QuoteToken> b) => a.Select(t => t.Key).SequenceEqual(b.Select(t => t.Key), StringComparer.Ordinal);
}
