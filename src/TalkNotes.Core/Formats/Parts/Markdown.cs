using System.Text;

namespace TalkNotes.Core.Formats.Parts;

/// <summary>Markdown inside a line.</summary>
internal static class Markdown
{
    /// <summary>A text without marks of emphasis and code (<c>**bold**</c>, <c>_it_</c>, <c>`code`</c>); links and all words stay as written.</summary>
    public static string Plain(string text)
    {
        if (text.AsSpan().IndexOfAny('*', '`', '_') < 0)
        {
            return text.Trim();
        }

        var plain = new StringBuilder(text.Length);
        var i = 0;
        while (i < text.Length)
        {
            var end = i + 1;
            while (end < text.Length && text[end] == text[i] && text[i] is '*' or '_' or '`')
            {
                end++;
            }

            if (!IsMark(text, i, end))
            {
                plain.Append(text, i, end - i);
            }

            i = end;
        }

        return plain.ToString().Trim();
    }

    /// <summary>A mark stands between a word and something else: <c>2 * 3</c> and <c>snake_case</c> have none.</summary>
    private static bool IsMark(string text, int start, int end)
    {
        if (text[start] == '`')
        {
            return true;
        }

        if (text[start] is not ('*' or '_'))
        {
            return false;
        }

        var before = start > 0 && !char.IsWhiteSpace(text[start - 1]);
        var after = end < text.Length && !char.IsWhiteSpace(text[end]);
        var insideWord = before && after && char.IsLetterOrDigit(text[start - 1]) && char.IsLetterOrDigit(text[end]);
        return (before || after) && !(insideWord && (text[start] == '_' || end - start == 1));
    }
}
