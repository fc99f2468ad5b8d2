using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using TalkNotes.Core.Claims;
using TalkNotes.Core.Ingest;
using TalkNotes.Core.Talks;
using TalkNotes.Tests.Shared;
using TalkNotes.Web.Cli;
using TalkNotes.Web.Tests.Cli;

namespace TalkNotes.Web.Tests.Faults;

/// <summary>
/// Kills the real program (SIGKILL) at random moments: while it takes documents in, makes the index anew, or serves people
/// who judge and give documents. A few times by default; <c>TALKNOTES_CRASHES=200</c> for as many as one likes.
/// </summary>
public sealed class CrashTests : IDisposable
{
    private const int Documents = 6;
    private const int LongestServing = 800;

    private readonly string _folder = Directory.CreateTempSubdirectory("talknotes-test-").FullName;
    private readonly Random _random = new(20261123);
    private readonly Acknowledged _acknowledged = new();

    private string Library => Path.Combine(_folder, "library");

    private string Data => Path.Combine(_folder, "data");

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Killed_at_any_moment_the_library_is_sound_and_keeps_what_it_acknowledged()
    {
        var crashes = int.TryParse(Environment.GetEnvironmentVariable("TALKNOTES_CRASHES"), out var wanted) ? wanted : 3; // one while it takes in, one while it indexes, one while it serves
        WriteLibrary(edition: 0);
        var watch = System.Diagnostics.Stopwatch.StartNew();
        var (status, _, error) = await TalkNotesProcess.RunAsync(_folder, ["ingest", Library, "--data", Data], Ct);
        Assert.True(status == 0, error);
        var milliseconds = (int)watch.ElapsedMilliseconds;
        await Run.TalkNotesAsync("user", "add", "crash", "--no-password", "--data", Data);
        var token = (await Run.TalkNotesAsync("user", "token", "crash", "--data", Data)).Out.Trim();

        for (var crash = 1; crash <= crashes; crash++)
        {
            WriteLibrary(edition: crash);
            var moment = _random.Next(milliseconds / 4, milliseconds * 11 / 10);
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools(); // nobody holds the database open, so that the next start alone recovers it
            var what = (crash % 3) switch { 0 => "serve", 1 => "ingest", _ => "reindex" };
            switch (what)
            {
                case "serve":
                    await KillServerAsync(token);
                    break;
                default:
                    await KillAsync(moment, what == "ingest" ? [what, Library] : [what]);
                    break;
            }

            await AssertSoundAsync($"crash {crash} in {what}");
        }

        Assert.Equal(0, (await RunAsync("reindex")).Status);
        Assert.Equal(0, (await RunAsync("check")).Status);
        Assert.True(crashes < 3 || _acknowledged.Verdicts.Count > 0, "no verdict was acknowledged before a crash");
    }

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    /// <summary>Documents that are different in each edition, so that there is always something to write, and one with claims to judge.</summary>
    private void WriteLibrary(int edition)
    {
        Directory.CreateDirectory(Library);
        File.Copy(Checkout.Seed("004"), Path.Combine(Library, "claims.txt"), overwrite: true);
        for (var i = 0; i < Documents; i++)
        {
            var lines = Enumerable.Range(0, 300).Select(line => $"Line {line} of document {i} in edition {edition / (1 + (line % 3))}.\n\n");
            File.WriteAllText(Path.Combine(Library, $"{i}.txt"), string.Concat(lines));
        }
    }

