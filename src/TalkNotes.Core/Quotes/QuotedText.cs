using System.Net;

namespace TalkNotes.Core.Quotes;

/// <summary>A quotation as it was pasted, taken apart.</summary>
internal sealed class QuotedText
{
    private QuotedText(QuoteWrapping wrapping, List<QuoteToken> tokens, bool[] gaps)
    {
        Text = wrapping.Text;
        Speaker = wrapping.Speaker;
        Aside = wrapping.Aside;
        Tokens = tokens;
        GapBefore = gaps;
    }

    /// <summary>The words themselves, without the marks around them.</summary>
    public string Text { get; }

    /// <summary>The name written behind the closing mark or in the words of reporting, or null.</summary>
    public string? Speaker { get; }

    /// <summary>Words of reporting that were pasted with the quotation ("she said"), or null.</summary>
    public string? Aside { get; }

    /// <summary>Its words.</summary>
    public IReadOnlyList<QuoteToken> Tokens { get; }

    /// <summary>Whether an ellipsis stands before the word; an ellipsis at either end hides nothing and is not counted.</summary>
    public IReadOnlyList<bool> GapBefore { get; }

    /// <summary>Number of words outside square brackets.</summary>
    public int WordCount => Tokens.Count(t => !t.Bracketed);

    /// <summary>Words as written, with the marks that belong to them.</summary>
    public string Slice(int first, int end) => WordSlice.Of(Text, Tokens, first, end);

    /// <summary>Takes a pasted quotation apart; any text is one.</summary>
    public static QuotedText Parse(string pasted) => Of(QuoteWrapping.Of(WebUtility.HtmlDecode(pasted).Trim())); // pages are pasted with their entities

    /// <summary>The same without the name in front of it ("Noam Brown: …"); null when none stands there.</summary>
    public QuotedText? WithoutLabel() => Speaker is null && QuoteWrapping.Labelled(Text) is var (name, words)
        ? Of(QuoteWrapping.Of(words) with { Speaker = name })
        : null;

    private static QuotedText Of(QuoteWrapping wrapping)
    {
        var text = wrapping.Text;
        var tokens = Tokenizer.Of(text);
        MergeChangedWords(text, tokens);
        var gaps = new bool[tokens.Count];
        for (var i = 1; i < tokens.Count; i++)
        {
            gaps[i] = HasEllipsis(text.AsSpan(tokens[i - 1].End, tokens[i].Start - tokens[i - 1].End));
        }

        return new QuotedText(wrapping, tokens, gaps);
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
