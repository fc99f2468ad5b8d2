using System.Text.Json;
using System.Text.RegularExpressions;
using TalkNotes.Tests.Shared;

namespace TalkNotes.Web.Tests.Api;

/// <summary>Every example of docs/api.md is asked, and the program answers what the page says.</summary>
public class ApiDocsTests(SeedsApp site) : IClassFixture<SeedsApp>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_example_is_true()
    {
        var page = await File.ReadAllTextAsync(Path.Combine(Checkout.Root, "docs/api.md"), Ct);
        var examples = Regex.Matches(page, @"```http\nGET ([^\n]+)\n```\n\n```json\n([^`]+)```", RegexOptions.NonBacktracking);
        Assert.True(examples.Count >= 10, $"{examples.Count} examples were found");
        using var browser = site.Browser();
        var wrong = new List<string>();
        foreach (Match example in examples)
        {
            var address = example.Groups[1].Value;
            using var expected = JsonDocument.Parse(example.Groups[2].Value);
            using var answer = await browser.GetAsync(new Uri(address, UriKind.Relative), Ct);
            using var actual = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Ct));
            JsonExample.Compare(expected.RootElement, actual.RootElement, "$", difference => wrong.Add($"GET {address}: {difference}"));
        }

        Assert.True(wrong.Count == 0, string.Join(Environment.NewLine, wrong));
    }

    [Fact]
    public async Task Every_route_stands_on_the_page()
    {
        var page = await File.ReadAllTextAsync(Path.Combine(Checkout.Root, "docs/api.md"), Ct);
        using var browser = site.Browser();
        using var description = JsonDocument.Parse(await browser.GetStringAsync(new Uri("/openapi/v1.json", UriKind.Relative), Ct));
        var missing = description.RootElement.GetProperty("paths").EnumerateObject()
            .Where(path => !page.Contains(path.Name, StringComparison.Ordinal) && !page.Contains(path.Name.Replace("/api/v1", "…", StringComparison.Ordinal), StringComparison.Ordinal))
            .Select(path => path.Name);
        Assert.Empty(missing);
    }
}
