using System.Net;
using System.Text.Json;
using AngleSharp;
using AngleSharp.Dom;
using TalkNotes.Tests.Shared;

namespace TalkNotes.Web.Tests;

public sealed class SearchPageTests(SearchPageTests.Library library) : IClassFixture<SearchPageTests.Library>
{
    [Theory]
    [InlineData("chain of thought", "chain of thought")]
    [InlineData("GPT-4.1", "GBT 4.1")]
    [InlineData("karpathy", "Carpathy")]
    [InlineData("speaker:\"Noam Brown\" AlphaGo", "AlphaGo")]
    public async Task Found_words_are_marked_and_lead_to_their_place(string query, string marked)
    {
        var page = await OpenAsync("/search?q=" + Uri.EscapeDataString(query));
        Assert.Contains(page.QuerySelectorAll(".hit mark"), m => m.TextContent == marked);
        Assert.All(page.QuerySelectorAll(".hit > .ts"), a => Assert.StartsWith("/", a.GetAttribute("href"), StringComparison.Ordinal));
        Assert.NotEmpty(page.QuerySelectorAll(".facets input[type=checkbox]"));
    }

    [Theory]
    [InlineData("you")]
    [InlineData("chain of thought")]
    [InlineData("GPT-4.1")]
    [InlineData("speaker:\"Noam Brown\" AlphaGo")]
    [InlineData("research intern September")]
    public async Task A_hit_opens_the_transcript_with_exactly_its_words_marked(string query)
    {
        using var client = library.Browser();
        using var answer = JsonDocument.Parse(await client.GetStringAsync("/api/v1/search?limit=4&q=" + Uri.EscapeDataString("kind:segment " + query)));
        foreach (var hit in answer.RootElement.GetProperty("hits").EnumerateArray())
        {
            var url = hit.GetProperty("url").GetString()!;
            Assert.EndsWith("#hit", url, StringComparison.Ordinal);
            var page = await OpenAsync(url[..^"#hit".Length]);
            var text = hit.GetProperty("text").GetString()!;
            var words = string.Concat(hit.GetProperty("highlights").EnumerateArray().Select(h => text[h[0].GetInt32()..h[1].GetInt32()]));
            Assert.Equal(words.Replace(" ", "", StringComparison.Ordinal), string.Concat(page.QuerySelectorAll(".said mark").Select(m => m.TextContent)).Replace(" ", "", StringComparison.Ordinal));
            Assert.Equal("MARK", page.QuerySelector("#hit")!.TagName);
        }
    }

    [Fact]
    public async Task A_link_whose_words_are_gone_still_leads_to_the_place()
    {
        using var client = library.Browser();
        using var answer = JsonDocument.Parse(await client.GetStringAsync("/api/v1/search?limit=1&q=AlphaGo+kind%3Asegment"));
        var url = answer.RootElement.GetProperty("hits")[0].GetProperty("url").GetString()!;
        var page = await OpenAsync(url[..url.IndexOf("&mark", StringComparison.Ordinal)] + "&mark=0-99999.x-%3Cscript%3E");
        Assert.Equal("A", page.QuerySelector("#hit")!.TagName);
        Assert.Empty(page.QuerySelectorAll(".said mark"));
    }

    [Fact]
    public async Task Nothing_found_has_a_next_step()
    {
        var page = await OpenAsync("/search?q=diplomcay+speaker%3Anobody");
        Assert.NotNull(page.QuerySelector(".empty a[href^='/quote']"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("?q=")]
    [InlineData("?q=%22&kind=x&page=-3&sort=9")]
    [InlineData("?q=a*&speaker=none&year=none&exact=true&page=9999")]
    [InlineData("?q=%00%F0%9F%98%80%3Cscript%3E&kind=segment&kind=claim")]
    public async Task Every_address_has_a_page(string parameters)
    {
        using var client = library.Browser();
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/search" + parameters)).StatusCode);
    }

    [Fact]
    public async Task The_api_answers_as_the_contract_says()
    {
        using var client = library.Browser();
        using var answer = JsonDocument.Parse(await client.GetStringAsync("/api/v1/search?q=%22chain+of+thought%22&limit=2"));
        var root = answer.RootElement;
        Assert.Equal(2, root.GetProperty("hits").GetArrayLength());
        var hit = root.GetProperty("hits")[0];
        Assert.Equal("segment", hit.GetProperty("kind").GetString());
        Assert.StartsWith("/talks/", hit.GetProperty("url").GetString(), StringComparison.Ordinal);
        Assert.EndsWith(".txt", hit.GetProperty("source").GetProperty("path").GetString(), StringComparison.Ordinal);
        foreach (var facet in new[] { "talk", "speaker", "show", "year", "kind", "status" })
        {
            Assert.Equal(JsonValueKind.Array, root.GetProperty("facets").GetProperty(facet).ValueKind);
        }

        using var next = JsonDocument.Parse(await client.GetStringAsync("/api/v1/search?q=%22chain+of+thought%22&limit=2&cursor=" + root.GetProperty("next").GetString()));
        Assert.NotEqual(hit.GetProperty("url").GetString(), next.RootElement.GetProperty("hits")[0].GetProperty("url").GetString());
    }

    [Fact]
    public async Task Suggestions_name_people_and_terms()
    {
        using var client = library.Browser();
        var answer = await client.GetStringAsync("/api/v1/suggest?q=noam");
        Assert.Contains("Noam Brown", answer, StringComparison.Ordinal);
        Assert.Equal("[]", await client.GetStringAsync("/api/v1/suggest?q=n"));
    }

    private async Task<IDocument> OpenAsync(string address)
    {
        using var client = library.Browser();
        var html = await client.GetStringAsync(address);
        return await BrowsingContext.New().OpenAsync(response => response.Content(html));
    }

    public sealed class Library : TalkNotesApp;
}
