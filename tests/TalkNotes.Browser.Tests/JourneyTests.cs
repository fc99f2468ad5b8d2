using Microsoft.Playwright;

namespace TalkNotes.Browser.Tests;

/// <summary>Whole ways through the site, with script and without.</summary>
public class JourneyTests(Site site)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Talk_is_added_read_searched_and_quoted(bool script)
    {
        var place = script ? "harbour" : "lagoon";
        var page = await site.OpenAsync("/", script: script);
        await page.GetByRole(AriaRole.Link, new() { Name = "Add", Exact = true }).ClickAsync();
        await page.GetByLabel("The document's text").FillAsync($"""
            ---
            title: Whales at work in the {place}
            date: 2025-03-04
            ---

            ## Transcript

            - [00:00] A humpback in the {place} sings
            - [00:04] for nineteen minutes without a pause.
            - [00:09] Nobody knows yet what the song is for.
            """);
        await page.GetByLabel("Name for it").FillAsync($"whales-{place}.md");
        await page.GetByRole(AriaRole.Button, new() { Name = "Read it" }).ClickAsync();
        await Assertions.Expect(page.GetByLabel("Title", new() { Exact = true })).ToHaveValueAsync($"Whales at work in the {place}");
        if (script)
        {
            await page.BringAxeAsync();
            Assert.Empty(await page.AskAxeAsync());
        }

        await page.GetByRole(AriaRole.Button, new() { NameString = "Save" }).First.ClickAsync();
        await page.GotoAsync("/talks");
        await page.GetByRole(AriaRole.Link, new() { Name = $"Whales at work in the {place}" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Read the transcript" }).ClickAsync();
        await Assertions.Expect(page.Locator(".tx")).ToContainTextAsync("for nineteen minutes");

        await page.GetByRole(AriaRole.Searchbox, new() { Name = "Search what was said" }).FillAsync($"\"{place} sings for nineteen\"");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator(".hit mark").First).ToHaveTextAsync($"{place} sings next caption line, 0:04 for nineteen"); // as it is read aloud
        await page.Locator(".hit > .ts").First.ClickAsync();
        Assert.Contains($"{place} sings", string.Concat(await page.Locator(".tgt").AllInnerTextsAsync()), StringComparison.Ordinal);

        await page.GetByRole(AriaRole.Link, new() { Name = "Check a quote" }).ClickAsync();
        await page.GetByLabel("The quote, as you have it").FillAsync($"A humpback in the {place} sings for ninety minutes without a pause.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Check", Exact = true }).ClickAsync();
        await Assertions.Expect(page.Locator(".verdict")).ToContainTextAsync("Altered");
        await Assertions.Expect(page.Locator(".verdict")).ToContainTextAsync("nineteen");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Selected_words_become_a_claim_and_it_is_taken_back()
    {
        var page = await site.OpenAsync("/talks/o3-and-the-next-leap-in-reasoning-with-openais-eric-mitchell-and-brandon/transcript");
        await page.EvaluateAsync("() => getSelection().selectAllChildren(document.querySelector('#s20'))");
        await page.Locator(".selbar:not([hidden])").WaitForAsync();
        var words = (await page.Locator("#s20").TextContentAsync())!.Trim();
        await page.Keyboard.PressAsync("m");
        await Assertions.Expect(page.Locator("#words")).ToHaveTextAsync(words);
        await page.GetByLabel("What is claimed").FillAsync("A claim that nobody else makes");
        await page.GetByRole(AriaRole.Button, new() { Name = "Make the claim" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("A claim that nobody else makes");
        await Assertions.Expect(page.Locator(".toast")).ToContainTextAsync("Claim made");
        await page.GetByRole(AriaRole.Button, new() { Name = "Take this claim back" }).ClickAsync();
        await Assertions.Expect(page.Locator(".toast")).ToContainTextAsync("taken back");
        await page.GetByRole(AriaRole.Button, new() { Name = "Make it again" }).ClickAsync();
        await Assertions.Expect(page.Locator(".gaps")).ToContainTextAsync(["Made again by"]);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Range_in_an_address_becomes_a_quote_without_script()
    {
        var page = await site.OpenAsync(ReadingPages.Untimed + "/transcript?at=s3#s3", width: 390, script: false);
        await page.GetByRole(AriaRole.Link, new() { Name = "Make a claim" }).ClickAsync();
        await page.GetByLabel("What is claimed").FillAsync("");
        await page.GetByLabel("What is claimed").EvaluateAsync("field => field.removeAttribute('required')");
        await page.GetByRole(AriaRole.Button, new() { Name = "Make the claim" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Write what is claimed");
        await page.GetByLabel("What is claimed").FillAsync("Three researchers of o1 are guests");
        await page.GetByRole(AriaRole.Button, new() { Name = "Make the claim" }).ClickAsync();
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("Three researchers of o1 are guests");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Keys_of_a_page_are_listed_and_what_went_wrong_takes_the_focus()
    {
        var page = await site.OpenAsync(ReadingPages.Timed + "/transcript");
        await page.Keyboard.PressAsync("?");
        await Assertions.Expect(page.Locator("#keys")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("#keys")).ToContainTextAsync("next, previous paragraph");
        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(page.Locator("#keys")).ToBeHiddenAsync();
        await page.GotoAsync("/add");
        await page.GetByRole(AriaRole.Button, new() { Name = "Read it" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToBeFocusedAsync();
        await page.Context.CloseAsync();
    }
}
