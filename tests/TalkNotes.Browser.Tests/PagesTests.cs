using System.Collections.Concurrent;

namespace TalkNotes.Browser.Tests;

/// <summary>
/// What must hold on every page: light, still, quiet, accessible in both colour schemes and widths, whole on a phone, zoomed, printed, in
/// forced colours and by keyboard. All pages are visited in one test, two at a time, each loaded once: opening costs more than looking.
/// </summary>
public class PagesTests(Site site)
{
    private const int Visitors = 2;

    [Fact]
    public async Task Every_page_is_light_still_accessible_and_whole_in_every_look()
    {
        var faults = new ConcurrentBag<string>();
        var paints = new ConcurrentBag<double>();
        var waiting = new ConcurrentQueue<string>(ReadingPages.All);
        await Task.WhenAll(Enumerable.Range(0, Visitors).Select(async _ =>
        {
            var page = await site.OpenAsync("about:blank");
            var visitor = await Visitor.OfAsync(page, site.Address, faults);
            while (waiting.TryDequeue(out var path))
            {
                paints.Add(await visitor.VisitAsync(path));
            }

            await page.Context.CloseAsync();
        }));
        Assert.True(faults.IsEmpty, string.Join('\n', faults.Order(StringComparer.Ordinal)));
        Assert.InRange(paints.Order().ElementAt(paints.Count / 2), 1, Visitor.MedianPaintMs);
    }
}
