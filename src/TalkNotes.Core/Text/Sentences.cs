namespace TalkNotes.Core.Text;

/// <summary>A stretch of a text: UTF-16 offsets, the end not included.</summary>
/// <param name="Start">Offset of the first unit.</param>
/// <param name="End">Offset after the last unit.</param>
public readonly record struct TextRange(int Start, int End);

/// <summary>
/// Cuts prose into sentences. A full stop ends one only where the next word can begin one: not after <c>e.g.</c>,
/// <c>Dr.</c> or an initial, and not before a plain lower-case word, but before <c>o1</c> or <c>iPhone</c>.
/// </summary>
public static class Sentences
{
    /// <summary>Abbreviations that a name or number follows; after others (<c>etc.</c>) a sentence may end.</summary>
    private static readonly HashSet<string> Abbreviations = new(StringComparer.OrdinalIgnoreCase)
    {
        "mr", "mrs", "ms", "dr", "prof", "st", "hon", "rev", "gen", "sen", "rep", "gov", "mt", "vs", "v", "e.g", "i.e", "cf", "al", "no", "nos",
        "fig", "figs", "eq", "vol", "ch", "sec", "pp", "p", "ca", "approx", "jr", "sr",
    };

    /// <summary>The sentences of <paramref name="text"/> in order, without the white space around them.</summary>
    public static List<TextRange> Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var sentences = new List<TextRange>();
        var start = 0;
        var i = 0;
        while (i < text.Length)
        {
            if (!IsTerminator(text[i]))
            {
                i++;
                continue;
            }

            var mark = i;
            while (i < text.Length && (IsTerminator(text[i]) || IsCloser(text[i])))
            {
                i++;
            }

            if (Ends(text, start, mark, i))
            {
                Add(sentences, text, start, i);
                start = i;
            }
        }

        Add(sentences, text, start, text.Length);
        return sentences;
    }

    private static bool Ends(string text, int start, int mark, int after)
    {
        if (IsWide(text[mark]) || after == text.Length)
        {
            return true;
        }

        if (!char.IsWhiteSpace(text[after]))
        {
            return false;
        }

        var next = after;
        while (next < text.Length && char.IsWhiteSpace(text[next]))
        {
            next++;
        }

        return next == text.Length || (CanBegin(text, next) && !(text[mark] == '.' && after == mark + 1 && IsAbbreviation(text, start, mark)));
    }

    /// <summary>Anything but a plain lower-case word: a capital, a digit, a quotation mark, <c>o1</c>, <c>iPhone</c>.</summary>
    private static bool CanBegin(string text, int at)
    {
        if (!char.IsLower(text[at]))
        {
            return text[at] is not (',' or ';' or ':' or '-' or '–' or '—' or ')' or ']');
        }

        var end = at;
        while (end < text.Length && char.IsLetterOrDigit(text[end]))
        {
            if (!char.IsLower(text[end]))
            {
                return true;
            }

            end++;
        }

        return false;
    }

    private static bool IsAbbreviation(string text, int start, int mark)
    {
        var begin = mark;
        while (begin > start && (char.IsLetter(text[begin - 1]) || text[begin - 1] == '.'))
        {
            begin--;
        }

        var word = text[begin..mark];
        var isInitial = word.Length == 1 && char.IsUpper(word[0]) && word[0] != 'I';
        return isInitial || Abbreviations.Contains(word);
    }

    private static void Add(List<TextRange> sentences, string text, int start, int end)
    {
        while (start < end && char.IsWhiteSpace(text[start]))
        {
            start++;
        }

        while (end > start && char.IsWhiteSpace(text[end - 1]))
        {
            end--;
        }

        if (end > start)
        {
            sentences.Add(new TextRange(start, end));
        }
    }

    private static bool IsTerminator(char c) => c is '.' or '!' or '?' or '…' || IsWide(c);

    private static bool IsWide(char c) => c is '。' or '！' or '？';

    private static bool IsCloser(char c) => c is '"' or '\'' or '”' or '’' or ')' or ']' or '»' or '」' or '』';
}
