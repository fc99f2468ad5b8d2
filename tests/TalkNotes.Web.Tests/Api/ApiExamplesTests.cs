using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using TalkNotes.Core.Accounts;
using TalkNotes.Tests.Shared;

namespace TalkNotes.Web.Tests.Api;

/// <summary>docs/api-examples.md has an example of every call, and each is asked in the order of the page and answered as it says.</summary>
public sealed class ApiExamplesTests : IAsyncLifetime
{
    private readonly string _library = Directory.CreateTempSubdirectory("talknotes-examples-").FullName;
    private TalkNotesApp _app = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync()
    {
        foreach (var seed in Directory.GetFiles(Checkout.Seeds))
        {
            File.Copy(seed, Path.Combine(_library, Path.GetFileName(seed))); // the examples write the glossary
        }

        _app = new TalkNotesApp(_library);
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Every_call_has_an_example_that_is_true()
    {
        var page = await File.ReadAllTextAsync(Path.Combine(Checkout.Root, "docs/api-examples.md"), Ct);
        var examples = Regex.Matches(page, @"([^\n]*): ([0-9]{3})\.\n\n```http\n(GET|POST) ([^\n]+)\n(?:\n([^`]+)\n)?```\n\n(?:```json\n([^`]+)```)?", RegexOptions.NonBacktracking);
        Assert.True(examples.Count > 50, $"{examples.Count} examples were found");
        using var ines = await ClientAsync("ines");
        using var ravi = await ClientAsync("ravi");
        var (wrong, asked) = (new List<string>(), new List<string>());
        foreach (Match example in examples)
        {
            var (method, address, body) = (example.Groups[3].Value, example.Groups[4].Value, example.Groups[5].Value);
            var client = example.Groups[1].Value.EndsWith("another curator", StringComparison.Ordinal) ? ravi : ines;
            using var request = new HttpRequestMessage(new HttpMethod(method), new Uri(address, UriKind.Relative));
            request.Content = body.Length == 0 ? null : new StringContent(body, Encoding.UTF8, body[0] == '{' ? "application/json" : "text/plain");
            using var answer = await client.SendAsync(request, Ct);
            asked.Add($"{method} {address.Split('?')[0]}");
            var text = await answer.Content.ReadAsStringAsync(Ct);
            if ((int)answer.StatusCode != int.Parse(example.Groups[2].Value, CultureInfo.InvariantCulture))
            {
                wrong.Add($"{method} {address}: {(int)answer.StatusCode} {text[..Math.Min(200, text.Length)]}");
            }
            else if (example.Groups[6].Success)
            {
                using var expected = JsonDocument.Parse(example.Groups[6].Value);
                using var actual = JsonDocument.Parse(text);
                JsonExample.Compare(expected.RootElement, actual.RootElement, "$", difference => wrong.Add($"{method} {address}: {difference}"));
            }
        }

        Assert.True(wrong.Count == 0, string.Join(Environment.NewLine, wrong));
        using var description = JsonDocument.Parse(await ines.GetStringAsync(new Uri("/openapi/v1.json", UriKind.Relative), Ct));
        var missing = description.RootElement.GetProperty("paths").EnumerateObject().SelectMany(p => p.Value.EnumerateObject().Select(m => (Method: m.Name.ToUpperInvariant(), Path: p.Name)))
            .Where(call => !asked.Exists(a => Regex.IsMatch(a, $"^{call.Method} {Regex.Replace(call.Path, @"\{[a-z]+\}", "[^/]+", RegexOptions.NonBacktracking)}$", RegexOptions.NonBacktracking)));
        Assert.Empty(missing);
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        Directory.Delete(_library, recursive: true);
    }

    private async Task<HttpClient> ClientAsync(string name)
    {
        var key = name.ToUpperInvariant();
        await _app.Services.GetRequiredService<AccountStore>().AddAsync(new Account { Name = name, Key = key, Role = Role.Curator }, Ct);
        var client = _app.Browser();
        client.DefaultRequestHeaders.Authorization = new("Bearer", await _app.Services.GetRequiredService<ApiTokens>().MakeAsync(key, "examples", 1, Ct));
        return client;
    }
}
