using System.Globalization;
using System.Text;
using Microsoft.Playwright;
using TalkNotes.Tests.Shared;

namespace TalkNotes.Browser.Tests;

/// <summary>
/// When something is seen: <c>TALKNOTES_PAINT=10 dotnet run -c Release --project tests/TalkNotes.Browser.Tests -- --filter-class "*PaintTests"</c>
/// loads every page ten times over a warm server that is set up as for people, and prints the table of docs/performance.md: each page
/// entered with nothing cached and in a new process of the browser (cold), and as the next page of the site (warm). The first row is a
/// file of a few words without markup: what the browser itself takes. Without that variable two pages are loaded once, so that the ruler
/// itself stays sound.
/// </summary>
public class PaintTests(Site site)
{
    private const string Floor = "/robots.txt";
    private const double MostMs = 3_000; // the ruler's own test runs beside others; the table is what is judged

    private static readonly Dictionary<string, string> AsForPeople = new(StringComparer.Ordinal) { ["environment"] = "Production" };

    [Fact]
    public async Task First_paints_are_measured()
    {
        var isAsked = int.TryParse(Environment.GetEnvironmentVariable("TALKNOTES_PAINT"), NumberStyles.None, CultureInfo.InvariantCulture, out var loads) && loads > 0;
        await using var app = isAsked ? new TalkNotesApp(Checkout.Seeds, AsForPeople) : null;
        app?.UseKestrel(0);
        app?.StartServer();
        var address = app?.ClientOptions.BaseAddress.ToString().TrimEnd('/');
        var cold = await TabAsync(address, cached: false);
        var warm = await TabAsync(address, cached: true);
        var table = new StringBuilder("| page | server | cold | fastest | warm | fastest |\n| --- | ---: | ---: | ---: | ---: | ---: |\n");
        foreach (var path in isAsked ? [Floor, .. ReadingPages.All] : ReadingPages.All[..2])
        {
            await cold.GotoAsync(path); // warms the server
            var (first, next) = (new List<Paint>(), new List<Paint>());
            for (var i = 0; i < (isAsked ? loads : 1); i++)
            {
                first.Add(await PaintAsync(cold, from: "about:blank", path));
                next.Add(await PaintAsync(warm, from: path == "/talks" ? "/" : "/talks", path));
            }

            Assert.InRange(Median(first, p => p.AtMs), 1, MostMs);
            Assert.InRange(Median(next, p => p.AtMs), 1, MostMs);
            table.Append(CultureInfo.InvariantCulture, $"| `{path}` | {Median(next, p => p.ServerMs):0} | {Median(first, p => p.AtMs):0} | {first.Min(p => p.AtMs):0} | {Median(next, p => p.AtMs):0} | {next.Min(p => p.AtMs):0} |\n");
        }

        await cold.Context.CloseAsync();
        await warm.Context.CloseAsync();
        if (isAsked)
        {
            Console.WriteLine($"{table}Load: {(File.Exists("/proc/loadavg") ? await File.ReadAllTextAsync("/proc/loadavg", TestContext.Current.CancellationToken) : "not known")}");
        }
    }

    private async Task<IPage> TabAsync(string? address, bool cached)
    {
        var page = await site.OpenAsync("about:blank", address: address);
        var session = await page.Context.NewCDPSessionAsync(page);
        await session.SendAsync("Network.setCacheDisabled", new Dictionary<string, object>(StringComparer.Ordinal) { ["cacheDisabled"] = !cached });
        return page;
    }

    private static async Task<Paint> PaintAsync(IPage page, string from, string path)
    {
        await page.GotoAsync(from);
        await page.GotoAsync(path);
        return await page.EvaluateAsync<Paint>(
            """
            () => new Promise(done => {
              const [page] = performance.getEntriesByType('navigation');
              new PerformanceObserver(list => {
                const paint = list.getEntries().find(e => e.name === 'first-contentful-paint');
                if (paint) done({ serverMs: page.responseStart - page.requestStart, atMs: paint.startTime });
              }).observe({ type: 'paint', buffered: true });
            })
            """);
    }

    private static double Median(List<Paint> paints, Func<Paint, double> part) => paints.Select(part).Order().ElementAt(paints.Count / 2);

    private sealed record Paint
    {
        public double ServerMs { get; init; }

        public double AtMs { get; init; }
    }
}
