using System.Globalization;

namespace TalkNotes.Core.Text;

/// <summary>One searchable word.</summary>
/// <param name="Form">The word as search compares it exactly: folded, without <c>'s</c>, digits without grouping commas.</param>
/// <param name="Stem">What its inflections share; number words become digits (<c>three</c> → <c>3</c>).</param>
/// <param name="Start">UTF-16 offset into the text.</param>
/// <param name="Length">Length in the text, in UTF-16 units.</param>
public readonly record struct Token(string Form, string Stem, int Start, int Length)
{
    /// <summary>Offset after the last unit.</summary>
    public int End => Start + Length;
}

/// <summary>
/// Cuts text into searchable words, the same way for what is stored and what is asked: <see cref="Words"/>, then
/// <c>o1's</c> is <c>o1</c>, <c>13,171</c> is <c>13171</c>, and a name glued to its number is two words
/// (<c>gpt4.1</c> is <c>gpt</c> and <c>4.1</c>, as in <c>GPT-4.1</c>; <c>o3</c> and <c>4o</c> stay whole).
/// </summary>
public static class Tokens
{
    /// <summary>Raised whenever the rules change: an index made by other rules must be made anew.</summary>
    public const int Revision = 1;

    private const int LettersOfAName = 2;
    private const int LettersOfAWord = 5; // with the blank behind it; a guess of how much room a list needs

    /// <summary>The tokens of <paramref name="text"/>, in order.</summary>
    public static List<Token> Of(string text)
    {
        var words = Words.Of(text);
        var tokens = new List<Token>(words.Count);
        foreach (var word in words)
        {
            Add(tokens, word);
        }

        return tokens;
    }

    /// <summary>The same with words that are known already.</summary>
    internal static List<Token> Of(string text, TokenCache cache)
    {
        var tokens = new List<Token>(text.Length / LettersOfAWord);
        var end = 0;
        while (Words.Next(text, ref end, out var start))
        {
            foreach (var token in cache.Of(text.AsSpan(start, end - start)))
            {
                tokens.Add(token with { Start = start + token.Start });
            }
        }

        return tokens;
    }

    /// <summary>The tokens of a text that is one word.</summary>
    internal static Token[] OfWord(string word)
    {
        var tokens = new List<Token>(1);
        Add(tokens, new Word(Folding.Fold(word), 0, word.Length));
        return [.. tokens];
    }

    /// <summary>The exact forms of <paramref name="text"/>, in order.</summary>
    public static List<string> Forms(string text) => Of(text).ConvertAll(t => t.Form);

    /// <summary>The stem under which a form is found.</summary>
    public static string StemOf(string form)
    {
        if (NumberWords.TryUnit(form, out var value) || NumberWords.TryTen(form, out value))
        {
            return value.ToString(CultureInfo.InvariantCulture);
        }

        // Stems of two letters fall together with other words: "use" must not be "us".
        var stem = Stemmer.Stem(form);
        return stem.Length == 2 && form.Length > 2 ? stem + "e" : stem;
    }

    private static void Add(List<Token> tokens, Word word)
    {
        var form = word.Folded.EndsWith("'s", StringComparison.Ordinal) ? word.Folded[..^2] : word.Folded;
        if (!form.All(Belongs))
        {
            form = string.Concat(form.Where(Belongs));
        }

        if (form.Length == 0)
        {
            return; // marks that fold to nothing
        }

        var letters = NameBeforeNumber(form);
        if (letters == 0 || form.Length > word.Length)
        {
            tokens.Add(new Token(form, StemOf(form), word.Start, word.Length));
            return;
        }

        var name = form[..letters];
        var number = form[letters..];
        tokens.Add(new Token(name, StemOf(name), word.Start, letters));
        tokens.Add(new Token(number, number, word.Start + letters, word.Length - letters));
    }

    /// <summary>Folding may bring forth marks and blanks (¾ becomes 3⁄4); only what can stand inside a word stays.</summary>
    private static bool Belongs(char c) => char.IsLetterOrDigit(c) || char.IsSurrogate(c) || c is '.' or '\'';

    /// <summary>How many letters stand before the first digit when that is a name and its number; else 0.</summary>
    private static int NameBeforeNumber(string form)
    {
        var letters = 0;
        while (letters < form.Length && char.IsAsciiLetterLower(form[letters]))
        {
            letters++;
        }

        return letters >= LettersOfAName && letters < form.Length && char.IsAsciiDigit(form[letters]) ? letters : 0;
    }
}
