using System.Net;
using TalkNotes.Core.Accounts;

namespace TalkNotes.Web.Accounts;

/// <summary>
/// Whether anybody but the person at this machine can reach the site. It cannot as long as every address that it listens
/// on is a loopback one, no other name was given to it and no proxy stands before it.
/// </summary>
internal sealed class Exposure
{
    private readonly AccessSettings _settings;
    private readonly AccountStore _accounts;
    private volatile bool _isBeyondLoopback;

    public Exposure(AccessSettings settings, IConfiguration configuration, AccountStore accounts)
    {
        (_settings, _accounts) = (settings, accounts);
        var urls = (configuration["urls"] ?? WebApp.DefaultUrl).Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(url => BindingAddress.Parse(url).Host.Trim('[', ']')).ToList();
        Hosts = [.. settings.Hosts, .. urls.Where(IsName)];
        _isBeyondLoopback = Hosts.Any(h => !IsLoopback(h)) || settings.TrustedProxies.Count > 0 || urls.Exists(u => !IsLoopback(u));
    }

    /// <summary>Names that the site answers to beside the loopback ones.</summary>
    public IReadOnlyList<string> Hosts { get; }

    /// <summary>Whether only this machine reaches the site.</summary>
    public bool IsLocal => !_isBeyondLoopback;

    /// <summary>Whether a host's name or address can only mean this machine.</summary>
    public static bool IsLoopback(string host) => IPAddress.TryParse(host, out var address)
        ? IPAddress.IsLoopback(address)
        : host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || host.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase);

    /// <summary>Takes note of an address before the server listens on it; null for anything but an IP address.</summary>
    /// <exception cref="ExposedException">Nobody could write there, or everybody.</exception>
    public void ListenOn(IPAddress? address)
    {
        _isBeyondLoopback |= address is null || !IPAddress.IsLoopback(address);
        Demand();
    }

    /// <summary>Refuses to go beyond loopback without somebody who may write, unless nobody is to.</summary>
    /// <exception cref="ExposedException">There is nobody.</exception>
    public void Demand()
    {
        if (_isBeyondLoopback && !_settings.ReadOnly && !_accounts.HasCurator())
        {
            throw new ExposedException();
        }
    }

    private static bool IsName(string host) => !IPAddress.TryParse(host, out _) && host is not ("*" or "+");
}

/// <summary>The server was to be reached by others, and nobody has an account.</summary>
internal sealed class ExposedException() : Exception(
    "others could reach this site, and nobody has an account to write with. Add one first: talknotes user add NAME. "
    + "Or serve it with --read-only");
