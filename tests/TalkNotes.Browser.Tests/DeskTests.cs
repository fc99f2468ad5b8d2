using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace TalkNotes.Browser.Tests;

public partial class DeskTests(Site site)
{
    [Fact]
    public async Task Five_claims_of_seed_001_are_judged_by_keyboard_alone_and_one_is_undone()
    {
        var page = await site.OpenAsync($"/desk?talk={await TalkAsync()}");
        for (var tries = 0; tries < 100 && await page.Locator("nav.q h3").First.InnerTextAsync() != "A detail was not found"; tries++)
        {
            await Task.Delay(200, TestContext.Current.CancellationToken); // the queue is ordered in the background after the start
            await page.ReloadAsync();
        }

        var wrongDates = new List<string>();
        for (var judged = 0; judged < 5; judged++)
        {
            await Assertions.Expect(page.Locator("#vote")).ToBeVisibleAsync();
            var claim = (await page.Locator("#vote [name=Claim]").GetAttributeAsync("value"))!;
            var isWrong = (await page.Locator("#dc").InnerTextAsync()).Contains("2024", StringComparison.Ordinal);
            var words = isWrong ? page.Locator(".pass", new PageLocatorOptions { HasText = "September of this year" }) : page.Locator(".pass");
            await page.Keyboard.PressAsync((await words.First.Locator("input[data-key]").GetAttributeAsync("data-key"))!);
            await Assertions.Expect(page.Locator(".pass input:checked")).ToHaveCountAsync(1);
            if (isWrong)
            {
                wrongDates.Add(claim);
                await page.Keyboard.PressAsync("p");
                await Assertions.Expect(page.Locator("dialog[open]")).ToBeVisibleAsync();
                await page.Keyboard.PressAsync("d");
            }
            else
            {
                await page.Keyboard.PressAsync("v");
            }

            await Assertions.Expect(page.Locator(".toast")).ToContainTextAsync(isWrong ? "Recorded: Partly" : "Recorded: Verified");
            await Assertions.Expect(page.Locator($"#vote [name=Claim][value='{claim}']")).ToHaveCountAsync(0);
        }

        Assert.Equal(3, wrongDates.Count);
        foreach (var claim in wrongDates)
        {
            var answer = await page.APIRequest.GetAsync($"{site.Address}/api/v1/claims/{claim}");
            var verdict = (await answer.JsonAsync())!.Value.GetProperty("verdict");
            Assert.Equal(("partly", "date"), (verdict.GetProperty("value").GetString(), verdict.GetProperty("reasons")[0].GetString()));
            Assert.Contains("September of this year", verdict.GetProperty("evidence")[0].GetProperty("words").GetString()!, StringComparison.Ordinal);
        }

        await page.Keyboard.PressAsync("u");
        await Assertions.Expect(page.Locator(".toast")).ToContainTextAsync("Taken back");
        await Assertions.Expect(page.Locator("#log ~ *, .log").First).ToBeVisibleAsync();
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Keys_can_be_changed_and_are_shown_on_the_buttons()
    {
        var page = await site.OpenAsync("/desk");
        await page.GetByText("Your name and keys").ClickAsync();
        var field = page.GetByLabel("Skip");
        await field.FillAsync("x");
        await field.PressAsync("Enter");
        await field.BlurAsync();
        await Assertions.Expect(page.Locator("button[value=skip] kbd")).ToHaveTextAsync("X");
        var before = await page.Locator("#vote [name=Claim]").GetAttributeAsync("value");
        await page.Locator("body").PressAsync("x");
        await Assertions.Expect(page.Locator($"#vote [name=Claim][value='{before}']")).ToHaveCountAsync(0);
        await Assertions.Expect(page.Locator("button[value=skip]")).ToHaveAttributeAsync("data-key", "x");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Desk_works_without_script()
    {
        var page = await site.OpenAsync("/desk?talk=" + await TalkAsync(), width: 390, script: false);
        await page.Locator(".pass input").Last.CheckAsync();
        await page.Locator("button[value=verified]").ClickAsync();
        await Assertions.Expect(page.Locator(".toast")).ToContainTextAsync("Recorded: Verified");
        await page.Locator("button[data-key=u]").ClickAsync();
        await Assertions.Expect(page.Locator(".toast")).ToContainTextAsync("Taken back");
        await page.Context.CloseAsync();
    }

    /// <summary>Slug of the talk of seed 001.</summary>
    private async Task<string> TalkAsync()
    {
        var page = await site.OpenAsync("/talks");
        var link = await page.Locator("a[href^='/talks/']", new PageLocatorOptions { HasText = "Chief Scientist" }).First.GetAttributeAsync("href");
        await page.Context.CloseAsync();
        return Slug().Match(link!).Groups[1].Value;
    }

    [GeneratedRegex("^/talks/([^/?#]+)", RegexOptions.NonBacktracking)]
    private static partial Regex Slug();
}
