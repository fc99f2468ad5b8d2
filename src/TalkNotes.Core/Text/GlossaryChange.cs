namespace TalkNotes.Core.Text;

/// <summary>What differs between two glossaries, by term.</summary>
/// <param name="Added">Terms that only the later one has.</param>
/// <param name="Removed">Terms that only the earlier one has.</param>
/// <param name="Changed">Terms that both have, with other kinds, names or forms.</param>
public sealed record GlossaryChange(IReadOnlyList<string> Added, IReadOnlyList<string> Removed, IReadOnlyList<string> Changed)
{
    /// <summary>Whether no term differs.</summary>
    public bool IsEmpty => Added.Count + Removed.Count + Changed.Count == 0;

    /// <summary>Compares two glossaries; a term that stands twice is compared with all of its entries.</summary>
    public static GlossaryChange Between(Glossary earlier, Glossary later)
    {
        ArgumentNullException.ThrowIfNull(earlier);
        ArgumentNullException.ThrowIfNull(later);
        var (before, after) = (ByTerm(earlier), ByTerm(later));
        return new GlossaryChange(
            [.. after.Keys.Where(t => !before.ContainsKey(t))],
            [.. before.Keys.Where(t => !after.ContainsKey(t))],
            [.. after.Where(t => before.TryGetValue(t.Key, out var was) && was != t.Value).Select(t => t.Key)]);
    }

    private static Dictionary<string, string> ByTerm(Glossary glossary) => glossary.Entries
        .GroupBy(e => e.Term, StringComparer.Ordinal)
        .ToDictionary(g => g.Key, g => string.Join('\n', g.Select(e => $"{e.Kind}|{string.Join('\t', e.Also)}|{string.Join('\t', e.Heard)}|{string.Join('\t', e.Short)}")), StringComparer.Ordinal);
}
