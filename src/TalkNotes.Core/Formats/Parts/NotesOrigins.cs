namespace TalkNotes.Core.Formats.Parts;

/// <summary>What notes say about themselves: who wrote them, and that they are notes.</summary>
internal static class NotesOrigins
{
    /// <summary>Notes say themselves that a tool wrote them: "Generated from transcript tooling", "a Noiz summary".</summary>
    public static bool IsTool(string text) =>
        text.Contains("generated", StringComparison.OrdinalIgnoreCase) || text.Contains("Noiz", StringComparison.OrdinalIgnoreCase) || text.Contains("AI summary", StringComparison.OrdinalIgnoreCase);

    /// <summary>A title without the file's own word for itself: <c>… — Notes</c>, <c>… — Noiz Summary Notes</c>.</summary>
    public static string WithoutSuffix(string title)
    {
        var dash = title.LastIndexOfAny(['—', '–', '-']);
        var isSuffix = dash > 1 && title[dash - 1] == ' ' && title[(dash + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries) is { Length: > 0 } words
            && Array.TrueForAll(words, w => w is "Notes" or "Summary" or "Noiz" or "Claims" or "ノート" or "メモ" or "要約" or "笔记");
        return isSuffix ? title[..dash].TrimEnd() : title;
    }
}
