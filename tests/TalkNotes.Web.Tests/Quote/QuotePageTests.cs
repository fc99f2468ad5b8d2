using System.Net;
using System.Text.Json;
using TalkNotes.Tests.Shared;

namespace TalkNotes.Web.Tests.Quote;

/// <summary>The page and the API of the quote check over a small library.</summary>
public sealed class QuotePageTests : IDisposable
{
    private readonly string _library = Directory.CreateTempSubdirectory("talknotes-quotes-").FullName;
    private readonly TalkNotesApp _app;

    public QuotePageTests()
    {
        File.WriteAllText(Path.Combine(_library, "talk.vtt"), """
            WEBVTT

            00:01.000 --> 00:03.000
            <v Noam Brown>I do not think that scaling

            00:03.000 --> 00:05.000
            <v Noam Brown>alone will be enough for it.

            00:05.000 --> 00:07.000
            <v Sonya Huang>What is the capital of Bhutan today?
            """);
        _app = new TalkNotesApp(_library);
    }

    public void Dispose()
    {
        _app.Dispose();
        Directory.Delete(_library, recursive: true);
    }

    [Fact]
    public async Task Nothing_asked_shows_an_empty_form()
    {
        var html = await GetAsync("/quote");
        Assert.Contains("<textarea", html, StringComparison.Ordinal);
        Assert.DoesNotContain("class=\"verdict\"", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_dropped_word_stands_in_the_difference_and_the_citation_is_what_was_said()
    {
        var html = await GetAsync("/quote?text=" + Uri.EscapeDataString("I do think that <scaling> alone will be enough") + "&speaker=Sonya+Huang");
        Assert.Contains("Altered", html, StringComparison.Ordinal);
        Assert.Contains("left out, may change the meaning: </span>not</ins>", html, StringComparison.Ordinal);
        Assert.Contains("“I do not think that scaling alone will be enough”", html, StringComparison.Ordinal);
        Assert.Contains("I do think that &lt;scaling&gt; alone will be enough</textarea>", html, StringComparison.Ordinal);
        Assert.Contains("value=\"Sonya Huang\"", html, StringComparison.Ordinal);
        Assert.Contains("?at=s0-s1#s0", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sentences_that_were_not_said_together_are_each_linked_to_their_place()
    {
        var text = "What is the capital of Bhutan today? I do not think that scaling alone will be enough. Never.";
        var html = await GetAsync("/quote?text=" + Uri.EscapeDataString(text));
        Assert.Contains("Sentence by sentence", html, StringComparison.Ordinal);
        Assert.Contains("?at=s2-s2#s2", html, StringComparison.Ordinal);
        Assert.Contains("?at=s0-s1#s0", html, StringComparison.Ordinal);
        Assert.Contains("Too short to look for", html, StringComparison.Ordinal);
        using var json = JsonDocument.Parse(await GetAsync("/api/v1/quote?sentences=true&text=" + Uri.EscapeDataString(text)));
        Assert.Equal("not-found", json.RootElement.GetProperty("verdict").GetString());
        Assert.Equal(["verbatim", "verbatim", "not-found"], json.RootElement.GetProperty("sentences").EnumerateArray().Select(s => s.GetProperty("verdict").GetString()));
        Assert.DoesNotContain("Sentence by sentence", await GetAsync("/quote?text=do+not+think+that+scaling"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Words_of_reporting_are_named_and_no_part_of_the_quotation()
    {
        var html = await GetAsync("/quote?text=" + Uri.EscapeDataString("“I do not think that scaling alone will be enough,” said Noam Brown."));
        Assert.Contains("Word for word", html, StringComparison.Ordinal);
        Assert.Contains("Without the words around it: “said Noam Brown”. Given to Noam Brown.", html, StringComparison.Ordinal);
        Assert.Contains("Matches the name given, Noam Brown", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("?text=", "Paste a quotation first")]
    [InlineData("?text=do+not+think", "Too short")]
    public async Task What_cannot_be_looked_for_is_said_at_the_field(string query, string message)
    {
        var html = await GetAsync("/quote" + query);
        Assert.Contains("role=\"alert\"", html, StringComparison.Ordinal);
        Assert.Contains(message, html, StringComparison.Ordinal);
        Assert.Contains("aria-invalid=\"true\"", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Words_that_nobody_said_have_a_way_on()
    {
        var html = await GetAsync("/quote?text=humanoid+robots+will+be+in+most+homes");
        Assert.Contains("No transcript on record has these words", html, StringComparison.Ordinal);
        Assert.Contains("href=\"/search?q=", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_api_answers_with_the_contract()
    {
        using var json = JsonDocument.Parse(await GetAsync("/api/v1/quote?text=not+think+that+scaling+alone+will+be+enough&speaker=Noam+Brown"));
        var root = json.RootElement;
        Assert.Equal("verbatim", root.GetProperty("verdict").GetString());
        Assert.Equal(1, root.GetProperty("similarity").GetDouble());
        var match = root.GetProperty("match");
        Assert.Equal("Noam Brown", match.GetProperty("speaker").GetString());
        Assert.Equal(1000, match.GetProperty("startMs").GetInt64());
        Assert.Equal("talk.vtt", match.GetProperty("source").GetProperty("path").GetString());
        Assert.Equal("equal", root.GetProperty("diff")[0].GetProperty("op").GetString());
        Assert.Equal(0, root.GetProperty("alternatives").GetArrayLength());
    }

    [Fact]
    public async Task A_quotation_of_another_speaker_is_misattributed()
    {
        using var json = JsonDocument.Parse(await GetAsync("/api/v1/quote?text=What+is+the+capital+of+Bhutan+today&speaker=Noam+Brown"));
        Assert.Equal("misattributed", json.RootElement.GetProperty("verdict").GetString());
        Assert.Equal("other", json.RootElement.GetProperty("speakerCheck").GetString());
    }

    [Fact]
    public async Task The_api_refuses_a_question_without_text()
    {
        using var browser = _app.Browser();
        using var answer = await browser.GetAsync("/api/v1/quote", TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
    }

    private async Task<string> GetAsync(string address)
    {
        using var browser = _app.Browser();
        return await browser.GetStringAsync(address, TestContext.Current.CancellationToken);
    }
}