    /// <summary>Runs a command for a while and kills it; notes the documents that it said were taken in.</summary>
    private async Task KillAsync(int afterMilliseconds, string[] command)
    {
        using var program = TalkNotesProcess.Start(_folder, [.. command, "--data", Data]);
        var output = program.Out.ReadToEndAsync(Ct);
        if (!program.EndsWithin(afterMilliseconds))
        {
            await program.KillAsync(Ct);
        }

        _acknowledged.Files =
        [
            .. (await output).Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .Where(line => line.StartsWith("updated ", StringComparison.Ordinal) || line.StartsWith("added ", StringComparison.Ordinal))
                .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1]),
        ];
    }

    /// <summary>Serves for a while to two who judge and one who gives documents, and kills the server.</summary>
    private async Task KillServerAsync(string token)
    {
        _acknowledged.Files = [];
        using var program = TalkNotesProcess.Serve(Data, Library);
        var address = await program.AddressAsync(Ct);
        Assert.True(address is not null, "did not start after a crash: " + program.Error);
        using var client = new CrashClient(address, token, _acknowledged);
        var work = client.WorkAsync(Ct);
        await Task.WhenAny(client.FirstVerdict, work);
        await Task.Delay(_random.Next(LongestServing), Ct);
        await program.KillAsync(Ct);
        await work;
    }

    /// <summary>The database checks, nothing acknowledged is missing, and the program starts and works on by itself.</summary>
    private async Task AssertSoundAsync(string when)
    {
        var (status, output, error) = await RunAsync("check");
        Assert.True(status == 0, $"{when}: {output}{error}");
        (status, output, error) = await RunAsync("ingest", Library, "--json");
        Assert.True(status == 0, $"after {when}: {error}");
        var outcomes = JsonDocument.Parse(output).RootElement.GetProperty("documents").EnumerateArray()
            .ToDictionary(d => d.GetProperty("path").GetString()!, d => d.GetProperty("outcome").GetString(), StringComparer.Ordinal);
        Assert.Equal(Documents + 1, outcomes.Count);
        Assert.All(_acknowledged.Files, path => Assert.Equal("unchanged", outcomes[path]));

        await using var services = CommandServices.Build(Arguments.Parse(CheckCommand.Command, ["--data", Data]));
        foreach (var verdicts in _acknowledged.Verdicts.GroupBy(v => v.Claim, StringComparer.Ordinal))
        {
            var notes = (await services.GetRequiredService<ClaimQueries>().PageAsync(verdicts.Key, Ct))!.History.Select(v => v.Note).ToHashSet();
            Assert.All(verdicts, v => Assert.True(notes.Contains(v.Note), $"{when}: the verdict '{v.Note}' was acknowledged and is gone"));
        }

        var waiting = services.GetRequiredService<WaitingDocuments>().All().Select(d => d.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var (id, talk) in _acknowledged.Uploads)
        {
            Assert.True(
                talk is null ? waiting.Contains(id) || _acknowledged.InFlight.Contains(id) : await services.GetRequiredService<TalkQueries>().FindAsync(talk, Ct) is not null,
                $"{when}: the document {id} was acknowledged and is gone ({talk})");
        }
    }

    private Task<(int Status, string Out, string Error)> RunAsync(params string[] args) => Run.TalkNotesAsync([.. args, "--data", Data]);
}

/// <summary>What the program has said is kept.</summary>
internal sealed class Acknowledged
{
    /// <summary>Files that the last command took in.</summary>
    public List<string> Files { get; set; } = [];

    public List<(string Claim, string Note)> Verdicts { get; } = [];

    /// <summary>Documents given, with the talk that they became; null while they wait for a person's word.</summary>
    public Dictionary<string, string?> Uploads { get; } = new(StringComparer.Ordinal);

    /// <summary>Documents whose saving was under way when the program died: they may wait or be saved.</summary>
    public HashSet<string> InFlight { get; } = new(StringComparer.Ordinal);
}

/// <summary>Judges and gives documents as fast as it can, until the server dies.</summary>
internal sealed class CrashClient(Uri address, string token, Acknowledged acknowledged) : IDisposable
{
    private readonly TaskCompletionSource _first = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly HttpClient _client = new(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = address };

    /// <summary>Done when the first verdict was acknowledged.</summary>
    public Task FirstVerdict => _first.Task;

