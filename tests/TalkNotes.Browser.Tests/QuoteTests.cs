using Microsoft.Playwright;

namespace TalkNotes.Browser.Tests;

/// <summary>From words on a page to the answer whether they were said.</summary>
public class QuoteTests(Site site)
{
    [Fact]
    public async Task A_difference_is_read_aloud_and_shown_without_colour()
    {
        var page = await site.OpenAsync(ReadingPages.Altered);
        var said = page.Locator("ins.risk", new PageLocatorOptions { HasText = "don't" });
        Assert.Equal("left out, may change the meaning: don't", await said.TextContentAsync());
        Assert.NotEqual("none", await said.EvaluateAsync<string>("e => getComputedStyle(e).borderStyle + getComputedStyle(e).outlineStyle + getComputedStyle(e).boxShadow"));
        Assert.Contains("Negation: “don't” was said and is left out", await page.Locator(".gaps").First.InnerTextAsync(), StringComparison.Ordinal);
        Assert.StartsWith("“I don't think it's a complete solution", await page.Locator("#w1").InnerTextAsync(), StringComparison.Ordinal);
        await page.Context.CloseAsync();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Words_of_the_reader_are_checked_and_lead_back(bool script)
    {
        var page = await site.OpenAsync(ReadingPages.Timed + "/transcript?at=1:58-2:12", script: script);
        await page.Locator(".selbar").GetByRole(AriaRole.Link, new() { Name = "Check", Exact = true }).ClickAsync();
        await Assertions.Expect(page.Locator(".verdict .st").First).ToHaveTextAsync("Word for word");
        await page.Locator(".kv .ts").First.ClickAsync();
        Assert.Contains("March 2028", string.Concat(await page.Locator(".tgt").AllInnerTextsAsync()), StringComparison.Ordinal);
        await page.Locator(".selbar").GetByRole(AriaRole.Link, new() { Name = "Make a claim" }).ClickAsync();
        Assert.Contains("March 2028", await page.ContentAsync(), StringComparison.Ordinal);
        await page.Context.CloseAsync();
    }
}
