using System.Collections.Concurrent;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using TalkNotes.Core.Accounts;
using TalkNotes.Tests.Shared;

namespace TalkNotes.Web.Tests.Hostile;

/// <summary>The program behind a real server, with everything that it logs, and what no page of it may ever hold.</summary>
public sealed class HostileSite : TalkNotesApp, IAsyncLifetime
{
    private readonly HttpClientHandler _handler = new() { AllowAutoRedirect = false, UseCookies = true };

    public HostileSite()
        : base(Checkout.Seeds)
    {
    }

    /// <summary>Every line that the program logged at Information and above.</summary>
    public ConcurrentQueue<string> Log { get; } = new();

    public HttpClient Client { get; private set; } = null!;

    /// <summary>A token of a curator.</summary>
    public string Token { get; private set; } = "";

    public async ValueTask InitializeAsync()
    {
        UseKestrel(0);
        StartServer();
        Client = new HttpClient(_handler) { BaseAddress = ClientOptions.BaseAddress, Timeout = TimeSpan.FromMinutes(2) };
        await Services.GetRequiredService<AccountStore>().AddAsync(new Account { Name = "mallory", Key = "MALLORY", Role = Role.Curator }, CancellationToken.None);
        Token = (await Services.GetRequiredService<ApiTokens>().MakeAsync("MALLORY", "attack", 1, CancellationToken.None))!;
    }

    /// <summary>Reads an answer and says what is wrong with it: a fault of the server, or something in the page that would run or lead away.</summary>
    public static async Task<List<string>> FaultsAsync(HttpResponseMessage answer, CancellationToken ct)
    {
        var faults = new List<string>();
        if ((int)answer.StatusCode >= 500)
        {
            faults.Add($"answered {(int)answer.StatusCode}");
        }

        if (answer.Headers.TryGetValues("Set-Cookie", out var cookies) && cookies.Any(c => c.StartsWith("stolen", StringComparison.Ordinal)))
        {
            faults.Add("a header was smuggled in");
        }

        if (answer.Headers.Location is { } location && (location.IsAbsoluteUri || location.OriginalString.StartsWith("//", StringComparison.Ordinal)))
        {
            faults.Add($"leads to {location}");
        }

        if (!answer.Headers.TryGetValues("Content-Security-Policy", out var policy) || !policy.Single().Contains("'self'", StringComparison.Ordinal))
        {
            faults.Add("has no policy");
        }

        if (answer.Content.Headers.ContentType?.MediaType == "text/html")
        {
            faults.AddRange(LiveParts(await PageAsync(answer, ct)));
        }

        return faults;
    }

    public static async Task<IDocument> PageAsync(HttpResponseMessage answer, CancellationToken ct)
    {
        var html = await answer.Content.ReadAsStringAsync(ct);
        return new HtmlParser().ParseDocument(html);
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.ConfigureLogging(logging => logging.AddProvider(new Recorder(Log)).SetMinimumLevel(LogLevel.Information)
            .AddFilter("Microsoft", LogLevel.Warning).AddFilter("System", LogLevel.Warning));
    }

    protected override void Dispose(bool disposing)
    {
        Client?.Dispose();
        _handler.Dispose();
        base.Dispose(disposing);
    }

    /// <summary>
    /// Our pages have scripts by address, data blocks without a mark-up sign, links to this site, and no handler, frame, style,
    /// plug-in or foreign form; so each of these came from outside.
    /// </summary>
    private static IEnumerable<string> LiveParts(IDocument page) =>
    [
        .. page.QuerySelectorAll("script:not([src^='/js/'], [type='application/ld+json']), iframe, object, embed, style, base, meta[http-equiv], math").Select(e => $"holds {e.OuterHtml}"),
        .. page.QuerySelectorAll("script[type='application/ld+json']").Where(e => e.TextContent.Contains('<', StringComparison.Ordinal)).Select(e => $"holds mark-up in {e.OuterHtml}"),
        .. page.QuerySelectorAll("link[href*='//']").Where(e => !e.GetAttribute("href")!.StartsWith("http://127.0.0.1:", StringComparison.Ordinal)).Select(e => $"links {e.OuterHtml}"),
        .. page.All.SelectMany(e => e.Attributes, (e, a) => (e, a)).Where(x => x.a.Name.StartsWith("on", StringComparison.OrdinalIgnoreCase)).Select(x => $"{x.e.LocalName} runs {x.a.Name}"),
        .. page.All.SelectMany(e => e.Attributes).Where(a => a.Name is "href" or "src" or "action" or "formaction" or "data").Where(a => !IsSafe(a.Value)).Select(a => $"leads to {a.Value}"),
        .. page.Forms.Where(f => f.GetAttribute("action") is { } to && to.Contains("//", StringComparison.Ordinal)).Select(f => $"sends to {f.Action}"),
    ];

    private static bool IsSafe(string address)
    {
        var scheme = new string([.. address.Where(c => !char.IsWhiteSpace(c) && !char.IsControl(c))]).ToLowerInvariant();
        return !scheme.StartsWith("javascript:", StringComparison.Ordinal) && !scheme.StartsWith("data:", StringComparison.Ordinal) && !scheme.StartsWith("vbscript:", StringComparison.Ordinal);
    }

    private sealed class Recorder(ConcurrentQueue<string> log) : ILoggerProvider, ILogger
    {
        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Information;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            log.Enqueue($"{logLevel} {formatter(state, exception)} {exception}");

        public void Dispose()
        {
            // the lines are the site's
        }
    }
}
