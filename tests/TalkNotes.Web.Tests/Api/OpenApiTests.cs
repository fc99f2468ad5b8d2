using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;
using TalkNotes.Tests.Shared;
using TalkNotes.Web.Tests.Accounts;

namespace TalkNotes.Web.Tests.Api;

public class OpenApiTests(SeedsApp site, ClosedSite closed) : IClassFixture<SeedsApp>, IClassFixture<ClosedSite>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Description_is_valid_and_names_every_route_of_the_API()
    {
        using var browser = site.Browser();
        var json = await browser.GetStringAsync(new Uri("/openapi/v1.json", UriKind.Relative), Ct);
        var read = OpenApiDocument.Parse(json, "json");
        Assert.Empty(read.Diagnostic!.Errors);
        Assert.Empty(read.Diagnostic.Warnings);
        var routes = site.Services.GetServices<EndpointDataSource>().SelectMany(s => s.Endpoints).OfType<RouteEndpoint>()
            .Select(e => "/" + e.RoutePattern.RawText!.TrimStart('/'))
            .Where(r => r.StartsWith("/api/v1/", StringComparison.Ordinal))
            .Select(r => Regex.Replace(r, @"\{(\w+):\w+\}", "{$1}", RegexOptions.NonBacktracking)) // {n:int} is {n} there
            .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        Assert.True(routes.Count > 12, $"{routes.Count} routes were found");
        Assert.Equal(routes, read.Document!.Paths.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Every_operation_has_its_name_summary_described_parameters_and_a_schema_of_its_answer()
    {
        using var browser = site.Browser();
        using var json = JsonDocument.Parse(await browser.GetStringAsync(new Uri("/openapi/v1.json", UriKind.Relative), Ct));
        var names = new List<string>();
        foreach (var path in json.RootElement.GetProperty("paths").EnumerateObject())
        {
            foreach (var operation in path.Value.EnumerateObject())
            {
                var at = $"{operation.Name} {path.Name}";
                names.Add(operation.Value.GetProperty("operationId").GetString()!);
                Assert.False(string.IsNullOrWhiteSpace(operation.Value.GetProperty("summary").GetString()), at);
                if (operation.Value.TryGetProperty("parameters", out var parameters))
                {
                    Assert.All(parameters.EnumerateArray(), p =>
                        Assert.True(p.TryGetProperty("description", out _), $"{at}: {p.GetProperty("name")} is not described"));
                }

                Assert.Contains(operation.Value.GetProperty("responses").EnumerateObject(), r =>
                    r.Name[0] == '2' && r.Value.TryGetProperty("content", out var content) && content.EnumerateObject().Any(type => type.Value.TryGetProperty("schema", out _)));
            }
        }

        Assert.Equal(names.Count, names.Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public async Task A_token_is_asked_for_as_the_site_asks()
    {
        using var open = site.Browser();
        Assert.All(await SecurityAsync(open), o => Assert.Equal((o.At, o.At.StartsWith("get ", StringComparison.Ordinal) ? "[{},{\"bearer\":[]}]" : "[{\"bearer\":[]}]"), o));
        using var reader = await closed.SignedInAsync("rita");
        Assert.All(await SecurityAsync(reader), o => Assert.Equal((o.At, "[{\"bearer\":[]}]"), o));
    }

    /// <summary>Each operation with what it asks of the one who calls.</summary>
    private static async Task<List<(string At, string Security)>> SecurityAsync(HttpClient browser)
    {
        using var json = JsonDocument.Parse(await browser.GetStringAsync(new Uri("/openapi/v1.json", UriKind.Relative), Ct));
        Assert.Equal("http bearer", string.Join(' ', new[] { "type", "scheme" }.Select(p => json.RootElement.GetProperty("components").GetProperty("securitySchemes").GetProperty("bearer").GetProperty(p).GetString())));
        return [.. json.RootElement.GetProperty("paths").EnumerateObject().SelectMany(p => p.Value.EnumerateObject().Select(o =>
            ($"{o.Name} {p.Name}", string.Concat(o.Value.GetProperty("security").GetRawText().Where(c => !char.IsWhiteSpace(c))))))];
    }
}
