namespace TalkNotes.Core.Documents;

/// <summary>The words that stand for closed families in JSON, addresses and the database.</summary>
public static class Vocabulary
{
    /// <summary><c>claim</c>, <c>key-point</c>, <c>summary</c> or <c>quote</c>.</summary>
    public static string Word(this ClaimKind kind) => kind switch
    {
        ClaimKind.KeyPoint => "key-point",
        ClaimKind.Summary => "summary",
        ClaimKind.Quote => "quote",
        _ => "claim",
    };

    /// <summary><c>spoken</c>, <c>publisher</c>, <c>ai</c> or <c>person</c>.</summary>
    public static string Word(this Origin origin) => origin switch
    {
        Origin.Spoken => "spoken",
        Origin.Ai => "ai",
        Origin.Person => "person",
        _ => "publisher",
    };
}
