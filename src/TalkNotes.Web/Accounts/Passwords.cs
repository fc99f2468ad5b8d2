using Microsoft.AspNetCore.Identity;
using TalkNotes.Core.Accounts;

namespace TalkNotes.Web.Accounts;

/// <summary>A new password without the old one: an administrator's act, in the site or on the command line.</summary>
internal static class Passwords
{
    /// <summary>Sets it by the rules that hold for all; ends the account's sessions and its lock.</summary>
    public static async Task<IdentityResult> SetAsync(UserManager<Account> users, Account account, string password)
    {
        foreach (var validator in users.PasswordValidators)
        {
            var result = await validator.ValidateAsync(users, account, password);
            if (!result.Succeeded)
            {
                return result;
            }
        }

        account.PasswordHash = users.PasswordHasher.HashPassword(account, password);
        (account.FailedCount, account.LockedUntil) = (0, null);
        return await users.UpdateSecurityStampAsync(account);
    }
}
