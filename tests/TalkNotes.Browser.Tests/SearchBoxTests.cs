using Microsoft.Playwright;

namespace TalkNotes.Browser.Tests;

public class SearchBoxTests(Site site)
{
    [Fact]
    public async Task Suggestions_are_a_combobox_that_works_by_keys_alone()
    {
        var page = await site.OpenAsync("/search");
        var box = page.GetByRole(AriaRole.Combobox, new() { Name = "Search what was said" });
        await box.PressSequentiallyAsync("noam");
        var option = page.GetByRole(AriaRole.Option, new() { Name = "Noam Brown, speaker" });
        await option.WaitForAsync();
        Assert.Equal("true", await box.GetAttributeAsync("aria-expanded"));
        await box.PressAsync("ArrowDown");
        Assert.Equal(await option.GetAttributeAsync("id"), await box.GetAttributeAsync("aria-activedescendant"));
        Assert.Equal("true", await option.GetAttributeAsync("aria-selected"));

        await box.PressAsync("Enter");
        await page.WaitForURLAsync("**q=speaker*");
        await page.Context.CloseAsync();
    }

    [Theory]
    [InlineData("scroll")]
    [InlineData("resize")]
    public async Task Suggestions_come_and_stay_though_the_page_moves(string move)
    {
        var page = await site.OpenAsync("/search");
        var box = page.GetByRole(AriaRole.Combobox, new() { Name = "Search what was said" });
        await box.FocusAsync();
        await box.EvaluateAsync("(box, move) => { box.value = 'noam'; box.dispatchEvent(new Event('input')); dispatchEvent(new Event(move)); }", move);
        var option = page.GetByRole(AriaRole.Option, new() { Name = "Noam Brown, speaker" });
        await option.WaitForAsync();
        await page.EvaluateAsync("move => dispatchEvent(new Event(move))", move);
        await Assertions.Expect(option).ToBeVisibleAsync();
        await Assertions.Expect(box).ToHaveAttributeAsync("aria-expanded", "true");
        await page.Context.CloseAsync();
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/search")]
    public async Task Escape_closes_the_suggestions_and_typing_on_opens_them_again(string path)
    {
        var page = await site.OpenAsync(path);
        var box = page.GetByRole(AriaRole.Combobox, new() { Name = "Search what was said" });
        await box.PressSequentiallyAsync("reasoning noa");
        await page.GetByRole(AriaRole.Option, new() { Name = "Noam Brown, speaker" }).WaitForAsync();
        await box.PressAsync("Escape");
        await Assertions.Expect(box).ToHaveAttributeAsync("aria-expanded", "false");
        await Assertions.Expect(box).ToBeFocusedAsync();
        await Assertions.Expect(box).ToHaveValueAsync("reasoning noa");
        await box.PressSequentiallyAsync("m");
        await page.GetByRole(AriaRole.Option, new() { Name = "Noam Brown, speaker" }).WaitForAsync();
        await Assertions.Expect(page.Locator("[data-suggest] ~ [role=status]")).ToContainTextAsync("suggestion");
        await box.PressAsync("ArrowDown");
        await box.PressAsync("Enter");
        await page.WaitForURLAsync("**/search?q=reasoning*speaker*");
        await Assertions.Expect(page.Locator("#q")).ToHaveValueAsync("reasoning speaker:\"Noam Brown\"");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_caption_break_inside_a_hit_is_marked_and_not_copied()
    {
        var page = await site.OpenAsync("/search?q=%22of+this+year.+So+coming+up%22");
        var hit = page.Locator(".hit").First;
        await Assertions.Expect(hit.Locator("mark .cut").First).ToContainTextAsync("2:0");
        await page.Context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);
        await hit.GetByRole(AriaRole.Button, new() { Name = "Copy quote" }).ClickAsync();
        await Assertions.Expect(page.Locator(".toast")).ToHaveTextAsync("Copied");
        var copied = await page.EvaluateAsync<string>("navigator.clipboard.readText()");
        Assert.Contains("of this year. So coming up", copied, StringComparison.Ordinal);
        Assert.DoesNotContain("next caption line", copied, StringComparison.Ordinal);
        await page.Context.CloseAsync();
    }

    [Theory]
    [InlineData(1440)]
    [InlineData(390)]
    public async Task A_hit_opens_its_words_in_view_without_scripts(int width)
    {
        var page = await site.OpenAsync("/search?q=AlphaGo", width: width, script: false);
        await page.Locator(".hit > .ts").First.ClickAsync();
        var mark = page.Locator("mark#hit");
        Assert.Equal("AlphaGo", await mark.InnerTextAsync());
        Assert.InRange((await mark.BoundingBoxAsync())!.Y, 0, 800);
        await page.Context.CloseAsync();
    }
}
