using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using TalkNotes.Core.Accounts;
using TalkNotes.Tests.Shared;

namespace TalkNotes.Web.Tests.Api;

/// <summary>One call of docs/api-examples.md, which has one of every call, in an order in which each finds what it needs.</summary>
/// <param name="Method">GET or POST.</param>
/// <param name="Address">With its query.</param>
/// <param name="Body">What is sent; empty for nothing.</param>
/// <param name="Status">Of the answer.</param>
/// <param name="Answer">The object that the page shows; null when it shows none.</param>
/// <param name="IsByAnother">Whether another curator asks.</param>
internal sealed record ApiExample(string Method, string Address, string Body, int Status, string? Answer, bool IsByAnother)
{
    /// <summary>All of them, in the order of the page.</summary>
    public static IReadOnlyList<ApiExample> All()
    {
        var page = File.ReadAllText(Path.Combine(Checkout.Root, "docs/api-examples.md"));
        var examples = Regex.Matches(page, @"([^\n]*): ([0-9]{3})\.\n\n```http\n(GET|POST) ([^\n]+)\n(?:\n([^`]+)\n)?```\n\n(?:```json\n([^`]+)```)?", RegexOptions.NonBacktracking);
        Assert.True(examples.Count > 50, $"{examples.Count} examples were found");
        return [.. examples.Select(e => new ApiExample(
            e.Groups[3].Value, e.Groups[4].Value, e.Groups[5].Value, int.Parse(e.Groups[2].Value, CultureInfo.InvariantCulture),
            e.Groups[6].Success ? e.Groups[6].Value : null, e.Groups[1].Value.EndsWith("another curator", StringComparison.Ordinal)))];
    }

    /// <summary>The program over copies of the seeds, as the examples write the glossary.</summary>
    public static TalkNotesApp App(string library)
    {
        foreach (var seed in Directory.GetFiles(Checkout.Seeds))
        {
            File.Copy(seed, Path.Combine(library, Path.GetFileName(seed)));
        }

        return new TalkNotesApp(library);
    }

    /// <summary>A client with the token of a curator.</summary>
    public static async Task<HttpClient> ClientAsync(TalkNotesApp app, string name, string role = Role.Curator)
    {
        var ct = TestContext.Current.CancellationToken;
        var key = name.ToUpperInvariant();
        await app.Services.GetRequiredService<AccountStore>().AddAsync(new Account { Name = name, Key = key, Role = role }, ct);
        var client = app.Browser();
        client.DefaultRequestHeaders.Authorization = new("Bearer", await app.Services.GetRequiredService<ApiTokens>().MakeAsync(key, "examples", 1, ct));
        return client;
    }

    /// <summary>Sends it.</summary>
    public async Task<HttpResponseMessage> AskAsync(HttpClient client, CancellationToken ct)
    {
        using var request = new HttpRequestMessage(new HttpMethod(Method), new Uri(Address, UriKind.Relative));
        request.Content = Body.Length == 0 ? null : new StringContent(Body, Encoding.UTF8, Body[0] == '{' ? "application/json" : "text/plain");
        return await client.SendAsync(request, ct);
    }
}
