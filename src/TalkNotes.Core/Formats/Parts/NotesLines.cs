namespace TalkNotes.Core.Formats.Parts;

/// <summary>What single lines and blocks of notes look like: quotations, tasks, leads and links to other notes.</summary>
internal static class NotesLines
{
    /// <summary>Whether a line stands in a quotation.</summary>
    public static bool IsQuoted(string text) => text.TrimStart().StartsWith('>');

    /// <summary>Whether a line can go on with the block above: it begins no bullet, heading, rule, table, code or comment.</summary>
    public static bool MayGoOn(string text) =>
        !LineShapes.TryBullet(text.TrimStart('>', ' '), out _) && text.Trim() is not ("-" or "*" or "+") && !LineShapes.TryHeading(text, out _, out _) && !LineShapes.IsRule(text)
        && !text.TrimStart().StartsWith('|') && !text.TrimStart().StartsWith("```", StringComparison.Ordinal) && !text.TrimStart().StartsWith("~~~", StringComparison.Ordinal)
        && !text.TrimStart().StartsWith("<!--", StringComparison.Ordinal);

    /// <summary>Whether a heading announces links to other notes.</summary>
    public static bool IsRelated(string heading) =>
        new[] { "related", "cross-link", "crosslink", "in this repo", "appendix" }.Any(w => heading.Contains(w, StringComparison.OrdinalIgnoreCase));

    /// <summary>Whether a line announces them.</summary>
    public static bool IsRelatedLead(string words) => words.EndsWith(':')
        && (words.StartsWith("related", StringComparison.OrdinalIgnoreCase) || words.StartsWith("cross-link", StringComparison.OrdinalIgnoreCase) || words.StartsWith("crosslink", StringComparison.OrdinalIgnoreCase));

    /// <summary>An address or link alone, or a few words and the path of another file: <c>Evals: `../../evalops/README.md`</c>.</summary>
    public static bool IsLink(string words)
    {
        if (words.Length == 0)
        {
            return false;
        }

        if (StatedValues.IsAddress(words) || (words[0] == '[' && words[^1] == ')' && words.IndexOf("](", StringComparison.Ordinal) is var middle && middle > 0 && words.IndexOf(')', middle) == words.Length - 1))
        {
            return true;
        }

        var isPath = words.Contains("../", StringComparison.Ordinal) || words.Contains(".md`", StringComparison.Ordinal) || words.Contains(".md)", StringComparison.Ordinal);
        return isPath && words[^1] is '`' or ')' && words.Count(char.IsWhiteSpace) <= 16;
    }

    /// <summary>A list of tasks: <c>[ ] text</c>, <c>[x] text</c>.</summary>
    public static string WithoutBox(string words) =>
        words.Length > 4 && words[0] == '[' && words[1] is ' ' or 'x' or 'X' && words[2] == ']' && words[3] == ' ' ? words[4..] : words;
}
