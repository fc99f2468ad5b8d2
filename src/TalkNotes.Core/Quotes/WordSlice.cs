namespace TalkNotes.Core.Quotes;

/// <summary>Cuts words out of a text so that the slices of all words, joined, are the text.</summary>
internal static class WordSlice
{
    /// <summary>The words as written, with the marks that belong to them.</summary>
    public static string Of(string text, IReadOnlyList<QuoteToken> tokens, int first, int end) =>
        first >= end ? "" : text[Border(text, tokens, first)..Border(text, tokens, end)].TrimEnd();

    /// <summary>Where a word begins, an opening bracket or quotation mark before it included.</summary>
    private static int Border(string text, IReadOnlyList<QuoteToken> tokens, int i)
    {
        if (i == tokens.Count)
        {
            return text.Length;
        }

        var at = tokens[i].Start;
        var least = i == 0 ? 0 : tokens[i - 1].End;
        while (at > least && text[at - 1] is '[' or '(' or '"' or '“' or '‘' or '\'')
        {
            at--;
        }

        return at;
    }
}
