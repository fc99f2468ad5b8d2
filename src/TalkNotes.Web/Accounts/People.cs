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

/// <summary>The proxies whose word about a client is taken.</summary>
internal static class TrustedProxies
{
    private static readonly object Sender = new();

    /// <summary>Takes the client's address, scheme and host from a trusted proxy; remembers whether one sent the request.</summary>
    public static void UseTrustedProxies(this IApplicationBuilder app, AccessSettings settings)
    {
        if (settings.TrustedProxies.Count == 0)
        {
            return;
        }

        app.Use((context, next) =>
        {
            var peer = context.Connection.RemoteIpAddress;
            peer = peer is { IsIPv4MappedToIPv6: true } ? peer.MapToIPv4() : peer;
            context.Items[Sender] = peer is not null && settings.TrustedProxies.Any(p => p.Contains(peer));
            return next(context);
        });
        var options = new ForwardedHeadersOptions
        {
            ForwardedHeaders = Microsoft.AspNetCore.HttpOverrides.ForwardedHeaders.XForwardedFor
                | Microsoft.AspNetCore.HttpOverrides.ForwardedHeaders.XForwardedProto | Microsoft.AspNetCore.HttpOverrides.ForwardedHeaders.XForwardedHost,
            ForwardLimit = null,
        };
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (var proxy in settings.TrustedProxies)
        {
            options.KnownIPNetworks.Add(proxy);
        }

        app.UseForwardedHeaders(options);
    }

    /// <summary>Whether a trusted proxy sent the request.</summary>
    public static bool SentBy(HttpContext context) => context.Items[Sender] is true;
}
