namespace TalkNotes.Core.Quotes;

/// <summary>One spelling for what British and American English write differently.</summary>
internal static class EnglishSpelling
{
    private static readonly string[] Colours = ["colour", "favour", "behaviour", "labour", "neighbour", "honour", "humour", "flavour", "endeavour", "rumour", "harbour"];

    private static readonly string[] Doubled = ["modell", "labell", "travell", "cancell", "fuell", "signall", "channell", "counsell", "levell", "tunnell"];

    /// <summary>The American spelling of a lower-case word; other words as they are.</summary>
    public static string Fold(string key)
    {
        if (key.Length < 5)
        {
            return key;
        }

        foreach (var stem in Colours)
        {
            if (key.StartsWith(stem, StringComparison.Ordinal))
            {
                return string.Concat(stem.AsSpan(0, stem.Length - 2), "r", key.AsSpan(stem.Length));
            }
        }

        foreach (var stem in Doubled)
        {
            if (key.StartsWith(stem + "ed", StringComparison.Ordinal) || key.StartsWith(stem + "ing", StringComparison.Ordinal) || key.StartsWith(stem + "er", StringComparison.Ordinal))
            {
                return string.Concat(stem.AsSpan(0, stem.Length - 1), key.AsSpan(stem.Length));
            }
        }

        return Ending(key, "isation", "ization") ?? Ending(key, "isations", "izations") ?? Ending(key, "ise", "ize") ?? Ending(key, "ised", "ized")
            ?? Ending(key, "ises", "izes") ?? Ending(key, "ising", "izing") ?? Ending(key, "yse", "yze") ?? Ending(key, "ysing", "yzing") ?? Ending(key, "ysed", "yzed")
            ?? (key is "grey" ? "gray" : key is "centre" ? "center" : key is "programme" ? "program" : key);
    }

    private static string? Ending(string key, string british, string american) =>
        key.Length >= british.Length + 3 && key.EndsWith(british, StringComparison.Ordinal) ? key[..^british.Length] + american : null;
}
