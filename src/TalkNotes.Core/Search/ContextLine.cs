namespace TalkNotes.Core.Search;

/// <summary>A line of context beside a hit, cut at words.</summary>
internal static class ContextLine
{
    private const int Longest = 110;

    /// <summary>The end of a text, or null when it is blank.</summary>
    public static string? EndOf(string text)
    {
        text = text.Trim();
        if (text.Length <= Longest)
        {
            return text.Length == 0 ? null : text;
        }

        var cut = text.IndexOf(' ', text.Length - Longest);
        return "…" + (cut < 0 ? text[^Longest..] : text[(cut + 1)..]);
    }

    /// <summary>The beginning of a text, or null when it is blank.</summary>
    public static string? StartOf(string text)
    {
        text = text.Trim();
        if (text.Length <= Longest)
        {
            return text.Length == 0 ? null : text;
        }

        var cut = text.LastIndexOf(' ', Longest);
        return (cut <= 0 ? text[..Longest] : text[..cut]) + "…";
    }
}
