using Microsoft.Playwright;
using TalkNotes.Tests.Shared;

[assembly: AssemblyFixture(typeof(TalkNotes.Browser.Tests.Site))]

namespace TalkNotes.Browser.Tests;

/// <summary>
/// The real program on a real port with the five seeds, and a real Chromium: one of each for the whole suite, since starting
/// them takes longer than most tests. Each test opens a page of its own with <see cref="OpenAsync"/>; what it adds must disturb
/// no other test, and only <see cref="DeskTests"/> judges claims.
/// </summary>
public sealed class Site : IAsyncLifetime
{
    private readonly TalkNotesApp _app = new();
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    /// <summary>Address of the site, without a slash at the end.</summary>
    public string Address { get; private set; } = "";

    public async ValueTask InitializeAsync()
    {
        _app.UseKestrel(0);
        _app.StartServer();
        Address = _app.ClientOptions.BaseAddress.ToString().TrimEnd('/');
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = Chromium.Path(),
            Args = ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--disable-background-networking"],
        });
    }

    /// <summary>Opens an address of the site in a fresh browser profile.</summary>
    /// <param name="path">From the root: <c>/talks</c>.</param>
    /// <param name="width">Width of the window in CSS pixels.</param>
    /// <param name="dark">Whether the person's system is dark.</param>
    /// <param name="script">Whether JavaScript runs.</param>
    /// <param name="address">Another server's address; null for the site.</param>
    public async Task<IPage> OpenAsync(string path, int width = 1440, bool dark = false, bool script = true, string? address = null)
    {
        var context = await _browser!.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = address ?? Address,
            ViewportSize = new ViewportSize { Width = width, Height = width < 700 ? 844 : 1000 },
            ColorScheme = dark ? ColorScheme.Dark : ColorScheme.Light,
            JavaScriptEnabled = script,
            ReducedMotion = ReducedMotion.Reduce,
        });
        var page = await context.NewPageAsync();
        await page.GotoAsync(path);
        return page;
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
        await _app.DisposeAsync();
    }
}
