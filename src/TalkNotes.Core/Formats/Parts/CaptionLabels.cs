using System.Buffers;

namespace TalkNotes.Core.Formats.Parts;

/// <summary>
/// Speaker labels in front of caption text: <c>Sarah: In today's episode</c>, <c>JOHN DOE:</c>, <c>Speaker 1:</c>. A colon
/// alone proves nothing, so the whole file decides whether its colons mark speakers.
/// </summary>
internal sealed class CaptionLabels
{
    private const int LongestName = 50;
    private const int MostWords = 5;

    /// <summary>Words that announce something and are nobody's name.</summary>
    private static readonly HashSet<string> Announcements = new(StringComparer.OrdinalIgnoreCase)
    {
        "note", "notes", "question", "answer", "example", "warning", "summary", "update", "chapter", "part", "step", "episode",
        "today", "transcript", "translation", "subtitles", "captions", "result", "fact", "http", "https", "ps", "tip", "next", "first",
    };

    private static readonly SearchValues<char> Punctuation = SearchValues.Create(",;!?\"<>[]{}");

    private readonly bool _govern;

    private CaptionLabels(bool govern) => _govern = govern;

    /// <summary>Decides for a file: labels govern when its first words carry one or they recur, and colons mostly follow names.</summary>
    /// <param name="starts">The first line of each caption.</param>
    public static CaptionLabels Of(IEnumerable<string> starts)
    {
        var (total, names, others, first) = (0, 0, 0, false);
        foreach (var start in starts)
        {
            var named = TryName(start, out _, out _);
            first |= named && total == 0;
            names += named ? 1 : 0;
            others += !named && HasLead(start) ? 1 : 0;
            total++;
        }

        return new CaptionLabels(names > others && (first || names >= Math.Max(2, total / 50)));
    }

    /// <summary>Takes the label off a caption line.</summary>
    /// <param name="text">The line.</param>
    /// <param name="marked">Whether a turn mark stands before it; then a name needs no further proof.</param>
    /// <param name="name">The name as written, without the colon.</param>
    /// <param name="rest">What follows.</param>
    public bool TryRead(string text, bool marked, out string name, out string rest)
    {
        if ((_govern || marked) && TryName(text, out name, out rest))
        {
            return true;
        }

        (name, rest) = ("", text);
        return false;
    }

    private static bool TryName(string text, out string name, out string rest)
    {
        (name, rest) = ("", text);
        var trimmed = text.StartsWith("- ", StringComparison.Ordinal) ? text[2..] : text;
        var colon = trimmed.IndexOf(':', StringComparison.Ordinal);
        if (colon is < 1 or > LongestName || (colon + 1 < trimmed.Length && trimmed[colon + 1] != ' ') || !IsName(trimmed.AsSpan(0, colon).TrimEnd()))
        {
            return false;
        }

        (name, rest) = (trimmed[..colon].TrimEnd(), trimmed[(colon + 1)..].TrimStart());
        return true;
    }

    private static bool IsName(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty || !char.IsLetter(text[0]) || char.IsLower(text[0]) || text.IndexOfAny(Punctuation) >= 0
            || Announcements.GetAlternateLookup<ReadOnlySpan<char>>().Contains(text))
        {
            return false;
        }

        var words = 0;
        foreach (var range in text.Split(' '))
        {
            var word = text[range];
            words++;
            if (word.IsEmpty || (char.IsLower(word[0]) && word is not ("de" or "da" or "di" or "del" or "la" or "van" or "von" or "der" or "den" or "bin" or "al" or "and" or "y")))
            {
                return false;
            }
        }

        return words <= MostWords;
    }

    /// <summary>Whether other words before a colon begin the line: then colons belong to the sentences.</summary>
    private static bool HasLead(string text)
    {
        var colon = text.IndexOf(": ", StringComparison.Ordinal);
        return colon is > 0 and <= LongestName;
    }
}
