using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace TalkNotes.Browser.Tests;

/// <summary>Goes from page to page in one tab and looks at each in every way; what is wrong goes to a list.</summary>
internal sealed class Visitor
{
    /// <summary>From the first byte to the first paint, on a machine that does much else; alone it is well under 100 ms.</summary>
    public const double MedianPaintMs = 1_000;

    private const int MostBytes = 60_000;
    private const int MostBytesOfTranscript = 150_000;
    private const int MostRequests = 9;
    private const int Phone = 390;
    private const int Desk = 1440;

    private readonly IPage _page;
    private readonly string _address;
    private readonly ConcurrentBag<string> _faults;
    private readonly ConcurrentBag<string> _errors = [];
    private string _path = "";

    private Visitor(IPage page, string address, ConcurrentBag<string> faults) => (_page, _address, _faults) = (page, address, faults);

    /// <summary>A visitor whose browser keeps nothing from page to page, so that each is weighed whole.</summary>
    public static async Task<Visitor> OfAsync(IPage page, string address, ConcurrentBag<string> faults)
    {
        var visitor = new Visitor(page, address, faults);
        page.PageError += (_, error) => visitor._errors.Add(error);
        page.Console += (_, message) =>
        {
            if (message.Type == "error" && !message.Text.Contains("the server responded with a status of", StringComparison.Ordinal))
            {
                visitor._errors.Add(message.Text);
            }
        };
        var session = await page.Context.NewCDPSessionAsync(page);
        await session.SendAsync("Network.setCacheDisabled", new Dictionary<string, object>(StringComparer.Ordinal) { ["cacheDisabled"] = true });
        return visitor;
    }

    /// <summary>Looks at one page. Returns the time from its first byte to its first paint.</summary>
    public async Task<double> VisitAsync(string path)
    {
        _path = path;
        _errors.Clear();
        await LookAsync(Desk, ColorScheme.Light);
        await _page.GotoAsync(path);
        var paint = await WeighAsync();
        await UseKeysAsync();
        await _page.BringAxeAsync();

        // The whole page first; of what repeats, some of each kind is enough for the other looks.
        await AskAxeAsync("light, 1440 px");
        await _page.EvaluateAsync(Shorten);
        await WidthAsync(Desk);
        await LookAsync(Desk, ColorScheme.Dark);
        await AskAxeAsync("dark, 1440 px");
        await LookAsync(Phone, ColorScheme.Dark);
        await _page.EvaluateAsync("document.querySelectorAll('details').forEach(fold => fold.open = true)");
        await AskAxeAsync("dark, 390 px, unfolded");
        await LookAsync(Phone, ColorScheme.Light);
        await AskAxeAsync("light, 390 px, unfolded");
        foreach (var width in new[] { Phone, 320, Desk / 2 }) // 320 px is also 1280 px at 400 %, 720 px is 1440 px at 200 %
        {
            await LookAsync(width, ColorScheme.Light);
            await WidthAsync(width);
        }

        await LookAsync(Desk, ColorScheme.Light);
        await _page.EvaluateAsync("document.documentElement.style.fontSize = '200%'");
        await WidthAsync(Desk, " with letters of twice the size");
        await _page.EvaluateAsync("document.documentElement.style.fontSize = ''");
        await StayCalmAsync();
        await ForceColoursAsync();
        await PrintAsync();
        return paint;
    }

    /// <summary>Bytes, requests, errors and movement, before anything is changed.</summary>
    private async Task<double> WeighAsync()
    {
        var weight = await _page.EvaluateAsync<Weight>(
            """
            () => new Promise(done => {
              let shift = 0;
              new PerformanceObserver(list => { for (const e of list.getEntries()) shift += e.value; }).observe({ type: 'layout-shift', buffered: true });
              // a paint is known only when it was on the screen, which may be after the frames that are waited for
              const painted = new Promise(seen => new PerformanceObserver(list => {
                const paint = list.getEntriesByName('first-contentful-paint')[0];
                if (paint) seen(paint.startTime);
              }).observe({ type: 'paint', buffered: true }));
              requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(async () => {
                const paint = await painted;
                const [page] = performance.getEntriesByType('navigation');
                const all = [page, ...performance.getEntriesByType('resource')];
                done({
                  bytes: all.reduce((sum, e) => sum + e.encodedBodySize, 0),
                  requests: all.length,
                  strangers: all.filter(e => !e.name.startsWith(location.origin)).length,
                  shift,
                  paint: paint - page.responseStart,
                });
              })));
            })
            """);
        Check(weight.Bytes > 1_000 && weight.Bytes <= (_path.Contains("/transcript", StringComparison.Ordinal) ? MostBytesOfTranscript : MostBytes), $"{weight.Bytes} bytes");
        Check(weight.Requests is >= 3 and <= MostRequests, $"{weight.Requests} requests");
        Check(weight.Strangers == 0 && _page.Url.StartsWith(_address, StringComparison.Ordinal), "asks another server");
        Check(weight.Shift == 0, $"moves by {weight.Shift}");
        Check(_errors.IsEmpty, string.Join("; ", _errors));
        return weight.Paint;
    }

