using System.Globalization;
using System.Text;

namespace TalkNotes.Browser.Tests;

/// <summary>
/// When something is seen: <c>TALKNOTES_PAINT=10 dotnet run -c Release --project tests/TalkNotes.Browser.Tests -- --filter-class "*PaintTests"</c>
/// loads every page ten times over a warm server, without the browser's cache, and prints the table of docs/performance.md. Without that
/// variable two pages are loaded once, so that the ruler itself stays sound.
/// </summary>
public class PaintTests(Site site)
{
    private const double MostMs = 3_000; // the ruler's own test runs beside others; the table is what is judged

    [Fact]
    public async Task First_paints_are_measured()
    {
        var isAsked = int.TryParse(Environment.GetEnvironmentVariable("TALKNOTES_PAINT"), NumberStyles.None, CultureInfo.InvariantCulture, out var loads) && loads > 0;
        var page = await site.OpenAsync("about:blank");
        var session = await page.Context.NewCDPSessionAsync(page);
        await session.SendAsync("Network.setCacheDisabled", new Dictionary<string, object>(StringComparer.Ordinal) { ["cacheDisabled"] = true });
        var table = new StringBuilder("| page | server ms | first paint ms, median | fastest | slowest |\n| --- | ---: | ---: | ---: | ---: |\n");
        foreach (var path in isAsked ? ReadingPages.All : ReadingPages.All[..2])
        {
            await page.GotoAsync(path); // warms the server
            var times = new List<double[]>();
            for (var i = 0; i < (isAsked ? loads : 1); i++)
            {
                await page.GotoAsync("about:blank");
                await page.GotoAsync(path);
                times.Add(await page.EvaluateAsync<double[]>(
                    """
                    () => new Promise(done => {
                      const [page] = performance.getEntriesByType('navigation');
                      new PerformanceObserver(list => {
                        const paint = list.getEntries().find(e => e.name === 'first-contentful-paint');
                        if (paint) done([page.responseStart - page.requestStart, paint.startTime]);
                      }).observe({ type: 'paint', buffered: true });
                    })
                    """));
            }

            var paints = times.ConvertAll(t => t[1]);
            Assert.InRange(Median(paints), 1, MostMs);
            table.Append(CultureInfo.InvariantCulture, $"| `{path}` | {Median(times.ConvertAll(t => t[0])):0} | {Median(paints):0} | {paints.Min():0} | {paints.Max():0} |\n");
        }

        await page.Context.CloseAsync();
        if (isAsked)
        {
            Console.WriteLine($"{table}Load: {(File.Exists("/proc/loadavg") ? await File.ReadAllTextAsync("/proc/loadavg", TestContext.Current.CancellationToken) : "not known")}");
        }
    }

    private static double Median(List<double> numbers) => numbers.Order().ElementAt(numbers.Count / 2);
}
