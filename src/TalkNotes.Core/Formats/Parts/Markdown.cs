using System.Text;

namespace TalkNotes.Core.Formats.Parts;

/// <summary>Markdown inside a line.</summary>
internal static class Markdown
{
    /// <summary>
    /// A text without marks of emphasis and code (<c>**bold**</c>, <c>_it_</c>, <c>`code`</c>); links and all words stay as written.
    /// A mark has its partner: <c>2 * 3</c>, <c>snake_case</c> and <c>youtu.be/a_-3</c> have none.
    /// </summary>
    public static string Plain(string text)
    {
        if (text.AsSpan().IndexOfAny('*', '`', '_') < 0)
        {
            return text.Trim();
        }

        var dropped = Marks(text);
        var plain = new StringBuilder(text.Length);
        var from = 0;
        foreach (var (start, end) in dropped)
        {
            plain.Append(text, from, start - from);
            from = end;
        }

        return plain.Append(text, from, text.Length - from).ToString().Trim();
    }

    /// <summary>The runs of marks that have a partner, in order.</summary>
    private static List<(int Start, int End)> Marks(string text)
    {
        var marks = new List<(int Start, int End)>();
        var open = new Dictionary<(char Mark, int Length), int>();
        for (var i = 0; i < text.Length;)
        {
            var end = i + 1;
            while (end < text.Length && text[end] == text[i])
            {
                end++;
            }

            if (text[i] is '*' or '_' or '`')
            {
                var key = (text[i], end - i);
                if (open.TryGetValue(key, out var start) && MayClose(text, i, end))
                {
                    marks.Add((start, start + end - i));
                    marks.Add((i, end));
                    open.Remove(key);
                }
                else if (MayOpen(text, i, end))
                {
                    open[key] = i;
                }
            }

            i = end;
        }

        marks.Sort();
        return marks;
    }

    private static bool MayOpen(string text, int start, int end) =>
        text[start] == '`' || (end < text.Length && !char.IsWhiteSpace(text[end]) && !IsInsideWord(text, start, end) && (text[start] != '_' || start == 0 || !char.IsLetterOrDigit(text[start - 1])));

    private static bool MayClose(string text, int start, int end) =>
        text[start] == '`' || (start > 0 && !char.IsWhiteSpace(text[start - 1]) && !IsInsideWord(text, start, end) && (text[start] != '_' || end == text.Length || !char.IsLetterOrDigit(text[end])));

    /// <summary>A single star between two letters multiplies; two may set off a part of a word.</summary>
    private static bool IsInsideWord(string text, int start, int end) =>
        end - start == 1 && start > 0 && end < text.Length && char.IsLetterOrDigit(text[start - 1]) && char.IsLetterOrDigit(text[end]);
}