    /// <summary>The first stop is the way past the frame and can be seen; nothing is out of reach or out of order; there is one place for messages.</summary>
    private async Task UseKeysAsync()
    {
        await _page.Keyboard.PressAsync("Tab");
        var problems = await _page.EvaluateAsync<string[]>(
            """
            () => {
              const bad = [];
              const here = document.activeElement;
              if (!document.querySelector('[role=alert]') && !(here.matches('.skip') && here.getBoundingClientRect().top >= 0)) bad.push('does not begin with the skip link');
              if (getComputedStyle(here).outlineStyle === 'none') bad.push('hides the focus');
              for (const e of document.querySelectorAll('a[href], button, input:not([type=hidden]), select, textarea, summary, [data-key]')) {
                if (e.tabIndex < 0) bad.push(`is out of reach: ${e.outerHTML.slice(0, 120)}`);
              }
              if (document.querySelector('[tabindex]:not([tabindex="0"], [tabindex="-1"])')) bad.push('has an order of its own');
              if (document.querySelectorAll('.toast[role=status]').length !== 1) bad.push('has no place for messages');
              return bad;
            }
            """);
        foreach (var problem in problems)
        {
            Check(false, problem);
        }
    }

    private async Task AskAxeAsync(string look)
    {
        foreach (var violation in await _page.AskAxeAsync())
        {
            Check(false, $"{look}: {violation}");
        }
    }

    private async Task WidthAsync(int width, string how = "") => Check(!await _page.ScrollsSidewaysAsync(), $"is wider than {width} px{how}");

    /// <summary>For whom movement is too much, nothing moves.</summary>
    private async Task StayCalmAsync()
    {
        var moving = await _page.EvaluateAsync<string[]>(
            """
            () => [...document.querySelectorAll('*')].filter(e => {
              const s = getComputedStyle(e);
              return s.transitionDuration !== '0s' || s.animationName !== 'none' || s.scrollBehavior !== 'auto';
            }).map(e => e.outerHTML.slice(0, 80)).slice(0, 3)
            """);
        Check(moving.Length == 0, $"moves: {string.Join(" | ", moving)}");
    }

    /// <summary>With forced colours, backgrounds and shadows are gone: what has a state must show it by a line, a shape or weight.</summary>
    private async Task ForceColoursAsync()
    {
        await _page.EmulateMediaAsync(new() { ForcedColors = ForcedColors.Active });
        var mute = await _page.EvaluateAsync<string[]>(
            """
            () => [...document.querySelectorAll('mark, ins, del, .tgt, [aria-current], .led-here td, .pass:has(:checked), .risk, .flag, [aria-invalid=true]')].filter(e => {
              const s = getComputedStyle(e);
              const lines = [s.borderTopStyle, s.borderLeftStyle, s.borderBottomStyle, s.outlineStyle, s.textDecorationLine];
              return e.checkVisibility() && lines.every(l => l === 'none') && parseInt(s.fontWeight) < 600;
            }).concat([...document.querySelectorAll('.st')].filter(e => e.checkVisibility() && getComputedStyle(e, '::before').backgroundColor !== getComputedStyle(e).color))
              .map(e => e.outerHTML.slice(0, 80)).slice(0, 3)
            """);
        Check(mute.Length == 0, $"is mute in forced colours: {string.Join(" | ", mute)}");
        await _page.EmulateMediaAsync(new() { ForcedColors = ForcedColors.None });
    }

    /// <summary>Printed, it is a document: words stay, the frame goes.</summary>
    private async Task PrintAsync()
    {
        await _page.EmulateMediaAsync(new() { Media = Media.Print });
        Check(await _page.EvaluateAsync<bool>("getComputedStyle(document.querySelector('.top')).display === 'none' && document.querySelector('h1').checkVisibility()"), "prints its frame");
        await _page.EmulateMediaAsync(new() { Media = Media.Screen });
    }

    private async Task LookAsync(int width, ColorScheme scheme)
    {
        await _page.SetViewportSizeAsync(width, width < 700 ? 844 : 1000);
        await _page.EmulateMediaAsync(new() { ColorScheme = scheme, ReducedMotion = ReducedMotion.Reduce });
    }

    private void Check(bool holds, string fault)
    {
        if (!holds)
        {
            _faults.Add($"{_path}: {fault}");
        }
    }

    /// <summary>Leaves out what looks like its neighbours: paragraphs without marks or notes, and lines of a source, after the first of them.</summary>
    private const string Shorten =
        """
        () => {
          for (const p of [...document.querySelectorAll('.para')].slice(60)) if (!p.querySelector('mark, .tgt, .note, rt')) p.remove();
          for (const r of [...document.querySelectorAll('.ledger tr')].slice(120)) if (!r.matches('.led-here')) r.remove();
        }
        """;

    private sealed record Weight
    {
        public int Bytes { get; init; }

        public int Requests { get; init; }

        public int Strangers { get; init; }

        public double Shift { get; init; }

        public double Paint { get; init; }
    }
}
