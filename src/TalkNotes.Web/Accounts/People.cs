using TalkNotes.Core.Accounts;

namespace TalkNotes.Web.Accounts;

/// <summary>Finds out who sends a request: by token, by a trusted proxy's word, by session, or because only one person can.</summary>
internal sealed class People(RequestDelegate next, AccessSettings settings, Exposure exposure, CuratorName local, AccountStore accounts, ApiTokens tokens)
{
    /// <summary>Where a request keeps the account that its session belongs to.</summary>
    public static readonly object SessionAccount = new();

    private const string Bearer = "Bearer ";

    /// <summary>What proxies add: a request that carries one did not start on this machine.</summary>
    private static readonly string[] ForwardingHeaders = ["Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Proto", "X-Real-IP", "Via"];

    public async Task InvokeAsync(HttpContext context)
    {
        context.Features.Set(new Access(await FindAsync(context), settings, exposure.IsLocal));
        await next(context);
    }

    /// <summary>The token of a request, or null when it carries none.</summary>
    public static string? TokenOf(HttpRequest request) => request.Headers.Authorization.ToString() is { } given && given.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase)
        ? given[Bearer.Length..].Trim()
        : null;

    private async Task<Person?> FindAsync(HttpContext context)
    {
        if (TokenOf(context.Request) is { } token)
        {
            return Of(await tokens.OwnerAsync(token, context.RequestAborted), "token");
        }

        if (exposure.IsLocal)
        {
            return ForwardingHeaders.Any(context.Request.Headers.ContainsKey) ? null : new Person(local.Local(context.Request), Role.Administrator, "local");
        }

        if (settings.SignInHeader is { } header && TrustedProxies.SentBy(context) && context.Request.Headers[header] is [{ Length: > 0 } name])
        {
            return Of(await accounts.FindAsync(UserStore.KeyOf(name), context.RequestAborted), "proxy");
        }

        return Of(context.Items[SessionAccount] as Account, "session");
    }

    private static Person? Of(Account? account, string via) => account is null ? null : new Person(account.Name, account.Role, via);
}
