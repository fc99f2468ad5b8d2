using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text;
using System.Text.Json;
using TalkNotes.Tests.Shared;
using TalkNotes.Web.Tests.Cli;

namespace TalkNotes.Web.Tests.Faults;

/// <summary>
/// One who judges and fifty who read, at once, against the real program. A few seconds by default;
/// <c>TALKNOTES_LOAD=60</c> for a minute, with its latency and memory asserted too.
/// </summary>
public sealed class LoadTests(LoadedProgram loaded) : IClassFixture<LoadedProgram>
{
    private const int Readers = 50;
    private const double HighestP99 = 250;
    private const int Measured = 30; // seconds from which figures mean something

    /// <summary>What a reader takes to look at an answer, in milliseconds: the shortest and the longest.</summary>
    private static readonly (int Least, int Most) Looks = (200, 800);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Fifty_readers_and_a_writer_meet_no_error()
    {
        var seconds = int.TryParse(Environment.GetEnvironmentVariable("TALKNOTES_LOAD"), out var wanted) ? wanted : 2;
        var (program, token) = (loaded.Program, loaded.Token);
        using var client = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = Readers + 5 }) { BaseAddress = loaded.Address };
        var pages = await PagesAsync(client);
        var (times, errors) = (new ConcurrentBag<double>(), new ConcurrentBag<string>());
        foreach (var page in pages)
        {
            await GetAsync(client, page, [], errors); // warm
        }

        var early = program.Memory;
        using var end = CancellationTokenSource.CreateLinkedTokenSource(Ct);
        end.CancelAfter(TimeSpan.FromSeconds(seconds));
        var judged = 0;
        var memory = new List<long>();
        await Task.WhenAll(
        [
            .. Enumerable.Range(0, Readers).Select(reader => WhileAsync(async random =>
            {
                await GetAsync(client, pages[random.Next(pages.Count)], times, errors);
                await Task.Delay(random.Next(Looks.Least, Looks.Most), Ct);
            }, reader, end.Token)),
            WhileAsync(async _ => judged += await JudgeAsync(client, token, judged, errors), Readers, end.Token),
            WhileAsync(async _ =>
            {
                await Task.Delay(1_000, Ct);
                memory.Add(program.Memory);
            }, Readers + 1, end.Token),
        ]);

        Assert.True(errors.IsEmpty, string.Join('\n', errors.Take(10)));
        Assert.True(judged > 0 && times.Count > Readers);
        double[] sorted = [.. times.Order()];
        var (p50, p99) = (sorted[sorted.Length / 2], sorted[(int)(sorted.Length * 0.99)]);
        TestContext.Current.TestOutputHelper!.WriteLine(
            $"{times.Count:N0} answers and {judged:N0} verdicts in {seconds} s: p50 {p50:0.0} ms, p99 {p99:0.0} ms, longest {sorted[^1]:0} ms; memory {early >> 20} MB at the start, {memory.DefaultIfEmpty().Max() >> 20} MB at most, {program.Memory >> 20} MB at the end");
        if (seconds >= Measured)
        {
            Assert.True(p99 < HighestP99, $"p99 {p99} ms");
            Assert.True(memory[^1] < memory[memory.Count / 4] * 1.3, $"memory grew from {memory[memory.Count / 4] >> 20} to {memory[^1] >> 20} MB");
        }

        var (status, output, error) = await Run.TalkNotesAsync("check", "--data", loaded.Data);
        Assert.True(status == 0, output + error);
    }

    [Fact]
    public async Task Memory_is_flat_over_many_requests()
    {
        var requests = int.TryParse(Environment.GetEnvironmentVariable("TALKNOTES_REQUESTS"), out var wanted) ? wanted : 200;
        var program = loaded.Program;
        using var client = new HttpClient { BaseAddress = loaded.Address };
        var pages = await PagesAsync(client);
        var errors = new ConcurrentBag<string>();
        var memory = new List<long>();
        for (var part = 0; part < 10; part++)
        {
            await Parallel.ForAsync(0, requests / 10, new ParallelOptions { MaxDegreeOfParallelism = 4, CancellationToken = Ct }, async (i, _) => await GetAsync(client, pages[i % pages.Count], [], errors));
            memory.Add(program.Memory);
        }

        TestContext.Current.TestOutputHelper!.WriteLine($"{requests:N0} requests, memory in MB after each tenth: {string.Join(' ', memory.Select(m => m >> 20))}");
        Assert.True(errors.IsEmpty, string.Join('\n', errors.Take(10)));
        if (requests >= 50_000)
        {
            Assert.True(memory.TakeLast(3).Average() < memory.Skip(2).Take(3).Average() * 1.15, "memory grows: " + string.Join(' ', memory.Select(m => m >> 20)));
        }
    }

    private static async Task<List<string>> PagesAsync(HttpClient client)
    {
        var talks = await IdsAsync(client, "/api/v1/talks", "talks", "slug");
        var claims = await IdsAsync(client, "/api/v1/claims?limit=20", "claims", "id");
        string[] words = ["reasoning", "chess", "chain of thought", "\"test time\"", "model*", "scaling OR compute", "speaker:noam training", "poker diplomacy", "recieve", "2025"];
        return
        [
            "/", "/talks", "/speakers", "/claims", "/history", "/status", "/quote?text=the%20model%20can%20think%20longer",
            .. talks.SelectMany(t => new[] { $"/talks/{t}", $"/api/v1/talks/{t}" }),
            .. claims.SelectMany(c => new[] { $"/claims/{c}", $"/api/v1/claims/{c}" }),
            .. words.SelectMany(w => new[] { $"/search?q={Uri.EscapeDataString(w)}", $"/api/v1/search?q={Uri.EscapeDataString(w)}" }),
        ];
    }

    private static async Task<List<string>> IdsAsync(HttpClient client, string address, string list, string id) =>
        [.. JsonDocument.Parse(await client.GetStringAsync(new Uri(address, UriKind.Relative), Ct)).RootElement.GetProperty(list).EnumerateArray().Select(e => e.GetProperty(id).GetString()!)];

    private static async Task WhileAsync(Func<Random, Task> act, int seed, CancellationToken end)
    {
        var random = new Random(seed);
        while (!end.IsCancellationRequested)
        {
            await act(random);
        }
    }

    private static async Task GetAsync(HttpClient client, string page, ConcurrentBag<double> times, ConcurrentBag<string> errors)
    {
        var start = Stopwatch.GetTimestamp();
        using var answer = await client.GetAsync(new Uri(page, UriKind.Relative), Ct);
        await answer.Content.ReadAsByteArrayAsync(Ct);
        times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        if ((int)answer.StatusCode >= 400)
        {
            errors.Add($"{page}: {(int)answer.StatusCode}");
        }
    }

    private static async Task<int> JudgeAsync(HttpClient client, string token, int n, ConcurrentBag<string> errors)
    {
        var claims = await IdsAsync(client, "/api/v1/claims?limit=200&kind=claim", "claims", "id");
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri($"/api/v1/claims/{claims[n % claims.Count]}/verdicts", UriKind.Relative));
        request.Headers.Authorization = new("Bearer", token);
        request.Content = new StringContent(JsonSerializer.Serialize(new { status = "partly", reasons = new[] { "date" }, note = $"verdict {n}", evidence = new[] { new { url = "https://example.org", note = "a page" } } }), Encoding.UTF8, "application/json");
        using var answer = await client.SendAsync(request, Ct);
        if ((int)answer.StatusCode != 201)
        {
            errors.Add($"verdict: {(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync(Ct)}");
        }

        await Task.Delay(20, Ct);
        return 1;
    }
}

/// <summary>The real program over the seeds, started once for all that load it, with the token of a curator.</summary>
public sealed class LoadedProgram : IAsyncLifetime
{
    internal TalkNotesProcess Program { get; private set; } = null!;

    public string Data { get; } = Directory.CreateTempSubdirectory("talknotes-test-").FullName;

    public string Token { get; private set; } = "";

    public Uri Address { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        await Run.TalkNotesAsync("user", "add", "load", "--no-password", "--data", Data);
        Token = (await Run.TalkNotesAsync("user", "token", "load", "--data", Data)).Out.Trim();
        Program = TalkNotesProcess.Serve(Data, Checkout.Seeds);
        Address = await Program.AddressAsync(CancellationToken.None) ?? throw new InvalidOperationException(Program.Error);
    }

    public ValueTask DisposeAsync()
    {
        Program.Dispose();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(Data, recursive: true);
        return ValueTask.CompletedTask;
    }
}
