using System.Buffers;
using System.Net;

namespace TalkNotes.Core.Quotes;

/// <summary>A quotation as it was pasted, taken apart.</summary>
internal sealed class QuotedText
{
    private static readonly SearchValues<char> NeverInNames = SearchValues.Create(".!?;:[]\n");

    private QuotedText(string text, string? speaker, List<QuoteToken> tokens, bool[] gaps)
    {
        Text = text;
        Speaker = speaker;
        Tokens = tokens;
        GapBefore = gaps;
    }

    /// <summary>The words themselves, without the marks around them.</summary>
    public string Text { get; }

    /// <summary>The name written behind the closing mark, or null.</summary>
    public string? Speaker { get; }

    /// <summary>Its words.</summary>
    public IReadOnlyList<QuoteToken> Tokens { get; }

    /// <summary>Whether an ellipsis stands before the word; an ellipsis at either end hides nothing and is not counted.</summary>
    public IReadOnlyList<bool> GapBefore { get; }

    /// <summary>Number of words outside square brackets.</summary>
    public int WordCount => Tokens.Count(t => !t.Bracketed);

    /// <summary>Words as written, with the marks that belong to them.</summary>
    public string Slice(int first, int end) => WordSlice.Of(Text, Tokens, first, end);

    /// <summary>Takes a pasted quotation apart; any text is one.</summary>
    public static QuotedText Parse(string pasted)
    {
        var (text, speaker) = Unwrap(WebUtility.HtmlDecode(pasted).Trim()); // pages are pasted with their entities
        var tokens = Tokenizer.Of(text);
        MergeChangedWords(text, tokens);
        var gaps = new bool[tokens.Count];
        for (var i = 1; i < tokens.Count; i++)
        {
            gaps[i] = HasEllipsis(text.AsSpan(tokens[i - 1].End, tokens[i].Start - tokens[i - 1].End));
        }

        return new QuotedText(text, speaker, tokens, gaps);
    }

    /// <summary>"[W]e" and "want[ed]" are one word each; the first is the word said, the second marks a change.</summary>
    private static void MergeChangedWords(string text, List<QuoteToken> tokens)
    {
        for (var i = tokens.Count - 1; i > 0; i--)
        {
            var between = text.AsSpan(tokens[i - 1].End, tokens[i].Start - tokens[i - 1].End);
            if (tokens[i - 1].Bracketed != tokens[i].Bracketed && between is "[" or "]")
            {
                var capital = tokens[i - 1].Bracketed && tokens[i - 1].Key.Length == 1;
                tokens[i - 1] = tokens[i - 1] with
                {
                    Key = tokens[i - 1].Key + tokens[i].Key,
                    End = tokens[i].End,
                    After = tokens[i].After,
                    Bracketed = !capital,
                };
                tokens.RemoveAt(i);
            }
        }
    }

    /// <summary>Takes one pair of marks from around the whole and a name from behind it.</summary>
    private static (string Text, string? Speaker) Unwrap(string text)
    {
        if (text.Length < 2 || Closing(text[0]) is not { } closing)
        {
            return (text, null);
        }

        var end = text.LastIndexOf(closing);
        if (end <= 0 || text.AsSpan(1, end - 1).IndexOfAny(text[0], closing) >= 0)
        {
            return (text, null);
        }

        var rest = text[(end + 1)..].Trim(' ', '\n', '\r', '\t', '-', '–', '—', ',', '.', '(', ')', '~');
        var inside = text[1..end];
        return rest.Length == 0 ? (inside, null)
            : IsName(rest) && Tokenizer.Of(inside).Count >= 4 ? (inside, rest)
            : (text, null);
    }

    private static char? Closing(char opening) => opening switch
    {
        '"' => '"',
        '“' or '„' => '”',
        '«' => '»',
        '‘' => null, // also an apostrophe
        _ => null,
    };

    private static bool IsName(string text)
    {
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Length is >= 1 and <= 5 && text.Length <= 60
            && words.All(w => char.IsUpper(w, 0) || w is "de" or "van" or "von" or "der" or "da" or "di" or "el" or "bin") && !text.AsSpan().ContainsAny(NeverInNames);
    }

    private static bool HasEllipsis(ReadOnlySpan<char> between)
    {
        if (between.IndexOfAny('…', '⋯', '‥') >= 0)
        {
            return true;
        }

        var points = 0;
        foreach (var c in between)
        {
            points = c == '.' ? points + 1 : c is ' ' or '\u00A0' ? points : 0;
            if (points == 3)
            {
                return true;
            }
        }

        return false;
    }
}
