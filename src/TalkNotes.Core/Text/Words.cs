using System.Globalization;

namespace TalkNotes.Core.Text;

/// <summary>One word of a text.</summary>
/// <param name="Folded">Comparable form: <see cref="Folding.Fold"/>, inner apostrophes kept (<c>it's</c>).</param>
/// <param name="Start">UTF-16 offset into the text.</param>
/// <param name="Length">Length in the text, in UTF-16 units.</param>
public readonly record struct Word(string Folded, int Start, int Length)
{
    /// <summary>Offset after the last unit.</summary>
    public int End => Start + Length;
}

/// <summary>
/// Cuts text into words: runs of letters, digits and marks; an apostrophe between letters belongs to its word; a point
/// or comma between digits belongs to its number (<c>4.1</c>, <c>13,171</c>). Chinese, Japanese and Thai characters,
/// which write no blanks, are words of their own.
/// </summary>
public static class Words
{
    private const int LettersOfAWord = 5; // with the blank behind it; a guess of how much room the list needs

    /// <summary>The words of <paramref name="text"/>, in order.</summary>
    public static List<Word> Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var words = new List<Word>(text.Length / LettersOfAWord);
        var end = 0;
        while (Next(text, ref end, out var start))
        {
            words.Add(new Word(Folding.Fold(text[start..end]), start, end - start));
        }

        return words;
    }

    /// <summary>Finds the next word from <paramref name="end"/> on, which moves behind it; false when there is none.</summary>
    internal static bool Next(string text, ref int end, out int start)
    {
        while (end < text.Length && !IsWordChar(text, end))
        {
            end += char.IsSurrogatePair(text, end) ? 2 : 1;
        }

        start = end;
        if (start >= text.Length)
        {
            return false;
        }

        if (StandsAlone(text[start]))
        {
            end++;
            return true;
        }

        while (end < text.Length && Continues(text, start, end))
        {
            end += char.IsSurrogatePair(text, end) ? 2 : 1;
        }

        return true;
    }

    private static bool Continues(string text, int start, int i)
    {
        if (i == start || (IsWordChar(text, i) && !StandsAlone(text[i])))
        {
            return true;
        }

        var inside = i + 1 < text.Length && IsWordChar(text, i + 1) && !StandsAlone(text[i + 1]);
        return inside && text[i] switch
        {
            '\'' or '’' or 'ʼ' or 'ʻ' => true,
            '.' or ',' => char.IsAsciiDigit(text[i - 1]) && char.IsAsciiDigit(text[i + 1]),
            _ => false,
        };
    }

    private static bool IsWordChar(string text, int i)
    {
        if (char.IsAsciiLetterOrDigit(text[i]))
        {
            return true;
        }

        return CharUnicodeInfo.GetUnicodeCategory(text, i) is UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter
            or UnicodeCategory.TitlecaseLetter or UnicodeCategory.OtherLetter or UnicodeCategory.ModifierLetter
            or UnicodeCategory.DecimalDigitNumber or UnicodeCategory.LetterNumber or UnicodeCategory.OtherNumber
            or UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;
    }

    private static bool StandsAlone(char c) => c is (>= '\u3040' and <= '\u30FF') or (>= '\u3400' and <= '\u9FFF')
        or (>= '\uF900' and <= '\uFAFF') or (>= '\u0E00' and <= '\u0E7F');
}
