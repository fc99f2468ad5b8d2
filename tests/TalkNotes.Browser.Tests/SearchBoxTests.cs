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
