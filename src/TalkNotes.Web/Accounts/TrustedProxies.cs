using Microsoft.AspNetCore.HttpOverrides;

namespace TalkNotes.Web.Accounts;

/// <summary>The proxies whose word about a client is taken.</summary>
internal static class TrustedProxies
{
    private static readonly object Sender = new();

    /// <summary>Takes the client's address, scheme and host from a trusted proxy; remembers whether one sent the request.</summary>
    public static void UseTrustedProxies(this WebApplication app)
    {
        var settings = app.Services.GetRequiredService<AccessSettings>();
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
            ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto | ForwardedHeaders.XForwardedHost,
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
