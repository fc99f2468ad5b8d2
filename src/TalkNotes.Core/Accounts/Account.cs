namespace TalkNotes.Core.Accounts;

/// <summary>A person or program that may come in under a name of its own; mutable, since sign-in works on it.</summary>
public sealed class Account
{
    private const int LongestName = 60;

    /// <summary>The name, as it stands beside verdicts.</summary>
    public required string Name { get; init; }

    /// <summary>The name in capitals: Ines and ines are one account.</summary>
    public string Key { get; set; } = "";

    /// <summary>One of <see cref="Accounts.Role"/>.</summary>
    public required string Role { get; set; }

    /// <summary>Null: comes in by token or through a trusted proxy only.</summary>
    public string? PasswordHash { get; set; }

    /// <summary>Changes with password, role and removal, which ends every session.</summary>
    public string Stamp { get; set; } = "";

    /// <summary>Wrong passwords in a row.</summary>
    public int FailedCount { get; set; }

    /// <summary>No password is taken before; null when it is not locked.</summary>
    public DateTimeOffset? LockedUntil { get; set; }

    /// <summary>When it was added.</summary>
    public DateTimeOffset AddedAt { get; init; }

    /// <summary>Why a name cannot be an account's: it would be empty, too long, or could pass for another. Null when it can.</summary>
    public static string? NameProblem(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (name.Length is 0 or > LongestName || name.Trim() != name)
        {
            return $"a name has 1 to {LongestName} characters and no blank at its ends";
        }

        return name.All(c => char.IsLetterOrDigit(c) || c is ' ' or '.' or '-' or '_' or '@' or '\'') && name.Any(char.IsLetterOrDigit)
            ? null
            : "a name has letters, digits, blanks and . - _ @ ' only";
    }
}
