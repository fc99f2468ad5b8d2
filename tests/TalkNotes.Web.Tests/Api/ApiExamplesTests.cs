using System.Text.Json;
using System.Text.RegularExpressions;
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
        _app = ApiExample.App(_library);
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Every_call_has_an_example_that_is_true()
    {
        var examples = ApiExample.All();
        using var ines = await ApiExample.ClientAsync(_app, "ines");
        using var ravi = await ApiExample.ClientAsync(_app, "ravi");
        var (wrong, asked) = (new List<string>(), new List<string>());
        foreach (var example in examples)
        {
            using var answer = await example.AskAsync(example.IsByAnother ? ravi : ines, Ct);
            asked.Add($"{example.Method} {example.Address.Split('?')[0]}");
            var text = await answer.Content.ReadAsStringAsync(Ct);
            if ((int)answer.StatusCode != example.Status)
            {
                wrong.Add($"{example.Method} {example.Address}: {(int)answer.StatusCode} {text[..Math.Min(200, text.Length)]}");
            }
            else if (example.Answer is { } answered)
            {
                using var expected = JsonDocument.Parse(answered);
                using var actual = JsonDocument.Parse(text);
                JsonExample.Compare(expected.RootElement, actual.RootElement, "$", difference => wrong.Add($"{example.Method} {example.Address}: {difference}"));
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
}
