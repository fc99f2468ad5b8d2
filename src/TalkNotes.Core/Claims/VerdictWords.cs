namespace TalkNotes.Core.Claims;

/// <summary>The two questions a verdict can answer; they are never mixed.</summary>
public static class Question
{
    /// <summary>Did they say it? Answered from the words of the talk alone.</summary>
    public const string Fidelity = "fidelity";

    /// <summary>Is it true? Optional, and open only while the fidelity verdict in force is <see cref="Status.Verified"/>.</summary>
    public const string Accuracy = "accuracy";
}

/// <summary>Values of the fidelity question: did they say it?</summary>
public static class Status
{
    /// <summary>Nobody has judged it, or the last verdict was withdrawn.</summary>
    public const string Unverified = "unverified";

    /// <summary>The words or their plain meaning were said. Not a judgement on whether it is true.</summary>
    public const string Verified = "verified";

    /// <summary>Something close was said, but the claim changes it.</summary>
    public const string Partly = "partly";

    /// <summary>What was said contradicts it.</summary>
    public const string Refuted = "refuted";

    /// <summary>The transcript was searched, and nothing carries it.</summary>
    public const string NotSaid = "not-said";

    /// <summary>Every value, <see cref="Unverified"/> first.</summary>
    public static IReadOnlyList<string> All { get; } = [Unverified, Verified, Partly, Refuted, NotSaid];

    /// <summary>The word for people: "Not said".</summary>
    public static string Label(string status) => VerdictLabels.Of(status);
}

/// <summary>Values of the accuracy question: is it true?</summary>
public static class Accuracy
{
    /// <summary>Nobody has tried; the usual state.</summary>
    public const string NotAssessed = "not-assessed";

    /// <summary>It holds up.</summary>
    public const string Accurate = "accurate";

    /// <summary>It does not hold up.</summary>
    public const string Inaccurate = "inaccurate";

    /// <summary>Part holds, or evidence conflicts.</summary>
    public const string Mixed = "mixed";

    /// <summary>Looked; not enough to decide.</summary>
    public const string Unproven = "unproven";

    /// <summary>Opinion, taste, private experience, or a prediction that is not due.</summary>
    public const string NotCheckable = "not-checkable";

    /// <summary>Every value, <see cref="NotAssessed"/> first.</summary>
    public static IReadOnlyList<string> All { get; } = [NotAssessed, Accurate, Inaccurate, Mixed, Unproven, NotCheckable];
}

/// <summary>How a piece of evidence bears on its claim.</summary>
public static class Stance
{
    /// <summary>Carries the claim.</summary>
    public const string Supports = "supports";

    /// <summary>Speaks against the claim, or against the detail that is wrong.</summary>
    public const string Refutes = "refutes";

    /// <summary>Helps to understand the rest.</summary>
    public const string Context = "context";

    /// <summary>Every stance.</summary>
    public static IReadOnlyList<string> All { get; } = [Supports, Refutes, Context];

    /// <summary>What is meant when nobody says: evidence for the verdict given.</summary>
    public static string For(string value) => value switch
    {
        Status.Verified or Accuracy.Accurate => Supports,
        Status.Partly or Status.Refuted or Accuracy.Inaccurate => Refutes,
        _ => Context,
    };
}

/// <summary>Why a claim is <see cref="Status.Partly"/> what was said, or <see cref="Status.Refuted"/>.</summary>
public static class Reasons
{
    /// <summary>Every reason, in the order in which the pages offer them.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        "number", "date", "name", "speaker", "overstated", "hedge-dropped",
        "reversed", "cropped", "out-of-context", "merged", "added", "caption-error",
    ];
}

/// <summary>The words that people read.</summary>
public static class VerdictLabels
{
    /// <summary>"not-said" → "Not said"; every value, reason and stance is its own label, spelled out.</summary>
    public static string Of(string word)
    {
        ArgumentNullException.ThrowIfNull(word);
        return word.Length == 0 ? word : char.ToUpperInvariant(word[0]) + word[1..].Replace('-', ' ');
    }
}
