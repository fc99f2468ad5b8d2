namespace TalkNotes.Core.Formats.Parts;

/// <summary>The words in brackets by which notes mark how sure a claim is: <c>… [Unverified]</c>, <c>[Speculation] …</c>.</summary>
internal static class StatusMarkers
{
    /// <summary>Sounds and editor's words stand in brackets too.</summary>
    private static readonly HashSet<string> NotMarkers = new(StringComparer.OrdinalIgnoreCase)
    {
        "music", "applause", "laughter", "laughs", "inaudible", "crosstalk", "silence", "link", "links", "video", "slide", "slides", "sic", "x",
    };

    /// <summary>Takes the markers off both ends of a claim.</summary>
    /// <returns>The claim without them, and the markers without brackets, joined by commas; null when there is none.</returns>
    public static (string Text, string? Marker) Split(string text)
    {
        var markers = new List<string>();
        text = text.Trim();
        while (TryTail(text, out var before, out var marker))
        {
            markers.Insert(0, marker);
            text = before;
        }

        var leading = 0;
        while (TryHead(text, out var behind, out var marker))
        {
            markers.Insert(leading++, marker);
            text = behind;
        }

        return (text, markers.Count == 0 ? null : string.Join(", ", markers));
    }

    private static bool TryTail(string text, out string before, out string marker)
    {
        (before, marker) = ("", "");
        var end = text.AsSpan().TrimEnd('.').TrimEnd();
        if (end.Length < 3 || end[^1] != ']')
        {
            return false;
        }

        var open = end.LastIndexOf('[');
        if (open < 0 || !IsMarker(end[(open + 1)..^1]))
        {
            return false;
        }

        marker = end[(open + 1)..^1].Trim().ToString();
        before = end[..open].TrimEnd().ToString() + text[end.Length..].Trim();
        return before.Length > 0;
    }

    private static bool TryHead(string text, out string behind, out string marker)
    {
        (behind, marker) = ("", "");
        var close = text.StartsWith('[') ? text.IndexOf(']', StringComparison.Ordinal) : -1;
        if (close < 0 || close + 1 >= text.Length || !char.IsWhiteSpace(text[close + 1]) || !IsMarker(text.AsSpan(1, close - 1)))
        {
            return false;
        }

        marker = text[1..close].Trim();
        behind = text[(close + 1)..].Trim();
        return behind.Length > 0;
    }

    /// <summary>One to three words, the first with a capital and small letters after it.</summary>
    private static bool IsMarker(ReadOnlySpan<char> inside)
    {
        inside = inside.Trim();
        if (inside.Length is < 2 or > 40 || !char.IsUpper(inside[0]) || !char.IsLower(inside[1]) || NotMarkers.Contains(inside.ToString()))
        {
            return false;
        }

        var blanks = 0;
        foreach (var c in inside)
        {
            blanks += c == ' ' ? 1 : 0;
            if (!char.IsLetter(c) && c is not (' ' or '-' or '/' or '?'))
            {
                return false;
            }
        }

        return blanks <= 2;
    }
}
