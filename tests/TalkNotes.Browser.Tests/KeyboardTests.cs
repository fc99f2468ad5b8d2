using System.Text;
using Microsoft.Playwright;

namespace TalkNotes.Browser.Tests;

/// <summary>The main ways without a mouse: only Tab, Enter, letters and Escape, each stop with a ring around it.</summary>
public class KeyboardTests(Site site)
{
    [Fact]
    public async Task From_the_start_to_a_cited_quotation()
    {
        var page = await site.OpenAsync("/");
        var search = page.Locator("input[name='q']:focus");
        for (var tries = 0; tries < 40 && await search.CountAsync() == 0; tries++)
        {
            await page.Keyboard.PressAsync("/"); // a key before the modules are there is lost
            await page.WaitForTimeoutAsync(100);
        }

        await page.Keyboard.TypeAsync("\"research intern\"");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**/search?q=*");
        await TabToAsync(page, ".hit > .ts");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**/transcript?*");
        await Assertions.Expect(page.Locator("mark#hit")).ToBeInViewportAsync();
        await page.Keyboard.PressAsync("q");
        var menu = page.Locator(".selbar .menu > div");
        await Assertions.Expect(menu).ToBeVisibleAsync();
        var box = (await menu.BoundingBoxAsync())!;
        Assert.True(box.Y >= 0 && box.Y + box.Height <= 1000, $"The menu of citations opens outside the window: from {box.Y} to {box.Y + box.Height}.");
        await page.Context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);
        await TabToAsync(page, "[data-copy='#cite-markdown']");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator(".toast")).ToHaveTextAsync("Copied");
        Assert.Contains("research intern", await page.EvaluateAsync<string>("navigator.clipboard.readText()"), StringComparison.Ordinal);
        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(menu).ToBeHiddenAsync();
        await Assertions.Expect(page.Locator(".selbar .menu summary")).ToBeFocusedAsync();
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Bars_that_stay_on_a_phone_cover_no_stop()
    {
        var page = await site.OpenAsync(ReadingPages.Timed + "/transcript?at=1:58-2:12&find=intern#s72", width: 390);
        await page.SetViewportSizeAsync(390, 600);
        for (var stops = 0; stops < 40; stops++)
        {
            await page.Keyboard.PressAsync("Tab");
            Assert.True((await StopAsync(page, "a")).IsSeen, $"Stop {stops} cannot be seen: {await page.EvaluateAsync<string>("document.activeElement.outerHTML.slice(0, 100)")}");
        }

        await page.GotoAsync(ReadingPages.Timed + "/correct");
        await TabToAsync(page, "#f-topics"); // past the dates, whose parts take the focus one after the other
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task From_a_pasted_quote_to_its_words()
    {
        var page = await site.OpenAsync("/quote");
        await TabToAsync(page, "#text");
        await page.Keyboard.TypeAsync("we still believe more than ever to some degree");
        await TabToAsync(page, "main form button");
        await page.Keyboard.PressAsync("Enter");
        await page.Locator(".verdict").WaitForAsync();
        await TabToAsync(page, ".kv .ts");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator(".tgt").First).ToBeInViewportAsync();
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task What_happens_is_said_in_a_place_that_was_there_before()
    {
        var page = await site.OpenAsync(ReadingPages.Timed);
        await page.EvaluateAsync("""
            () => {
              window.heard = [];
              new MutationObserver(() => window.heard.push(document.querySelector('.toast[role=status]').textContent))
                .observe(document.querySelector('.toast[role=status]'), { childList: true, characterData: true, subtree: true });
            }
            """);
        await page.GetByRole(AriaRole.Button, new() { Name = "Copy citation" }).ClickAsync();
        await page.WaitForFunctionAsync("window.heard.length > 0");
        Assert.Matches("Copied|did not allow", await page.EvaluateAsync<string>("window.heard[0]"));

        await page.GotoAsync(ReadingPages.Timed + "/transcript?find=intern");
        Assert.StartsWith("1 of", await page.Locator(".rbar [role=status]").InnerTextAsync(), StringComparison.Ordinal);
        await page.GotoAsync(ReadingPages.Timed + "/transcript?find=zebra");
        await Assertions.Expect(page.Locator(".rbar [role=status]")).ToContainTextAsync("Not said here");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Names_and_titles_that_run_the_other_way_leave_the_words_around_them_in_place()
    {
        const string Text = "---\ntitle: \u202Eevil \u05E9\u05DC\u05D5\u05DD 2024\ndate: 2025-03-04\n---\n\n## Transcript\n\n\u05D3\u05DF: \u05E9\u05DC\u05D5\u05DD zwlfx there.\n\nAnn: Yes zwlfx, 5 of them.\n";
        var page = await site.OpenAsync("/add");
        await page.GetByLabel("Transcripts, notes or summaries").SetInputFilesAsync(new FilePayload { Name = "rtl.md", MimeType = "text/markdown", Buffer = Encoding.UTF8.GetBytes(Text) });
        await page.GetByRole(AriaRole.Button, new() { Name = "Read it" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { NameString = "Save" }).First.ClickAsync();
        await page.Locator("h1").WaitForAsync();
        foreach (var path in new[] { new Uri(page.Url).AbsolutePath, new Uri(page.Url).AbsolutePath + "/transcript", "/talks", "/search?q=zwlfx", "/speakers", "/quote?text=zwlfx+there+and+more+words" })
        {
            await page.GotoAsync(path);
            var turned = await page.EvaluateAsync<string[]>("""
                () => {
                  const foreign = /[\u0590-\u05FF\u202E]/;
                  const bad = [];
                  const walker = document.createTreeWalker(document.querySelector('main'), NodeFilter.SHOW_TEXT);
                  while (walker.nextNode()) {
                    const node = walker.currentNode;
                    if (!foreign.test(node.data) || !node.data.trim() || !node.parentElement.checkVisibility()) continue;
                    let e = node.parentElement;
                    while (e && !['plaintext', 'isolate'].includes(getComputedStyle(e).unicodeBidi)) e = e.parentElement;
                    const around = e && [...e.childNodes].filter(n => n.nodeType === 3 && n.data.trim()).length;
                    if (!e || e === document.documentElement || (getComputedStyle(e).unicodeBidi === 'isolate' && /[a-z]{4} /i.test(e.innerText.replace(node.data, '')))) bad.push(node.parentElement.outerHTML.slice(0, 160));
                  }
                  return bad;
                }
                """);
            Assert.True(turned.Length == 0, $"{path}: {string.Join(" | ", turned)}");
        }

        await page.Context.CloseAsync();
    }

    /// <summary>Goes on by Tab until the focus stands there; each stop on the way shows itself.</summary>
    private static async Task TabToAsync(IPage page, string selector)
    {
        for (var stops = 0; stops < 150; stops++)
        {
            await page.Keyboard.PressAsync("Tab");
            var (isThere, isSeen) = await StopAsync(page, selector);
            Assert.True(isSeen, "A stop on the way cannot be seen.");
            if (isThere)
            {
                return;
            }
        }

        Assert.Fail($"Tab never comes to {selector}.");
    }

    private static async Task<(bool IsThere, bool IsSeen)> StopAsync(IPage page, string selector)
    {
        var stop = await page.EvaluateAsync<bool[]>(
            """
            selector => {
              const here = document.activeElement;
              const { top, bottom } = here.getBoundingClientRect();
              const covers = bar => !bar.contains(here) && bar.checkVisibility() && getComputedStyle(bar).position !== 'static'
                && bar.getBoundingClientRect().top <= (top + bottom) / 2 && (top + bottom) / 2 <= bar.getBoundingClientRect().bottom;
              const isSeen = getComputedStyle(here).outlineStyle !== 'none' && ![...document.querySelectorAll('.rbar, .selbar, .votes')].some(covers);
              return [here.matches(selector), here === document.body || isSeen];
            }
            """, selector);
        return (stop[0], stop[1]);
    }
}
