using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using TalkNotes.Core.Accounts;

namespace TalkNotes.Web.Accounts;

/// <summary>Sign-in by name and password, and what keeps a session true: it ends with the account, its password or its role.</summary>
internal sealed partial class Sessions(UserManager<Account> users, IPasswordHasher<Account> hasher, ILogger<Sessions> logger)
{
    private const string Stamp = "stamp";
    private const string Since = "since";
    private static readonly TimeSpan Idle = TimeSpan.FromHours(12);
    private static readonly TimeSpan Longest = TimeSpan.FromDays(30);

    /// <summary>One at a time: a hash is dear on purpose, and guesses shall not take the processors from readers.</summary>
    private static readonly SemaphoreSlim Gate = new(1);

    /// <summary>The account, or null when name or password is wrong or the account is locked; which of them is not told.</summary>
    public async Task<Account?> CheckAsync(string name, string password, CancellationToken ct)
    {
        await Gate.WaitAsync(ct);
        try
        {
            var account = password.Length <= KnownPasswords.Longest ? await users.FindByNameAsync(name) : null;
            if (account?.PasswordHash is null || await users.IsLockedOutAsync(account))
            {
                hasher.HashPassword(account ?? new Account { Name = name, Role = Role.Reader }, password); // takes as long as a check
                LogRefused(account?.Name ?? "unknown");
                return null;
            }

            if (!await users.CheckPasswordAsync(account, password))
            {
                await users.AccessFailedAsync(account);
                LogRefused(account.Name);
                return null;
            }

            if (account.FailedCount > 0)
            {
                await users.ResetAccessFailedCountAsync(account);
            }

            LogSignedIn(account.Name);
            return account;
        }
        finally
        {
            Gate.Release();
        }
    }

    /// <summary>Begins a session.</summary>
    public static Task BeginAsync(HttpContext context, Account account)
    {
        var identity = new ClaimsIdentity(
            [new(ClaimTypes.NameIdentifier, account.Key), new(ClaimTypes.Name, account.Name), new(Stamp, account.Stamp)],
            CookieAuthenticationDefaults.AuthenticationScheme);
        var properties = new AuthenticationProperties { IsPersistent = false };
        properties.SetString(Since, DateTimeOffset.UtcNow.ToUnixTimeSeconds().ToString());
        return context.SignInAsync(CookieAuthenticationDefaults.AuthenticationScheme, new ClaimsPrincipal(identity), properties);
    }

    /// <summary>The cookie of a session, and the check of each request that it still holds.</summary>
    public static void Configure(CookieAuthenticationOptions options)
    {
        options.Cookie.Name = "talknotes-session";
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        options.ExpireTimeSpan = Idle;
        options.SlidingExpiration = true;
        options.Events.OnValidatePrincipal = ValidateAsync;
    }

    private static async Task ValidateAsync(CookieValidatePrincipalContext context)
    {
        var accounts = context.HttpContext.RequestServices.GetRequiredService<AccountStore>();
        var key = context.Principal?.FindFirstValue(ClaimTypes.NameIdentifier) ?? "";
        var isOld = !long.TryParse(context.Properties.GetString(Since), out var since)
            || DateTimeOffset.UtcNow - DateTimeOffset.FromUnixTimeSeconds(since) > Longest;
        var account = isOld ? null : await accounts.FindAsync(key, context.HttpContext.RequestAborted);
        if (account is null || account.Stamp != context.Principal?.FindFirstValue(Stamp))
        {
            context.RejectPrincipal();
            await context.HttpContext.SignOutAsync(CookieAuthenticationDefaults.AuthenticationScheme);
            return;
        }

        context.HttpContext.Items[People.SessionAccount] = account;
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Signed in {Account}")]
    private partial void LogSignedIn(string account);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Refused to sign in {Account}")]
    private partial void LogRefused(string account);
}
