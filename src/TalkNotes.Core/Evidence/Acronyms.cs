using System.Collections.Frozen;

namespace TalkNotes.Core.Evidence;

/// <summary>Terms of art that notes shorten and speakers say in full, or the other way round: "RL", "reinforcement learning".</summary>
internal static class Acronyms
{
    /// <summary>The most terms that an expansion has.</summary>
    public const int LongestExpansion = 4;

    private static readonly FrozenDictionary<string, string> ByExpansion = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["artificial intelligence"] = "ai",
        ["artificial general intelligence"] = "agi",
        ["application programming interface"] = "api",
        ["chain thought"] = "cot",
        ["convolutional neural network"] = "cnn",
        ["deep learning"] = "dl",
        ["graphics processing unit"] = "gpu",
        ["human feedback"] = "hf",
        ["language model"] = "lm",
        ["large language model"] = "llm",
        ["machine learning"] = "ml",
        ["mixture experts"] = "moe",
        ["natural language processing"] = "nlp",
        ["product manager"] = "pm",
        ["reinforcement learning"] = "rl",
        ["reinforcement learning human feedback"] = "rlhf",
        ["retrieval augmented generation"] = "rag",
        ["supervised fine tuning"] = "sft",
        ["user interface"] = "ui",
        ["user experience"] = "ux",
        ["vision language model"] = "vlm",
    }.ToFrozenDictionary(a => string.Join(' ', a.Key.Split(' ').Select(Terms.Of)), a => a.Value, StringComparer.Ordinal);

    /// <summary>The acronym of a run of terms, joined by blanks; null when there is none.</summary>
    public static string? Of(string terms) => ByExpansion.GetValueOrDefault(terms);
}
