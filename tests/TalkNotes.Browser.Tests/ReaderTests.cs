using Microsoft.Playwright;

namespace TalkNotes.Browser.Tests;

public class ReaderTests(Site site)
{
    private const string Transcript = ReadingPages.Timed + "/transcript";

    [Theory]
    [InlineData(1440)]
    [InlineData(390)]
    public async Task Lines_of_a_source_have_most_of_its_table(int width)
    {
        var page = await site.OpenAsync(ReadingPages.Timed + "/sources/1", width: width);
        var (table, text) = (await page.Locator(".ledger").BoundingBoxAsync(), await page.Locator("#L1 > td:last-child").BoundingBoxAsync());
        Assert.InRange(text!.Width / table!.Width, 0.5, 1);
        await page.Context.CloseAsync();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task From_the_start_to_the_marked_words_of_a_talk(bool script)
    {
        var page = await site.OpenAsync("/", script: script);
        await page.GetByRole(AriaRole.Link, new() { Name = "All talks" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { NameString = "OpenAI’s Chief Scientist on Continual Learning" }).First.ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Read the transcript" }).ClickAsync();
        await page.GetByRole(AriaRole.Searchbox, new() { Name = "Find in this talk" }).FillAsync("research intern");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**find=research*");
        Assert.StartsWith("1 of ", await page.Locator(".rbar b").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Contains("research", await page.Locator(".said mark").First.InnerTextAsync(), StringComparison.Ordinal);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Link_to_a_range_marks_exactly_its_words_and_offers_to_quote_them()
    {
        var page = await site.OpenAsync(Transcript + "?at=1:58-2:12", script: false);
        var words = string.Concat(await page.Locator(".tgt").AllInnerTextsAsync());
        Assert.StartsWith("the open team talked about aiming for a", words, StringComparison.Ordinal);
        Assert.Contains("March 2028", words, StringComparison.Ordinal);
        Assert.StartsWith("1:58–2:12", await page.Locator(".selbar").InnerTextAsync(), StringComparison.Ordinal);
        await page.Locator(".selbar summary", new() { HasText = "Cite" }).ClickAsync();
        Assert.Contains("@misc{", await page.Locator("#cite-bibtex").InnerTextAsync(), StringComparison.Ordinal);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Selected_words_are_cut_from_the_record_word_for_word()
    {
        var page = await site.OpenAsync(Transcript);
        await page.EvaluateAsync("""
            () => {
              const walker = document.createTreeWalker(document.querySelector('.tx'), NodeFilter.SHOW_TEXT);
              let first, last;
              while (walker.nextNode()) {
                const node = walker.currentNode;
                if (!first && node.data.includes('research level')) first = [node, node.data.indexOf('research level')];
                if (first && !last && node.data.includes('September of this')) last = [node, node.data.indexOf('September of this') + 'September'.length];
              }
              getSelection().setBaseAndExtent(...first, ...last);
            }
            """);
        var bar = page.Locator(".selbar:not([hidden])");
        await bar.WaitForAsync();
        Assert.StartsWith("“research level intern capabilities by September” (", await page.Locator("#cite-plain").TextContentAsync(), StringComparison.Ordinal);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Keys_move_through_the_talk_and_can_be_switched_off()
    {
        var page = await site.OpenAsync(Transcript);
        await page.Keyboard.PressAsync("]");
        await page.Keyboard.PressAsync("]");
        Assert.Equal("Timelines and Benchmarks", await page.EvaluateAsync<string>("document.activeElement.textContent"));
        await page.Keyboard.PressAsync("j");
        Assert.Equal("1:53", await page.EvaluateAsync<string>("document.activeElement.textContent.trim()"));
        await page.Keyboard.PressAsync("k");
        await page.Keyboard.PressAsync("?");
        await page.Locator("#keys").WaitForAsync();
        await page.Locator("#keys-on").UncheckAsync();
        await page.Keyboard.PressAsync("Escape");
        await page.Keyboard.PressAsync("/");
        Assert.NotEqual("q", await page.EvaluateAsync<string>("document.activeElement.id"));
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Rail_follows_the_chapter_and_caption_lines_can_stand_alone()
    {
        var page = await site.OpenAsync(Transcript + "#c3");
        await page.Locator(".rail [aria-current]").WaitForAsync();
        Assert.StartsWith("Continual Learning and Science", await page.Locator(".rail [aria-current]").InnerTextAsync(), StringComparison.Ordinal);
        await page.GotoAsync(Transcript + "?view=lines");
        Assert.Equal(1845, await page.Locator(".para").CountAsync());
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Video_opens_only_after_a_click_and_then_follows_the_times()
    {
        var page = await site.OpenAsync("/talks/michelle-pokris-is-one-of-the-key-people-behind-gbt-4/transcript");
        await page.RouteAsync("**/*youtube*/**", route => route.AbortAsync());
        Assert.Equal(0, await page.Locator("iframe").CountAsync());
        await page.GetByRole(AriaRole.Button, new() { Name = "Play here" }).ClickAsync();
        await page.Locator(".ts-play").Nth(3).ClickAsync();
        var time = await page.Locator(".ts-play").Nth(3).GetAttributeAsync("href");
        Assert.EndsWith("&start=" + time!.Split("t=")[1].TrimEnd('s'), await page.Locator("iframe").GetAttributeAsync("src"), StringComparison.Ordinal);
        await page.GetByRole(AriaRole.Button, new() { Name = "Close the video" }).ClickAsync();
        Assert.Equal(0, await page.Locator("iframe").CountAsync());
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Appearance_is_chosen_without_script_and_stays()
    {
        var page = await site.OpenAsync("/talks", script: false);
        await page.GetByRole(AriaRole.Button, new() { NameString = "Appearance" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { NameString = "Appearance" }).ClickAsync();
        Assert.EndsWith("/talks", page.Url, StringComparison.Ordinal);
        await page.GotoAsync("/");
        Assert.Equal("dark", await page.Locator("html").GetAttributeAsync("data-theme"));
        await page.Context.CloseAsync();
    }
}