    public async Task WorkAsync(CancellationToken ct)
    {
        List<string> claims = [];
        await UntilItDiesAsync(async () =>
        {
            claims = [.. JsonDocument.Parse(await _client.GetStringAsync(new Uri("/api/v1/claims?limit=100", UriKind.Relative), ct)).RootElement.GetProperty("claims").EnumerateArray()
                .Where(c => c.GetProperty("hasTranscript").GetBoolean()).Select(c => c.GetProperty("id").GetString()!)];
            return false;
        });
        if (claims.Count == 0)
        {
            return; // it died before its first answer
        }

        await Task.WhenAll(UntilItDiesAsync(() => JudgeAsync(claims, ct)), UntilItDiesAsync(() => JudgeAsync(claims, ct)), UntilItDiesAsync(() => GiveAsync(ct)));
    }

    public void Dispose() => _client.Dispose();

    /// <summary>Acts again and again while it says so.</summary>
    private static async Task UntilItDiesAsync(Func<Task<bool>> act)
    {
        try
        {
            for (var more = true; more;)
            {
                more = await act();
            }
        }
        catch (Exception e) when (e is HttpRequestException or IOException or TaskCanceledException)
        {
            // it is dead
        }
    }

    private async Task<bool> JudgeAsync(List<string> claims, CancellationToken ct)
    {
        var (claim, note) = (claims[Random.Shared.Next(claims.Count)], Guid.NewGuid().ToString("N", CultureInfo.InvariantCulture));
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri($"/api/v1/claims/{claim}/verdicts", UriKind.Relative));
        request.Headers.Authorization = new("Bearer", token);
        request.Content = new StringContent(JsonSerializer.Serialize(new { status = "verified", note, evidence = new[] { new { segments = new[] { 0, 1 } } } }), System.Text.Encoding.UTF8, "application/json");
        using var answer = await _client.SendAsync(request, ct);
        if (answer.StatusCode == System.Net.HttpStatusCode.Created)
        {
            lock (acknowledged)
            {
                acknowledged.Verdicts.Add((claim, note));
            }

            _first.TrySetResult();
        }

        return true;
    }

    private async Task<bool> GiveAsync(CancellationToken ct)
    {
        var html = await _client.GetStringAsync(new Uri("/add", UriKind.Relative), ct);
        var form = System.Text.RegularExpressions.Regex.Match(html, "name=\"__RequestVerificationToken\"[^>]*value=\"([^\"]+)\"", System.Text.RegularExpressions.RegexOptions.NonBacktracking).Groups[1].Value;
        var document = string.Concat(Enumerable.Range(0, 200).Select(i => $"Ann Lee: sentence {i} of {Guid.NewGuid()}.\n\nBo Ek: indeed.\n\n"));
        using var given = await PostAsync("/add", ct, ("__RequestVerificationToken", form), ("Text", document), ("Name", "given.txt"));
        if (given.Headers.Location?.OriginalString is not { } review || !review.StartsWith("/add/", StringComparison.Ordinal))
        {
            return true;
        }

        var id = review["/add/".Length..];
        lock (acknowledged)
        {
            acknowledged.Uploads[id] = null;
            acknowledged.InFlight.Add(id);
        }

        using var saved = await PostAsync(review, ct, ("__RequestVerificationToken", form));
        if (saved.Headers.Location?.OriginalString is { } talk && talk.StartsWith("/talks/", StringComparison.Ordinal))
        {
            lock (acknowledged)
            {
                acknowledged.Uploads[id] = talk["/talks/".Length..];
                acknowledged.InFlight.Remove(id);
            }
        }

        return true;
    }

    private async Task<HttpResponseMessage> PostAsync(string place, CancellationToken ct, params (string Name, string Value)[] fields)
    {
        using var content = new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name, f.Value)));
        return await _client.PostAsync(new Uri(place, UriKind.Relative), content, ct);
    }
}
