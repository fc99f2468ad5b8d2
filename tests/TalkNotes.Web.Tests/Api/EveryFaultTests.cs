using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Routing;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using TalkNotes.Core.Accounts;
using TalkNotes.Tests.Shared;

namespace TalkNotes.Web.Tests.Api;

/// <summary>
/// Brings every address of the API into every fault, behind a real server: whatever goes wrong, the answer is problem details
/// with the status of the answer. A new address is tried too.
/// </summary>
public sealed class EveryFaultTests : IAsyncLifetime
{
    private const int LargestBody = 2 * 1024 * 1024;

    private readonly TalkNotesApp _app = TalkNotesApp.Empty();
    private readonly List<string> _wrong = [];
    private readonly Dictionary<int, int> _met = [];
    private HttpClient _client = null!;
    private string _token = "";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _app.UseKestrel(0);
        _app.StartServer();
        _client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = _app.ClientOptions.BaseAddress };
        await _app.Services.GetRequiredService<AccountStore>().AddAsync(new Account { Name = "ines", Key = "INES", Role = Role.Curator }, Ct);
        _token = (await _app.Services.GetRequiredService<ApiTokens>().MakeAsync("INES", "faults", 1, Ct))!;
    }

    [Fact]
    public async Task Whatever_goes_wrong_is_told_as_problem_details()
    {
        var routes = Routes();
        Assert.True(routes.Count > 50);
        foreach (var (route, method) in routes)
        {
            var address = Regex.Replace(route, @"\{[^}]*:int\}", "1", RegexOptions.NonBacktracking);
            address = Regex.Replace(address, @"\{[^}]*\}", "nowhere", RegexOptions.NonBacktracking);
            await AskAsync(method, address);
            await AskAsync(method, address, token: "wrong");
            await AskAsync(method, address, host: "evil.example");
            await AskAsync(method == "GET" ? "DELETE" : "PATCH", address, token: _token);
            if (method == "GET")
            {
                await AskAsync(method, address + "?limit=many&page=many&cursor=%00&format=none&status=none&sort=none&claim=nowhere&a=x&b=x");
            }
            else
            {
                await AskAsync(method, address, token: _token, origin: "http://evil.example");
                await AskAsync(method, address, token: _token, body: "not json");
                await AskAsync(method, address, token: _token, body: "{\"segments\":{\"deep\":[1,2");
                await AskAsync(method, address, token: _token, body: "<x/>", type: "application/xml");
                await AskAsync(method, address, token: _token, body: "{}", type: "application/json; charset=utf-7");
                await AskAsync(method, address, token: _token, body: new string(' ', LargestBody + 1) + "{}");
            }
        }

        foreach (var address in new[] { "/api", "/api/", "/api/v1", "/api/v1/nowhere", "/api/v2/talks", "/API/V1/NOWHERE", "/api/v1/talks/%FF%FE/x" })
        {
            await AskAsync("GET", address);
            await AskAsync("POST", address, token: _token, body: "{}");
        }

        SqliteConnection.ClearAllPools();
        await BreakAsync(routes, tables: true, 500);
        await BreakAsync(routes, tables: false, 503);
        Assert.True(_wrong.Count == 0, string.Join((char)10, _wrong));
        Assert.All([400, 401, 403, 404, 405, 413, 415, 421, 422, 500, 503], status => Assert.True(_met.GetValueOrDefault(status) > 0, $"no answer had the status {status}"));
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _app.DisposeAsync();
    }

    private List<(string Route, string Method)> Routes() =>
    [
        .. _app.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(e => e.RoutePattern.RawText!.StartsWith("/api", StringComparison.Ordinal))
            .SelectMany(e => e.Metadata.GetMetadata<IHttpMethodMetadata>()!.HttpMethods.Select(m => (e.RoutePattern.RawText!, m))),
    ];

    /// <summary>Breaks the database under the running program, once so that it is a bug to it and once so that it is a damaged file.</summary>
    private async Task BreakAsync(List<(string Route, string Method)> routes, bool tables, int expected)
    {
        var path = Path.Combine(_app.Data, "talknotes.db");
        if (tables)
        {
            await using var database = new SqliteConnection($"Data Source={path};Pooling=False;Foreign Keys=False");
            await database.OpenAsync(Ct);
            await using var command = database.CreateCommand();
            foreach (var table in new[] { "talks", "claims", "sources", "passages", "speakers", "corrections", "saved_searches", "api_tokens", "verdicts" })
            {
                command.CommandText = $"ALTER TABLE {table} RENAME TO gone_{table}";
                await command.ExecuteNonQueryAsync(Ct);
            }

            command.CommandText = "PRAGMA wal_checkpoint(TRUNCATE)"; // the file alone is the database then
            await command.ExecuteNonQueryAsync(Ct);
        }
        else
        {
            await File.WriteAllTextAsync(path, new string('x', 100_000), Ct);
        }

        SqliteConnection.ClearAllPools();
        foreach (var (route, method) in routes)
        {
            var address = Regex.Replace(route, @"\{[^}]*\}", "1", RegexOptions.NonBacktracking);
            await AskAsync(method, address + "?q=words&text=some+words&claim=1&format=md&talk=1&heard=a&said=b&a=1&b=2", token: method == "GET" ? null : _token, body: method == "GET" ? null : "{}");
        }

        Assert.True(_met.GetValueOrDefault(expected) > routes.Count / 2, $"{_met.GetValueOrDefault(expected)} answers had the status {expected}; all: {string.Join(' ', _met)}");
    }

    private async Task AskAsync(string method, string address, string? token = null, string? host = null, string? origin = null, string? body = null, string type = "application/json")
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), new Uri(address, UriKind.Relative));
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("text/html")); // as a browser asks
        request.Headers.Authorization = token is null ? null : new AuthenticationHeaderValue("Bearer", token);
        request.Headers.Host = host;
        request.Headers.ExpectContinue = body?.Length > LargestBody; // so that it is refused before it is sent
        if (origin is not null)
        {
            request.Headers.Add("Origin", origin);
        }

        request.Content = body is null ? null : new StringContent(body, Encoding.UTF8, MediaTypeHeaderValue.Parse(type));
        using var answer = await _client.SendAsync(request, Ct);
        var status = (int)answer.StatusCode;
        if (status < 400)
        {
            return;
        }

        _met[status] = _met.GetValueOrDefault(status) + 1;
        var (text, media) = (await answer.Content.ReadAsStringAsync(Ct), answer.Content.Headers.ContentType?.MediaType);
        if (media != "application/problem+json" || !IsProblem(text, status))
        {
            _wrong.Add($"{method} {address} {body?[..Math.Min(body.Length, 10)]}: {status} {media} {text[..Math.Min(text.Length, 60)]}");
        }
    }

    private static bool IsProblem(string text, int status)
    {
        using var json = JsonDocument.Parse(text);
        return json.RootElement.GetProperty("status").GetInt32() == status && json.RootElement.GetProperty("title").GetString()!.Length > 3
            && json.RootElement.TryGetProperty("detail", out var detail) && detail.GetString()!.Length > 3;
    }
}
