using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http.Timeouts;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using TalkNotes.Web.Accounts;

namespace TalkNotes.Web;

/// <summary>What one client may ask for: sizes, time, and how often. Whoever sits at the machine is hardly limited.</summary>
internal static class Limits
{
    /// <summary>Largest body of a request, where its page does not take documents.</summary>
    public const long LargestBody = 2L * 1024 * 1024;

    /// <summary>Bytes of the line that says what is asked. Quotations are asked for in it, so that an answer is a link.</summary>
    public const int LongestAddress = 32 * 1024;

    /// <summary>Letters of a quotation that a browser sends: more words than are looked for, and fewer bytes than an address has, whatever their script.</summary>
    public const int LongestQuotation = 3_500;

    /// <summary>Time that an answer may take.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);

    /// <summary>Milliseconds that a document may take to arrive over a slow line and to be read and taken in.</summary>
    public const int LongestForADocument = 600_000;

    /// <summary>Time that a download may take whose size is that of the library; the server itself ends those that nobody reads.</summary>
    public static readonly TimeSpan LongestDownload = TimeSpan.FromHours(1);

    private const int SignInsPerMinute = 10;
    private const int LocalSignInsPerMinute = 60;
    private static readonly TimeSpan HeadersWithin = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    /// <summary>Limits of the server itself, and the refusal to listen where nobody is kept from writing.</summary>
    public static void Configure(KestrelServerOptions kestrel)
    {
        kestrel.AddServerHeader = false;
        kestrel.Limits.MaxRequestBodySize = LargestBody;
        kestrel.Limits.RequestHeadersTimeout = HeadersWithin;
        kestrel.Limits.MaxRequestLineSize = LongestAddress;
        kestrel.ConfigureEndpointDefaults(listen =>
            kestrel.ApplicationServices.GetRequiredService<Exposure>().ListenOn(listen.IPEndPoint?.Address));
    }

    public static void AddLimits(this IServiceCollection services)
    {
        services.AddRequestTimeouts(timeouts => timeouts.DefaultPolicy = new RequestTimeoutPolicy { Timeout = Longest });
        services.AddRateLimiter(limiter =>
        {
            limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            limiter.OnRejected = (rejected, _) =>
            {
                var wait = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? after : Minute;
                rejected.HttpContext.Response.Headers.RetryAfter = Math.Max(1, Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
                return ValueTask.CompletedTask;
            };
            limiter.GlobalLimiter = PartitionedRateLimiter.CreateChained(
                PartitionedRateLimiter.Create<HttpContext, string>(c => Client(c) is null ? Unlimited() : Bucket(c, Settings(c).RequestsPerMinute)),
                PartitionedRateLimiter.Create<HttpContext, string>(c => AccessRule.IsSafe(c.Request.Method) || Client(c) is null ? Unlimited() : Bucket(c, Settings(c).WritesPerMinute)),
                PartitionedRateLimiter.Create<HttpContext, string>(c => IsSignIn(c.Request) ? Bucket(c, Client(c) is null ? LocalSignInsPerMinute : SignInsPerMinute) : Unlimited()));
        });
    }

    public static void UseLimits(this WebApplication app)
    {
        app.UseRateLimiter();
        app.UseRequestTimeouts();
    }

    /// <summary>Null where the client is this machine; else what stands for the client: its address, of IPv6 the network that one house has.</summary>
    private static string? Client(HttpContext context)
    {
        var address = context.Connection.RemoteIpAddress;
        address = address is { IsIPv4MappedToIPv6: true } ? address.MapToIPv4() : address;
        return address is null || IPAddress.IsLoopback(address) ? null
            : address.AddressFamily == AddressFamily.InterNetworkV6 ? Convert.ToHexString(address.GetAddressBytes().AsSpan(0, 8))
            : address.ToString();
    }

    private static bool IsSignIn(HttpRequest request) =>
        HttpMethods.IsPost(request.Method) && request.Path.StartsWithSegments(Links.SignIn, StringComparison.OrdinalIgnoreCase);

    private static AccessSettings Settings(HttpContext context) => context.RequestServices.GetRequiredService<AccessSettings>();

    private static RateLimitPartition<string> Unlimited() => RateLimitPartition.GetNoLimiter("");

    /// <summary>A bucket that holds a minute's worth and fills evenly.</summary>
    private static RateLimitPartition<string> Bucket(HttpContext context, int perMinute) =>
        RateLimitPartition.GetTokenBucketLimiter(Client(context) ?? "local", _ => new TokenBucketRateLimiterOptions
        {
            TokenLimit = perMinute,
            TokensPerPeriod = Math.Max(1, perMinute / 60),
            ReplenishmentPeriod = TimeSpan.FromSeconds(Math.Max(1, 60.0 / perMinute)),
            QueueLimit = 0,
            AutoReplenishment = true,
        });
}
