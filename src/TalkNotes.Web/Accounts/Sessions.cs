using System.Net;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using TalkNotes.Core.Accounts;

namespace TalkNotes.Web.Accounts;

/// <summary>Sign-in by name and password, and what keeps a session true: it ends when it is told to, and with the account, its password or its role.</summary>
internal sealed partial class Sessions(UserManager<Account> users, IPasswordHasher<Account> hasher, OpenSessions open, ILogger<Sessions> logger)
{
    private const string Secret = "session";

    /// <summary>One at a time: a hash is dear on purpose, and guesses shall not take the processors from readers.</summary>
    private static readonly SemaphoreSlim Gate = new(1);

    /// <summary>The account, or null when name or password is wrong or the account is locked; which of them is not told.</summary>
    /// <param name="name">As typed.</param>
    /// <param name="password">As typed.</param>
    /// <param name="client">Where it came from, for the log.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<Account?> CheckAsync(string name, string password, IPAddress? client, CancellationToken ct)
    {
        await Gate.WaitAsync(ct);
        try
        {
            var account = password.Length <= KnownPasswords.Longest ? await users.FindByNameAsync(name) : null;
            if (account?.PasswordHash is null || await users.IsLockedOutAsync(account))
            {
                hasher.HashPassword(account ?? new Account { Name = name, Role = Role.Reader }, password); // takes as long as a check
                LogRefused(account?.Name ?? "unknown", client);
                return null;
            }

            if (!await users.CheckPasswordAsync(account, password))
            {
                await users.AccessFailedAsync(account);
                LogRefused(account.Name, client);
                return null;
            }

            if (account.FailedCount > 0)
            {
                await users.ResetAccessFailedCountAsync(account);
            }

            LogSignedIn(account.Name, client);
            return account;
        }
        finally
        {
            Gate.Release();
        }
    }

    /// <summary>Begins a session; one that this browser had ends.</summary>
    public async Task BeginAsync(HttpContext context, Account account)
    {
        await open.EndAsync(SecretOf(context.User), context.RequestAborted);
        if (await open.BeginAsync(account.Key, context.RequestAborted) is { } secret)
        {
            var identity = new ClaimsIdentity([new(ClaimTypes.Name, account.Name), new(Secret, secret)], CookieAuthenticationDefaults.AuthenticationScheme);
            await context.SignInAsync(CookieAuthenticationDefaults.AuthenticationScheme, new ClaimsPrincipal(identity), new AuthenticationProperties { IsPersistent = false });
        }
    }

    /// <summary>Ends the session of this browser, for whoever holds a copy of its cookie too.</summary>
    public async Task EndAsync(HttpContext context)
    {
        await open.EndAsync(SecretOf(context.User), context.RequestAborted);
        await context.SignOutAsync(CookieAuthenticationDefaults.AuthenticationScheme);
    }

    /// <summary>What the cookie of a session holds; empty without one.</summary>
    public static string SecretOf(ClaimsPrincipal? principal) => principal?.FindFirstValue(Secret) ?? "";

    /// <summary>The cookie of a session, and the check of each request that it still holds.</summary>
    public static void Configure(CookieAuthenticationOptions options)
    {
        options.Cookie.Name = "talknotes-session";
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        options.ExpireTimeSpan = OpenSessions.Idle;
        options.SlidingExpiration = true;
        options.Events.OnValidatePrincipal = ValidateAsync;
    }

    private static async Task ValidateAsync(CookieValidatePrincipalContext context)
    {
        var open = context.HttpContext.RequestServices.GetRequiredService<OpenSessions>();
        if (await open.OwnerAsync(SecretOf(context.Principal), context.HttpContext.RequestAborted) is not { } account)
        {
            context.RejectPrincipal();
            await context.HttpContext.SignOutAsync(CookieAuthenticationDefaults.AuthenticationScheme);
            return;
        }

        context.HttpContext.Items[People.SessionAccount] = account;
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Signed in {Account} at {Client}")]
    private partial void LogSignedIn(string account, IPAddress? client);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Refused to sign in {Account} at {Client}")]
    private partial void LogRefused(string account, IPAddress? client);
}
