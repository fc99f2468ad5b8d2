namespace TalkNotes.Core.Accounts;

/// <summary>What an account may do; each role may also do what the ones before it may.</summary>
public static class Role
{
    /// <summary>Reads, also where reading is closed to others.</summary>
    public const string Reader = "reader";

    /// <summary>Adds documents, judges claims, corrects.</summary>
    public const string Curator = "curator";

    /// <summary>Also adds and removes accounts and tokens.</summary>
    public const string Administrator = "administrator";

    /// <summary>Every role, the least first.</summary>
    public static IReadOnlyList<string> All { get; } = [Reader, Curator, Administrator];

    /// <summary>Whether <paramref name="role"/> may do what <paramref name="needed"/> may; null may nothing.</summary>
    public static bool Covers(string? role, string needed) => role is not null && Rank(role) >= Rank(needed);

    private static int Rank(string role) => role switch { Reader => 0, Curator => 1, Administrator => 2, _ => -1 };
}
