using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using TalkNotes.Core.Accounts;

namespace TalkNotes.Web.Accounts;

/// <summary>What accounts need: in the server and in the command <c>user</c>.</summary>
internal static class AccountServices
{
    private const int WrongPasswordsToLock = 5;
    private const int HashIterations = 210_000; // OWASP's advice for PBKDF2 with SHA-512
    private static readonly TimeSpan Lock = TimeSpan.FromMinutes(15);

    /// <summary>Identity over our accounts: names, passwords, lock-out.</summary>
    public static IServiceCollection AddAccounts(this IServiceCollection services)
    {
        services.AddIdentityCore<Account>(identity =>
            {
                identity.User.AllowedUserNameCharacters = ""; // Account.NameProblem decides
                identity.Password.RequiredLength = KnownPasswords.Shortest;
                identity.Password.RequiredUniqueChars = 5;
                identity.Password.RequireDigit = false; // length counts, not kinds of characters
                identity.Password.RequireLowercase = false;
                identity.Password.RequireUppercase = false;
                identity.Password.RequireNonAlphanumeric = false;
                identity.Lockout.MaxFailedAccessAttempts = WrongPasswordsToLock;
                identity.Lockout.DefaultLockoutTimeSpan = Lock;
            })
            .AddUserStore<UserStore>()
            .AddPasswordValidator<KnownPasswords>();
        services.Configure<PasswordHasherOptions>(hasher => hasher.IterationCount = HashIterations);
        return services;
    }

    /// <summary>Sessions, and the rule who may do what.</summary>
    public static IServiceCollection AddAccess(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddAccounts();
        services.AddSingleton(AccessSettings.From(configuration));
        services.AddSingleton<Exposure>();
        services.AddSingleton<CuratorName>();
        services.AddScoped<Sessions>();
        services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie(Sessions.Configure);
        return services;
    }

    /// <summary>The site's own names, and no other site's requests. Before routing.</summary>
    public static void UseOwnSiteOnly(this WebApplication app)
    {
        app.UseMiddleware<HostRule>();
        app.UseMiddleware<OriginRule>();
    }

    /// <summary>Who sends the request, and whether they may. After routing.</summary>
    public static void UseAccess(this WebApplication app)
    {
        app.UseAuthentication();
        app.UseMiddleware<People>();
        app.UseMiddleware<AccessRule>();
    }
}
