using System.Net;
using AngleSharp;
using AngleSharp.Dom;
using TalkNotes.Tests.Shared;

namespace TalkNotes.Web.Tests.Pages;

public class GlossaryTests
{
    private const string Before = "- term: GPT\n  heard: [GBT]\n- term: RLHF\n";
    private static readonly Uri Address = new("/glossary", UriKind.Relative);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_change_is_saved_shown_and_undone_and_a_mistake_keeps_what_was_typed()
    {
        var folder = Directory.CreateTempSubdirectory("talknotes-glossary-").FullName;
        var path = Path.Combine(folder, "glossary.yaml");
        await File.WriteAllTextAsync(path, Before, Ct);
        await using var app = new TalkNotesApp(folder);
        using var browser = app.Browser();

        // A mistake names its line, keeps the text and saves nothing.
        const string Mistaken = "- term: GPT\n- trem: RLHF\n";
        var refused = await ReadAsync(await PostAsync(browser, Mistaken, handler: ""));
        Assert.Contains("Line 2", refused.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(Mistaken, refused.QuerySelector("textarea")!.TextContent.ReplaceLineEndings("\n"));
        Assert.Equal(Before, await File.ReadAllTextAsync(path, Ct));

        // A good text is saved, and the page says what changed.
        const string After = "- term: GPT\n  heard: [GBT, JPT]\n- term: o3\n";
        using (var saved = await PostAsync(browser, After, handler: ""))
        {
            Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        }

        Assert.Equal(After, await File.ReadAllTextAsync(path, Ct));
        var change = (await PageAsync(browser)).QuerySelector("section[aria-labelledby=change]")!.TextContent;
        Assert.Contains("Added: o3", change, StringComparison.Ordinal);
        Assert.Contains("Removed: RLHF", change, StringComparison.Ordinal);
        Assert.Contains("Changed: GPT", change, StringComparison.Ordinal);

        // Undoing brings the text back, and undoing that the other one.
        using (await PostAsync(browser, After, "Undo"))
        {
            Assert.Equal(Before, await File.ReadAllTextAsync(path, Ct));
        }

        using (await PostAsync(browser, Before, "Undo"))
        {
            Assert.Equal(After, await File.ReadAllTextAsync(path, Ct));
        }

        // Somebody else's change meanwhile is not overwritten.
        var seen = await PageAsync(browser);
        await File.WriteAllTextAsync(path, Before, Ct);
        var late = await ReadAsync(await browser.PostAsync(Address, Form(seen, "- term: late\n"), Ct));
        Assert.Contains("changed meanwhile", late.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("late", late.QuerySelector("textarea")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(Before, await File.ReadAllTextAsync(path, Ct));
    }

    private static async Task<HttpResponseMessage> PostAsync(HttpClient browser, string yaml, string handler) =>
        await browser.PostAsync(new Uri(handler.Length == 0 ? "/glossary" : $"/glossary?handler={handler}", UriKind.Relative), Form(await PageAsync(browser), yaml), Ct);

    private static FormUrlEncodedContent Form(IDocument page, string yaml) => new(new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["Seen"] = page.QuerySelector("input[name=Seen]")!.GetAttribute("value")!,
        ["Yaml"] = yaml.ReplaceLineEndings("\r\n"), // as forms send it
        ["__RequestVerificationToken"] = page.QuerySelector("main input[name=__RequestVerificationToken], input[name=__RequestVerificationToken]")!.GetAttribute("value")!,
    });

    private static async Task<IDocument> PageAsync(HttpClient browser) => await ReadAsync(await browser.GetAsync(Address, Ct));

    private static async Task<IDocument> ReadAsync(HttpResponseMessage answer)
    {
        using (answer)
        {
            var html = await answer.Content.ReadAsStringAsync(Ct);
            return await BrowsingContext.New().OpenAsync(response => response.Content(html), Ct);
        }
    }
}
