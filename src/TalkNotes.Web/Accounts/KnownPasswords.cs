using Microsoft.AspNetCore.Identity;
using TalkNotes.Core.Accounts;

namespace TalkNotes.Web.Accounts;

/// <summary>Refuses what is guessed first: the name, the site, runs, and the long passwords that many people have chosen.</summary>
internal sealed class KnownPasswords : IPasswordValidator<Account>
{
    public const int Shortest = 12;
    public const int Longest = 256;

    private const string Runs = "0123456789012345678901234567890 abcdefghijklmnopqrstuvwxyz qwertyuiopasdfghjklzxcvbnm 1qaz2wsx3edc4rfv5tgb6yhn 9876543210987654321098765432109";

    private static readonly string[] Common =
    [
        "password", "passwort", "letmein", "welcome", "iloveyou", "trustno1", "changeme", "administrator", "sunshine", "princess", "football",
        "baseball", "dragon", "monkey", "superman", "qwerty", "abc123", "secret", "correcthorsebatterystaple", "talknotes", "curator",
    ];

    public Task<IdentityResult> ValidateAsync(UserManager<Account> manager, Account user, string? password)
    {
        var folded = (password ?? "").ToLowerInvariant();
        var rest = Common.Append(user.Name.ToLowerInvariant()).Aggregate(folded, (left, word) => left.Replace(word, "", StringComparison.Ordinal));
        var problem = folded.Length > Longest ? $"a password has at most {Longest} characters"
            : Runs.Contains(folded, StringComparison.Ordinal) ? "that password is a run of keys"
            : rest.Length < Shortest / 2 ? "take out words that everybody tries first, and your name: too little is left"
            : null;
        return Task.FromResult(problem is null ? IdentityResult.Success : IdentityResult.Failed(new IdentityError { Code = "Password", Description = problem }));
    }
}
