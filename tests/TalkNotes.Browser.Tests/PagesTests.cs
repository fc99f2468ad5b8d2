using System.Collections.Concurrent;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace TalkNotes.Browser.Tests;

/// <summary>
/// What must hold on every page: light, still, quiet, accessible in both colour schemes, whole on a phone and by keyboard. All pages are
/// visited in one test, two at a time, each once: a visit costs more than what is looked at.
/// </summary>
public class PagesTests(Site site)
{
    private const int Visitors = 2;
    private const int MostBytes = 60_000;
    private const int MostBytesOfTranscript = 150_000;
    private const int MostRequests = 9;

    /// <summary>From the first byte to the first paint, on a machine that does much else; alone it is well under 100 ms.</summary>
    private const double MedianPaintMs = 1_000;

    /// <summary>The rules whose answer changes with the colour scheme or the width; the others have been asked once.</summary>
    private static readonly AxeRunOptions OfColourAndWidth = new()
    {
        RunOnly = new RunOnlyOptions { Type = "rule", Values = ["color-contrast", "link-in-text-block", "target-size", "scrollable-region-focusable"] },
    };

    [Fact]
    public async Task Every_page_is_light_still_accessible_and_whole_at_every_width()
    {
        var faults = new ConcurrentBag<string>();
        var paints = new ConcurrentBag<double>();
        var waiting = new ConcurrentQueue<string>(ReadingPages.All);
        await Task.WhenAll(Enumerable.Range(0, Visitors).Select(async _ =>
        {
            while (waiting.TryDequeue(out var path))
            {
                await VisitAsync(path, faults, paints);
            }
        }));
        Assert.True(faults.IsEmpty, string.Join('\n', faults.Order(StringComparer.Ordinal)));
        Assert.InRange(paints.Order().ElementAt(paints.Count / 2), 1, MedianPaintMs);
    }

    private async Task VisitAsync(string path, ConcurrentBag<string> faults, ConcurrentBag<double> paints)
    {
        var page = await site.OpenAsync("about:blank");
        var answers = new ConcurrentBag<IResponse>();
        var errors = new ConcurrentBag<string>();
        page.Response += (_, answer) => answers.Add(answer);
        page.PageError += (_, error) => errors.Add(error);
        page.Console += (_, message) =>
        {
            if (message.Type == "error" && !message.Text.Contains("the server responded with a status of", StringComparison.Ordinal))
            {
                errors.Add(message.Text);
            }
        };
        await page.GotoAsync(path);

        // Weight and calm, before anything is changed.
        var bytes = 0;
        foreach (var answer in answers)
        {
            bytes += (await answer.Request.SizesAsync()).ResponseBodySize;
        }

        Check(bytes <= (path.Contains("/transcript", StringComparison.Ordinal) ? MostBytesOfTranscript : MostBytes), $"{bytes} bytes");
        Check(answers.Count is > 0 and <= MostRequests, $"{answers.Count} requests");
        Check(answers.All(a => a.Url.StartsWith(site.Address, StringComparison.Ordinal)), "asks another server");
        Check(errors.IsEmpty, string.Join("; ", errors));
        var shift = await page.EvaluateAsync<double>(
            """
            () => new Promise(done => {
              new PerformanceObserver(list => done(list.getEntries().reduce((sum, e) => sum + e.value, 0))).observe({ type: 'layout-shift', buffered: true });
              setTimeout(() => done(0), 120);
            })
            """);
        Check(shift == 0, $"moves by {shift}");
        paints.Add(await page.EvaluateAsync<double>("(performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 1e9) - performance.getEntriesByType('navigation')[0].responseStart"));

        // The first stop is the way past the frame, and it can be seen.
        await page.Keyboard.PressAsync("Tab");
        var isAlert = await page.EvaluateAsync<bool>("document.querySelector('[role=alert]') !== null");
        Check(isAlert || await page.EvaluateAsync<bool>("document.activeElement.matches('.skip') && document.activeElement.getBoundingClientRect().top >= 0"), "does not begin with the skip link");
        Check(await page.EvaluateAsync<bool>("getComputedStyle(document.activeElement).outlineStyle !== 'none'"), "hides the focus");

        // Every rule in light on a desk, and again in the dark on a phone.
        Report(await page.RunAxe(), "light");
        Check(!await page.ScrollsSidewaysAsync(), "is wider than 1440 px");
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        await page.SetViewportSizeAsync(390, 844);
        Report(await page.RunAxe(OfColourAndWidth), "dark");
        foreach (var width in new[] { 390, 320 }) // 320 px is also 1280 px at 400 %
        {
            await page.SetViewportSizeAsync(width, 844);
            Check(!await page.ScrollsSidewaysAsync(), $"is wider than {width} px");
        }

        // Printed, it is a document: words stay, the frame goes.
        await page.EmulateMediaAsync(new() { Media = Media.Print });
        Check(await page.EvaluateAsync<bool>("getComputedStyle(document.querySelector('.top')).display === 'none' && document.querySelector('h1').checkVisibility()"), "prints its frame");
        await page.Context.CloseAsync();

        void Check(bool holds, string fault)
        {
            if (!holds)
            {
                faults.Add($"{path}: {fault}");
            }
        }

        void Report(AxeResult result, string scheme)
        {
            foreach (var violation in result.Violations)
            {
                faults.Add($"{path}, {scheme}: {violation.Id}: {string.Join(" | ", violation.Nodes.Take(3).Select(n => n.Html))}");
            }
        }
    }
}
