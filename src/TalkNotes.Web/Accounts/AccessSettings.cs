using System.Globalization;
using System.Net;
using TalkNotes.Web.Cli;

namespace TalkNotes.Web.Accounts;

/// <summary>Who may do what, as the person who starts the server says; each setting stands in docs/security.md.</summary>
internal sealed record AccessSettings
{
    /// <summary>Nobody writes through the site.</summary>
    public bool ReadOnly { get; private init; }

    /// <summary>Only accounts read.</summary>
    public bool ReadingClosed { get; private init; }

    /// <summary>Names that the site answers to beside the loopback ones.</summary>
    public IReadOnlyList<string> Hosts { get; private init; } = [];

    /// <summary>Addresses whose word about the client is taken.</summary>
    public IReadOnlyList<IPNetwork> TrustedProxies { get; private init; } = [];

    /// <summary>The header in which a trusted proxy names who signed in there; null for none.</summary>
    public string? SignInHeader { get; private init; }

    /// <summary>Requests that one address may send in a minute; loopback is not counted.</summary>
    public int RequestsPerMinute { get; private init; }

    /// <summary>Forms, uploads and other writes that one address may send in a minute.</summary>
    public int WritesPerMinute { get; private init; }

    /// <summary>Reads them from the configuration.</summary>
    /// <exception cref="UsageException">A setting has no meaning.</exception>
    public static AccessSettings From(IConfiguration configuration)
    {
        var settings = new AccessSettings
        {
            ReadOnly = OneOf(configuration, "read-only", "false", "true") == "true",
            ReadingClosed = OneOf(configuration, "reading", "open", "closed") == "closed",
            Hosts = List(configuration, "hosts"),
            TrustedProxies = [.. List(configuration, "trusted-proxies").Select(Network)],
            SignInHeader = configuration["sign-in-header"] is { Length: > 0 } header ? header : null,
            RequestsPerMinute = Number(configuration, "requests-per-minute", 1200),
            WritesPerMinute = Number(configuration, "writes-per-minute", 120),
        };
        return settings is { SignInHeader: not null, TrustedProxies.Count: 0 }
            ? throw new UsageException("--sign-in-header needs --trusted-proxies: anybody else could send that header too")
            : settings;
    }

    private static string OneOf(IConfiguration configuration, string name, string usual, string other)
    {
        var value = (configuration[name] ?? usual).ToLowerInvariant();
        return value == usual || value == other ? value : throw new UsageException($"--{name} takes {usual} or {other}, not '{value}'");
    }

    private static string[] List(IConfiguration configuration, string name) =>
        (configuration[name] ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static IPNetwork Network(string text)
    {
        if (IPAddress.TryParse(text, out var address))
        {
            return new IPNetwork(address, address.GetAddressBytes().Length * 8);
        }

        return IPNetwork.TryParse(text, out var network)
            ? network
            : throw new UsageException($"--trusted-proxies takes addresses such as 10.0.0.7 or 10.0.0.0/8, not '{text}'");
    }

    private static int Number(IConfiguration configuration, string name, int usual)
    {
        if (configuration[name] is not { } text)
        {
            return usual;
        }

        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0
            ? number
            : throw new UsageException($"--{name} takes a number above 0, not '{text}'");
    }
}
