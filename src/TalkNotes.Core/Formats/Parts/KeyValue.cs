namespace TalkNotes.Core.Formats.Parts;

/// <summary>Reads <c>Key: value</c>, where the key may be bold: <c>**Host:** Ida Berg</c>.</summary>
internal static class KeyValue
{
    private const int LongestKey = 80;

    /// <summary>Splits a line at its first colon that a blank follows.</summary>
    /// <returns>False when no short key of at most eight words stands before one.</returns>
    public static bool TrySplit(string line, out string key, out string value)
    {
        (key, value) = ("", "");
        var text = line.Trim();
        var isBold = text.StartsWith("**", StringComparison.Ordinal) || text.StartsWith("__", StringComparison.Ordinal);
        var colon = text.AsSpan(0, Math.Min(text.Length, LongestKey)).IndexOfAny(':', '：');
        if (colon <= 0)
        {
            return false;
        }

        var behind = text[(colon + 1)..];
        value = (isBold ? behind.TrimStart('*', '_') : behind).Trim();
        key = SpeakerLabel.Undecorated(text[..colon]);
        return key.Length > 0 && char.IsLetter(key, 0) && key.Count(char.IsWhiteSpace) < 8 && !key.Contains(". ", StringComparison.Ordinal)
            && (text[colon] == '：' || behind.Length == 0 || char.IsWhiteSpace(behind[0]) || (isBold && behind[0] is '*' or '_'));
    }
}
