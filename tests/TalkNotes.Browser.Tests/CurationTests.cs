using Microsoft.Playwright;

namespace TalkNotes.Browser.Tests;

public class CurationTests(Site site)
{
    private const string Captions = "WEBVTT\n\n00:01.000 --> 00:04.000\n<v Grace Hoper>Compilers translate words into machine code.\n\n00:05.000 --> 00:08.000\n<v Speaker 2>And the gbt models came much later.\n";

    [Fact]
    public async Task Captions_are_added_and_a_renamed_speaker_shows_in_search_reader_and_export_until_it_is_taken_back()
    {
        // Add a real captions file, and correct its title on the way.
        var page = await site.OpenAsync("/add");
        await page.GetByLabel("Transcripts, notes or summaries").SetInputFilesAsync(new FilePayload { Name = "hopper.vtt", MimeType = "text/vtt", Buffer = System.Text.Encoding.UTF8.GetBytes(Captions) });
        await page.GetByRole(AriaRole.Button, new() { Name = "Read it" }).ClickAsync();
        await page.GetByLabel("Title").FillAsync("A lecture on compilers");
        await page.GetByLabel("“Speaker 2” is").FillAsync("Ada Byron");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await page.GetByRole(AriaRole.Heading, new() { Name = "A lecture on compilers", Level = 1 }).WaitForAsync();
        var talk = new Uri(page.Url).AbsolutePath;

        // Rename, after a look at what changes.
        await page.GetByRole(AriaRole.Link, new() { Name = "Grace Hoper" }).First.ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Put right" }).ClickAsync();
        await page.GetByLabel("Name", new() { Exact = true }).FillAsync("Grace Hopper");
        await page.GetByRole(AriaRole.Button, new() { Name = "Look at the change" }).First.ClickAsync();
        await page.Locator("#sure-name").GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await page.GetByRole(AriaRole.Heading, new() { Name = "Grace Hopper", Level = 1 }).WaitForAsync();

        await page.GotoAsync("/search?q=compilers+speaker%3A%22Grace+Hopper%22");
        Assert.Contains("Grace Hopper", await page.Locator(".hit").First.InnerTextAsync(), StringComparison.Ordinal);
        await page.GotoAsync(talk + "/transcript");
        Assert.Equal(["Grace Hopper", "Ada Byron"], await page.Locator(".who a").AllInnerTextsAsync());
        Assert.Contains("<v Grace Hopper>Compilers", await ExportAsync(page, talk), StringComparison.Ordinal);

        // A misheard word: selected, looked at, put right beside the words.
        await page.GetByText("gbt models").SelectTextAsync();
        await page.EvaluateAsync("""
            () => {
              const piece = document.querySelector('#s1').firstChild;
              getSelection().setBaseAndExtent(piece, piece.data.indexOf('gbt'), piece, piece.data.indexOf('gbt') + 3);
            }
            """);
        var bar = page.Locator(".selbar:not([hidden])");
        await bar.GetByRole(AriaRole.Link, new() { Name = "Misheard?" }).ClickAsync();
        Assert.Equal("gbt", await page.GetByLabel("The transcript says").InputValueAsync());
        await page.GetByLabel("It should read").FillAsync("GPT");
        await page.GetByRole(AriaRole.Button, new() { Name = "Look where" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        Assert.Equal("GPT", await page.Locator("#s1 rt").InnerTextAsync());
        await page.BringAxeAsync();
        Assert.Empty(await page.AskAxeAsync());

        // Taken back, from the history.
        await page.GotoAsync("/history?kind=corrections");
        await page.Locator("li", new() { HasText = "Grace Hopper, until then Grace Hoper" }).GetByRole(AriaRole.Button).ClickAsync();
        await page.GetByText("Took back: Grace Hopper").First.WaitForAsync();
        Assert.Contains("<v Grace Hoper>Compilers", await ExportAsync(page, talk), StringComparison.Ordinal);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Several_files_arrive_one_after_another_and_wait()
    {
        var page = await site.OpenAsync("/add");
        await page.GetByLabel("Transcripts, notes or summaries").SetInputFilesAsync(
            [.. new[] { "one", "two" }.Select(n => new FilePayload { Name = n + ".vtt", MimeType = "text/vtt", Buffer = System.Text.Encoding.UTF8.GetBytes($"WEBVTT\n\n00:01.000 --> 00:04.000\nFile {n}\n") })]);
        await page.GetByRole(AriaRole.Button, new() { Name = "Read it" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "one.vtt" }).WaitForAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "two.vtt" }).WaitForAsync();
        await page.Context.CloseAsync();
    }

    private static async Task<string> ExportAsync(IPage page, string talk) => await (await page.APIRequest.GetAsync(talk + ".vtt")).TextAsync();
}
