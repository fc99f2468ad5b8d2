using System.Collections.Frozen;

namespace TalkNotes.Core.Quotes;

/// <summary>Contracted words and what they stand for.</summary>
internal static class Contractions
{
    private static readonly FrozenDictionary<string, string[]> Whole = new Dictionary<string, string[]>(StringComparer.Ordinal)
    {
        ["can't"] = ["can not"], ["cant"] = ["can not"], ["cannot"] = ["can not"], ["won't"] = ["will not"], ["wont"] = ["will not"],
        ["shan't"] = ["shall not"], ["ain't"] = ["is not", "am not", "are not", "ai not"], ["let's"] = ["let us"], ["lets"] = ["let us"],
        ["gonna"] = ["going to"], ["wanna"] = ["want to", "want a"], ["gotta"] = ["got to", "have got to", "have to"], ["hafta"] = ["have to"],
        ["dunno"] = ["do not know", "don't know"], ["lemme"] = ["let me"], ["gimme"] = ["give me"], ["kinda"] = ["kind of"], ["sorta"] = ["sort of"],
        ["outta"] = ["out of"], ["y'all"] = ["you all"], ["cause"] = ["because"], ["cuz"] = ["because"], ["til"] = ["until"], ["till"] = ["until"],
        ["em"] = ["them"], ["ok"] = ["okay"], ["ya"] = ["you"], ["alright"] = ["all right"],
        ["im"] = ["i am"], ["ive"] = ["i have"], ["youre"] = ["you are"], ["youve"] = ["you have"], ["theyre"] = ["they are"], ["theyve"] = ["they have"],
        ["its"] = ["it is"], ["thats"] = ["that is"], ["whats"] = ["what is"], ["heres"] = ["here is"], ["theres"] = ["there is"],
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Bare = "do does did is are was were wo would could should have has had must need"
        .Split(' ').Select(v => v + "nt").ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, string[]> Endings = new Dictionary<string, string[]>(StringComparer.Ordinal)
    {
        ["n't"] = ["not"], ["'re"] = ["are"], ["'ll"] = ["will"], ["'ve"] = ["have"], ["'m"] = ["am"], ["'d"] = ["would", "had", "did"], ["'s"] = ["is", "has"],
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Words that the second half of a contraction can stand for.</summary>
    private static readonly FrozenSet<string> Halves = FrozenSet.Create(
        StringComparer.Ordinal, "not", "are", "will", "have", "am", "would", "had", "did", "is", "has", "us", "to", "of", "all", "me", "a", "know", "right");

    /// <summary>What a word stands for, written out in full; empty when it is no contraction.</summary>
    public static IReadOnlyList<string> Of(string key)
    {
        if (Whole.TryGetValue(key, out var whole))
        {
            return whole;
        }

        if (Bare.Contains(key))
        {
            return [key[..^2] + " not"];
        }

        if (!key.Contains('\'', StringComparison.Ordinal))
        {
            return [];
        }

        foreach (var (ending, stands) in Endings)
        {
            if (key.Length > ending.Length && key.EndsWith(ending, StringComparison.Ordinal))
            {
                return [.. stands.Select(s => $"{key[..^ending.Length]} {s}")];
            }
        }

        return [];
    }

    /// <summary>Whether a word can be the second half of what a contraction stands for.</summary>
    public static bool CanBeHalf(string key) => Halves.Contains(key);

    /// <summary>Whether a word denies: not, never, n't …</summary>
    public static bool Denies(string key) => key is "not" or "never" or "no" or "none" or "nothing" or "nobody" or "nowhere" or "neither" or "nor" or "without"
            or "cannot" or "cant" or "wont" or "hardly" or "barely" or "scarcely" or "dunno"
        || key.EndsWith("n't", StringComparison.Ordinal) || Bare.Contains(key);
}
