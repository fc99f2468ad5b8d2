using System.Buffers;

namespace TalkNotes.Core.Quotes;

/// <summary>What people paste around a quotation: marks, the name behind or before it, "she said".</summary>
/// <param name="Text">The words themselves.</param>
/// <param name="Speaker">The name written with them, or null.</param>
/// <param name="Aside">What was written around them and is nobody's quotation ("said Noam Brown"), or null.</param>
internal sealed record QuoteWrapping(string Text, string? Speaker, string? Aside)
{
    private const int MostWordsAside = 10;
    private const int FewestWordsInside = 4;

    private static readonly SearchValues<char> NeverInNames = SearchValues.Create(".!?;:[]\n");
    private static readonly char[] Around = [' ', '\n', '\r', '\t', '-', '–', '—', ',', '.', '(', ')', '~'];
    private static readonly string[] Reports = ["said", "says", "told", "tells", "added", "adds", "explained", "explains", "noted", "notes", "argued", "argues", "recalled", "recalls", "asked", "asks"];
    private static readonly string[] Pronouns = ["He", "She", "They", "We", "I", "It", "The", "In", "On", "At", "And", "But", "As", "Who"];

    /// <summary>Takes marks from around the whole, with the name or the words of reporting that stand behind or between them.</summary>
    public static QuoteWrapping Of(string pasted)
    {
        var bare = new QuoteWrapping(pasted, null, null);
        if (pasted.Length < 2 || Closing(pasted[0]) is not { } closing)
        {
            return bare;
        }

        var (inside, outside) = Parted(pasted, pasted[0], closing);
        if (inside is null)
        {
            return bare;
        }

        var rest = outside.ConvertAll(o => o.Trim(Around)).FindAll(o => o.Length > 0);
        return rest.Count == 0 ? bare with { Text = inside }
            : Tokenizer.Of(inside).Count < FewestWordsInside ? bare
            : rest is [var name] && outside.Count == 1 && IsName(name) ? new QuoteWrapping(inside, name, null)
            : rest.TrueForAll(IsReport) ? new QuoteWrapping(inside, rest.Select(NameIn).FirstOrDefault(n => n is not null), string.Join(" … ", rest))
            : bare;
    }

    /// <summary>The label in front ("Noam Brown: …") and the words behind it; null when nothing that could be a name stands there.</summary>
    public static (string Name, string Words)? Labelled(string text)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        return colon > 0 && text.AsSpan(0, colon).IndexOfAny('“', '"') < 0 && IsName(text[..colon].Trim()) && text[(colon + 1)..].Trim() is { Length: > 0 } words
            ? (text[..colon].Trim(), words)
            : null;
    }

    /// <summary>The text inside marks, joined, and the pieces outside; null when the marks do not pair.</summary>
    private static (string? Inside, List<string> Outside) Parted(string text, char opening, char closing)
    {
        var (inside, outside) = (new List<string>(), new List<string>());
        var at = 0;
        while (at < text.Length)
        {
            var open = text.IndexOf(opening, at);
            outside.Add(open < 0 ? text[at..] : text[at..open]);
            if (open < 0)
            {
                break;
            }

            var close = text.IndexOf(closing, open + 1);
            if (close < 0 || (opening != closing && text.AsSpan(open + 1, close - open - 1).Contains(opening)))
            {
                return (null, outside);
            }

            inside.Add(text[(open + 1)..close]);
            at = close + 1;
        }

        outside.RemoveAt(0); // the text begins with a mark
        return (string.Join(' ', inside.Select(i => i.Trim())), outside);
    }

    private static char? Closing(char opening) => opening switch
    {
        '"' => '"',
        '“' or '„' => '”',
        '«' => '»',
        _ => null, // ‘ is also an apostrophe
    };

    private static bool IsName(string text)
    {
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Length is >= 1 and <= 5 && text.Length <= 60
            && words.All(w => char.IsUpper(w, 0) || w is "de" or "van" or "von" or "der" or "da" or "di" or "el" or "bin") && !text.AsSpan().ContainsAny(NeverInNames);
    }

    private static bool IsReport(string text)
    {
        var words = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        return words.Length <= MostWordsAside && words.Any(w => Reports.Contains(w.Trim(Around), StringComparer.OrdinalIgnoreCase));
    }

    /// <summary>The first run of capitalised words that is no pronoun.</summary>
    private static string? NameIn(string report)
    {
        var run = report.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(w => w.Trim(Around))
            .SkipWhile(w => !IsNameWord(w)).TakeWhile(IsNameWord).ToList();
        return run.Count == 0 ? null : string.Join(' ', run);
    }

    private static bool IsNameWord(string word) => word.Length > 1 && char.IsUpper(word[0]) && !Pronouns.Contains(word, StringComparer.Ordinal);
}
