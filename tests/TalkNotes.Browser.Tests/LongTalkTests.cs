using System.Text;
using Microsoft.Playwright;
using TalkNotes.Tests.Shared;

namespace TalkNotes.Browser.Tests;

/// <summary>A talk of three hours and five thousand caption lines.</summary>
public sealed class LongTalkTests(Site site) : IAsyncLifetime
{
    private const int Lines = 5_000;
    private const int MostBytes = 150_000;

    /// <summary>From the first byte to the first paint; alone the machine needs a tenth of it.</summary>
    private const double MostPaintMs = 3_000;

    private readonly string _library = Directory.CreateTempSubdirectory("talknotes-long-").FullName;
    private TalkNotesApp? _app;

    public async ValueTask InitializeAsync()
    {
        await File.WriteAllTextAsync(Path.Combine(_library, "long.md"), Text());
        _app = new TalkNotesApp(_library);
        _app.UseKestrel(0);
        _app.StartServer();
    }

    [Fact]
    public async Task It_opens_at_once_as_one_page_in_which_the_browsers_own_find_works()
    {
        var page = await site.OpenAsync("about:blank", address: _app!.ClientOptions.BaseAddress.ToString());
        var answer = (await page.GotoAsync("/talks/a-long-conversation/transcript"))!;
        Assert.InRange((await answer.Request.SizesAsync()).ResponseBodySize, 1, MostBytes);
        Assert.InRange(await page.EvaluateAsync<double>("performance.getEntriesByName('first-contentful-paint')[0].startTime - performance.getEntriesByType('navigation')[0].responseStart"), 1, MostPaintMs);
        Assert.Equal(Lines, await page.EvaluateAsync<int>("document.querySelectorAll('.said > span[id]').length"));
        Assert.True(await page.EvaluateAsync<bool>("window.find('the zeppelin lands')"));
        await page.GotoAsync($"/talks/a-long-conversation/transcript#s{Lines - 2}");
        await Assertions.Expect(page.Locator($"#s{Lines - 2}")).ToBeInViewportAsync();
        await page.Context.CloseAsync();
    }

    [Theory]
    [InlineData(1440)]
    [InlineData(390)]
    public async Task What_is_not_laid_out_yet_is_about_as_high_as_it_will_be(int width)
    {
        var page = await site.OpenAsync("about:blank", width, address: _app!.ClientOptions.BaseAddress.ToString());
        await page.GotoAsync("/talks/a-long-conversation/transcript");
        var near = await HeightAsync();
        await page.EvaluateAsync(
            "() => { const sheet = new CSSStyleSheet(); sheet.replaceSync('* { content-visibility: visible !important }'); document.adoptedStyleSheets = [sheet]; }");
        var whole = await HeightAsync();
        Assert.InRange(near / whole, 0.95, 1.05);
        await page.Context.CloseAsync();

        Task<double> HeightAsync() => page.EvaluateAsync<double>("document.querySelector('.tx').getBoundingClientRect().height");
    }

    [Fact]
    public async Task A_link_into_the_middle_opens_there_and_stays_there()
    {
        var page = await site.OpenAsync("about:blank", address: _app!.ClientOptions.BaseAddress.ToString());
        await page.GotoAsync($"/talks/a-long-conversation/transcript#s{Lines / 2}");
        var first = await page.Locator($"#s{Lines / 2}").BoundingBoxAsync();
        await page.EvaluateAsync("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))");
        var later = await page.Locator($"#s{Lines / 2}").BoundingBoxAsync();
        Assert.InRange(Math.Abs(first!.Y - later!.Y), 0, 2);
        await Assertions.Expect(page.Locator($"#s{Lines / 2}")).ToBeInViewportAsync();
        await page.Context.CloseAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (_app is not null)
        {
            await _app.DisposeAsync();
        }

        Directory.Delete(_library, recursive: true);
    }

    /// <summary>Words of a seed, again and again, so that it reads and compresses as talks do; its last line is like no other.</summary>
    private static string Text()
    {
        var words = File.ReadAllText(Checkout.Seed("001")).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Where(w => !char.IsDigit(w[0]) && w != ">>").ToArray();
        var text = new StringBuilder("---\ntitle: A long conversation\n---\n\n## Transcript\n\n");
        for (var n = 0; n < Lines; n++)
        {
            var at = TimeSpan.FromSeconds(2.16 * n);
            var line = n == Lines - 1 ? "and so the zeppelin lands" : string.Join(' ', Enumerable.Range(0, 7).Select(i => words[((7 * n) + i) % words.Length]));
            text.Append("- [").Append(at.ToString(@"h\:mm\:ss", System.Globalization.CultureInfo.InvariantCulture)).Append("] ").Append(line).Append('\n');
        }

        return text.ToString();
    }
}
