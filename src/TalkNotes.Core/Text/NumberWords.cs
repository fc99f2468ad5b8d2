using System.Collections.Frozen;

namespace TalkNotes.Core.Text;

/// <summary>English number words: <c>twelve</c> is 12, <c>forty</c> is 40.</summary>
public static class NumberWords
{
    private static readonly FrozenDictionary<string, int> UnitValues = Numbered(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen", 0, 1);

    private static readonly FrozenDictionary<string, int> TenValues = Numbered("twenty thirty forty fifty sixty seventy eighty ninety", 20, 10);

    /// <summary>Value of a word from <c>zero</c> to <c>nineteen</c>.</summary>
    public static bool TryUnit(string word, out int value) => UnitValues.TryGetValue(word, out value);

    /// <summary>Value of a word from <c>twenty</c> to <c>ninety</c>.</summary>
    public static bool TryTen(string word, out int value) => TenValues.TryGetValue(word, out value);

    private static FrozenDictionary<string, int> Numbered(string words, int first, int step) =>
        words.Split(' ').Select((word, i) => KeyValuePair.Create(word, first + (i * step))).ToFrozenDictionary(StringComparer.Ordinal);
}
