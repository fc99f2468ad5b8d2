using System.Globalization;
using System.Text;

namespace TalkNotes.Core.Text;

/// <summary>Makes spellings comparable: case, accents, typographic quotes and dashes. Length may change; use <see cref="Words"/> for positions.</summary>
public static class Folding
{
    /// <summary>
    /// Lower case without accents; letters that Unicode does not decompose (ł, ø, đ, ß, æ …) become their plain
    /// forms; curly quotes and dashes become ASCII.
    /// </summary>
    public static string Fold(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (IsPlain(text))
        {
            return text;
        }

        var folded = new StringBuilder(text.Length);
        foreach (var c in Decompose(text))
        {
            switch (CharUnicodeInfo.GetUnicodeCategory(c))
            {
                case UnicodeCategory.NonSpacingMark or UnicodeCategory.Format:
                    continue;
                default:
                    Append(folded, c);
                    break;
            }
        }

        return folded.ToString();
    }

    private static bool IsPlain(string text)
    {
        foreach (var c in text)
        {
            if (!char.IsAscii(c) || char.IsAsciiLetterUpper(c))
            {
                return false;
            }
        }

        return true;
    }

    private static string Decompose(string text)
    {
        try
        {
            return text.Normalize(NormalizationForm.FormKD);
        }
        catch (ArgumentException)
        {
            return text; // a lone surrogate cannot be normalised; it folds to itself
        }
    }

    private static void Append(StringBuilder folded, char c)
    {
        switch (c)
        {
            case 'ł' or 'Ł': folded.Append('l'); break;
            case 'ø' or 'Ø': folded.Append('o'); break;
            case 'đ' or 'Đ' or 'ð' or 'Ð': folded.Append('d'); break;
            case 'ħ' or 'Ħ': folded.Append('h'); break;
            case 'ı' or 'İ': folded.Append('i'); break;
            case 'ß' or 'ẞ': folded.Append("ss"); break;
            case 'æ' or 'Æ': folded.Append("ae"); break;
            case 'œ' or 'Œ': folded.Append("oe"); break;
            case 'þ' or 'Þ': folded.Append("th"); break;
            case '‘' or '’' or 'ʻ' or 'ʼ' or '‚' or '‛' or '′' or '`' or '´': folded.Append('\''); break;
            case '“' or '”' or '„' or '‟' or '«' or '»' or '″': folded.Append('"'); break;
            case '‐' or '‑' or '‒' or '–' or '—' or '―' or '−': folded.Append('-'); break;
            default: folded.Append(char.ToLowerInvariant(c)); break;
        }
    }
}
