using System.Text;

namespace TalkNotes.Core.Formats.Parts;

/// <summary>
/// Words in Markdown that stay words: whatever CommonMark, Obsidian or Logseq would read as a mark has a backslash before
/// it. Line breaks become blanks; characters that turn the direction of what follows are left out.
/// </summary>
internal static class MarkdownEscapes
{
    /// <summary>A text as one line of Markdown.</summary>
    public static string Of(string text)
    {
        var line = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        var escaped = new StringBuilder(line.Length + 8);
        for (var i = 0; i < line.Length; i++)
        {
            if (IsDirection(line[i]) || char.IsControl(line[i]))
            {
                continue;
            }

            if (IsMark(line, i))
            {
                escaped.Append('\\');
            }

            escaped.Append(line[i]);
        }

        return escaped.ToString();
    }

    /// <summary>The words without backslashes before marks.</summary>
    public static string Undo(string text)
    {
        if (!text.Contains('\\', StringComparison.Ordinal))
        {
            return text.Trim();
        }

        var words = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\\' && i + 1 < text.Length && char.IsAscii(text[i + 1]) && (char.IsPunctuation(text[i + 1]) || char.IsSymbol(text[i + 1])))
            {
                i++;
            }

            words.Append(text[i]);
        }

        return words.ToString().Trim();
    }

    private static bool IsMark(string line, int i)
    {
        var (before, after) = (i > 0 ? line[i - 1] : ' ', i + 1 < line.Length ? line[i + 1] : ' ');
        return line[i] switch
        {
            '\\' or '`' or '*' or '[' or ']' or '<' or '>' or '|' or '$' or '^' or '#' => true,
            '_' => !char.IsLetterOrDigit(before) || !char.IsLetterOrDigit(after),
            '=' or '~' or '%' or ':' or '{' or '}' => before == line[i], // ==mark==, ~~gone~~, %%hidden%%, key:: value, {{macro}}
            '&' => char.IsAsciiLetter(after) && line.AsSpan(i, Math.Min(32, line.Length - i)).Contains(';') || after == '#',
            '+' or '-' => i == 0 && after == ' ',
            '.' or ')' => i is > 0 and < 10 && after == ' ' && line.AsSpan(0, i).IndexOfAnyExceptInRange('0', '9') < 0,
            _ => false,
        };
    }

    /// <summary>Embeddings, overrides and isolates: one that is left open turns the rest of the page around.</summary>
    private static bool IsDirection(char c) => c is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');
}
