using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using TalkNotes.Core.Accounts;
using TalkNotes.Core.Export;
using TalkNotes.Core.Notes;
using TalkNotes.Tests.Shared;
using TalkNotes.Web.Tests.Claims;

namespace TalkNotes.Web.Tests.Accounts;

/// <summary>
/// Does everything that can be written, through every form and every call of the API, and looks after each whether the history says who
/// did it. A form or call that is new and is not tried here fails the test.
/// </summary>
public sealed class EveryWriteTests : IAsyncLifetime
{
    /// <summary>What writes nothing on record, with the reason.</summary>
    private static readonly Dictionary<string, string> Silent = new(StringComparer.Ordinal)
    {
        ["POST /appearance"] = "colours of this browser",
        ["/SignIn POST "] = "nobody is anybody before it",
        ["/SignIn POST Out"] = "ends the own session",
        ["/Desk/Index POST Curator"] = "a name in this browser, on one's own machine only",
    };

    private readonly string _folder = Directory.CreateTempSubdirectory("talknotes-writes-").FullName;
    private readonly HashSet<string> _tried = new(StringComparer.Ordinal);
    private TalkNotesApp _app = null!;
    private HttpClient _browser = null!;
    private HttpClient _program = null!;
    private Handlers _handlers = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await WriteAsync("one.vtt", Captions("<v Ann Lee>Models will reason for hours by the end of next year.", "<v Bo Ek>And the GBT models are getting cheaper every month.", "<v Ann Lee>That is what we saw in spring."));
        await WriteAsync("two.vtt", Captions("<v Ann Lee>Another talk about agents that use tools.", "<v Cy Holm>They use GBT models for that too.", "<v Ann Lee>Yes they do."));
        await WriteAsync("three.vtt", Captions("<v Di Orr>A third talk has other words in it.", "<v Ann Lee>Good to be here again."));
        await WriteAsync("n.md", "# A talk about models\n\nURL: https://youtu.be/3K-R4yVjJfU\n\n## Claims\n\n- Models reason for many hours every single day. [Unverified]\n- Agents use many tools in their daily work. [Unverified]\n- A third claim stays as it is. [Unverified]\n");
        _app = new TalkNotesApp(Path.Combine(_folder, "library"), new Dictionary<string, string>(StringComparer.Ordinal) { ["urls"] = "http://0.0.0.0:5180" });
        await NetworkSite.AddAsync(_app.Data, "Ines", Role.Administrator);
        await NetworkSite.AddAsync(_app.Data, "ravi", Role.Curator);
        _browser = _app.Browser();
        using var signedIn = await VerdictsFixture.SendAsync(_browser, Links.SignIn, Links.SignIn, ("Name", "Ines"), ("password", NetworkSite.Password));
        _program = _app.Browser();
        _program.DefaultRequestHeaders.Authorization = new("Bearer", await _app.Services.GetRequiredService<ApiTokens>().MakeAsync("RAVI", "tests", 1, Ct));
        _handlers = await Handlers.OfAsync(_app.Services);
    }

    [Fact]
    public async Task Every_write_has_its_author_in_the_history()
    {
        var claims = await ClaimsAsync();
        await DocumentsAsync();
        await CorrectionsAsync();
        await NotesAsync();
        await RestAsync(claims);
        await AccountsAsync();

        var all = _handlers.Pages.Where(p => p.Method == "POST").Select(p => $"{p.Page} POST {p.Handler}")
            .Concat(_handlers.Routes.Where(r => r.Method is not ("GET" or "HEAD" or "OPTIONS")).Select(r => $"{r.Method} {r.Route}")).ToList();
        Assert.True(all.Count > 60, $"{all.Count} were found");
        Assert.Empty(all.Except(_tried).Except(Silent.Keys));
        Assert.Empty(Silent.Keys.Except(all));
    }

    public async ValueTask DisposeAsync()
    {
        _browser.Dispose();
        _program.Dispose();
        await _app.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private async Task<string> ClaimsAsync()
    {
        var talk = await TalkOfAsync("Models will reason");
        var made = await CallAsync("/api/v1/claims", new { talk, segments = new[] { 0, 0 }, words = "reason for hours", text = "Models already reason for hours" });
        var id = made.GetProperty("claim").GetProperty("id").GetString()!;
        var verdict = new { status = "partly", reasons = new[] { "overstated" }, evidence = new[] { new { segments = new[] { 0, 0 } } } };
        await CallAsync($"/api/v1/claims/{id}/verdicts", verdict);
        await FormAsync($"/claims/{id}?handler=Review", ("number", "1"), ("value", "refuted"), ("note", "It says will"));
        await CallAsync($"/api/v1/claims/{id}/verdicts/1/undo", new { });
        await FormAsync($"/claims/{id}?handler=Verdict", ("Value", "partly"), ("Reasons", "overstated"), ("Passage", "0-0"));
        await CallAsync($"/api/v1/claims/{id}/verdicts/3/reviews", new { status = "partly" });
        await CallAsync($"/api/v1/claims/{id}/evidence/0", new { });
        await FormAsync($"/claims/{id}?handler=Anchor", ("evidenceNumber", "0"), ("place", "gone"));
        await FormAsync($"/claims/{id}?handler=Undo", ("number", "3"));
        await FormAsync("/desk?handler=Verdict", ("Claim", id), ("Value", "partly"), ("Reasons", "overstated"), ("Passage", "0-0"));
        await FormAsync("/desk?handler=Undo", ("claim", id), ("number", "5"));
        await FormAsync("/desk/bulk?handler=Preview", ("Value", "not-said"), ("Searched", "hours"), ("chosen", id));
        await FormAsync("/desk/bulk?handler=Record", ("Value", "partly"), ("Reasons", "overstated"), ("Other", "https://example.org/x"), ("Shows", "a page"), ("chosen", $"{id}=6"));
        await CallAsync($"/api/v1/claims/{id}/take-back", new { });
        await CallAsync($"/api/v1/claims/{id}/restore", new { });
        await FormAsync($"/claims/{id}?handler=TakeBack");
        await FormAsync($"/claims/{id}?handler=Restore");
        await FormAsync($"/talks/{talk}/claim?at=s1-s1", ("Words", "getting cheaper"), ("Text", "They get cheaper"));
        return id;
    }

    private async Task DocumentsAsync()
    {
        var document = "Ann Lee: a document that a program sent in.\n\nBo Ek: so it was.\n\nAnn Lee: indeed.\n";
        await SendAsync("/api/v1/inspect?name=sent.txt", new StringContent(document));
        await SendAsync("/api/v1/talks?name=sent.txt", new StringContent(document));
        foreach (var (n, handler) in new[] { (1, ""), (2, "?handler=Discard"), (3, "all") })
        {
            var given = await FormAsync("/add", ("Text", $"Ann Lee: pasted document number {n}.\n\nBo Ek: it is number {n}.\n"), ("Name", $"pasted{n}.txt"));
            await FormAsync(given + "?handler=Read", ("Format", ""));
            await FormAsync(given + "?handler=Later");
            await FormAsync(handler == "all" ? "/add?handler=All" : given + handler);
        }
    }

    private async Task CorrectionsAsync()
    {
        var (talk, other) = (await TalkOfAsync("Models will reason"), await TalkOfAsync("Another talk about agents"));
        var facts = await CallAsync($"/api/v1/talks/{talk}/facts", new { title = "On reasoning" });
        await CallAsync($"/api/v1/corrections/{facts.GetProperty("id").GetInt32()}/undo", new { });
        await FormAsync($"/talks/{talk}/correct", ("Title", "On reasoning, again"), ("Seen", "99"), ("sure", "true"));
        await FormAsync($"/corrections/{(await GetAsync("/api/v1/corrections")).GetProperty("corrections")[0].GetProperty("id").GetInt32()}/undo");
        await CallAsync($"/api/v1/talks/{talk}/turns", new { segments = new[] { 2, 2 }, speaker = "Fay Gold" });
        await FormAsync($"/talks/{talk}/who?at=s2-s2", ("Name", "Gus Hill"));
        await FormAsync($"/talks/{talk}/correct?handler=Label", ("label", "Bo Ek"), ("name", "Bo Eklund"));
        await CallAsync($"/api/v1/talks/{talk}/words", new { heard = "GBT", said = "GPT" });
        await FormAsync($"/talks/{other}/misheard?at=s1-s1", ("Heard", "GBT"), ("Said", "GPT"), ("reach", "Place"));
        await CallAsync($"/api/v1/talks/{talk}/parts", new { name = "Ann Lee", role = "host" });
        await FormAsync($"/talks/{talk}/correct?handler=Part", ("name", "Ann Lee"), ("role", "guest"));
        await CallAsync("/api/v1/speakers/ann-lee/name", new { also = "A. Lee" });
        await FormAsync("/speakers/ann-lee/correct?handler=Also", ("Also", "Annie Lee"));
        await FormAsync("/speakers/ann-lee/correct?handler=Name", ("Name", "Ann Leigh"), ("Seen", "Ann Lee"));
        await CallAsync("/api/v1/speakers/ann-lee/split", new { talks = new[] { other }, name = "Ann Lee the other" });
        await FormAsync("/speakers/ann-lee/correct?handler=Split", ("Talks", await TalkOfAsync("A third talk")), ("Split", "Ann Lee the third"));
        await FormAsync("/speakers/cy-holm/correct?handler=Into", ("Into", "di-orr"));
        await CallAsync($"/api/v1/talks/{talk}/same", new { other = await TalkOfAsync("A third talk"), same = false });
        await FormAsync($"/talks/{talk}/same?as={other}", ("same", "true"));
        await CallAsync($"/api/v1/talks/{talk}/transcript", new { source = 2 });
        await FormAsync($"/talks/{talk}/correct?handler=Transcript", ("source", "1"));
    }

    private async Task NotesAsync()
    {
        var (sync, vault) = (_app.Services.GetRequiredService<NoteSync>(), Path.Combine(_folder, "vault"));
        await sync.RunAsync(vault, new ExportSite("http://localhost"), new NoteSyncOptions(), null, Ct);
        var file = Directory.GetFiles(vault).Single(f => File.ReadAllText(f).Contains("A third claim", StringComparison.Ordinal));
        await File.WriteAllTextAsync(file, (await File.ReadAllTextAsync(file, Ct)).Replace("every single day", "every day", StringComparison.Ordinal).Replace("in their daily work", "in their work", StringComparison.Ordinal), Ct);
        await sync.RunAsync(vault, new ExportSite("http://localhost"), new NoteSyncOptions(), null, Ct);
        var waiting = (await GetAsync("/api/v1/notes"))[0];
        var (id, keys) = (waiting.GetProperty("id").GetInt32(), waiting.GetProperty("edits").EnumerateArray().Select(e => e.GetProperty("key").GetString()!).ToList());
        await CallAsync($"/api/v1/notes/{id}/edits/{keys[0]}", new { accept = true });
        await FormAsync("/notes", ("file", $"{id}"), ("key", keys[1]), ("answer", "accept"));

        // both claims were worded anew: each old one has a proposed successor
        var withdrawn = (await GetAsync("/api/v1/claims?status=withdrawn")).GetProperty("claims").EnumerateArray().Select(c => c.GetProperty("id").GetString()!).ToList();
        var pairs = new List<(string Old, string New)>();
        foreach (var old in withdrawn)
        {
            if ((await GetAsync($"/api/v1/claims/{old}")).GetProperty("proposedSuccessors") is var proposed && proposed.GetArrayLength() > 0)
            {
                pairs.Add((old, proposed[0].GetProperty("id").GetString()!));
            }
        }

        await CallAsync($"/api/v1/claims/{pairs[0].Old}/successor", new { successor = pairs[0].New });
        await FormAsync($"/claims/{pairs[1].Old}?handler=Successor", ("successor", pairs[1].New), ("accept", "true"));
    }

    private async Task RestAsync(string claim)
    {
        Assert.NotEmpty(claim);
        await CallAsync("/api/v1/searches", new { name = "Agents", asked = "?q=agents" });
        await CallAsync("/api/v1/searches/agents/remove", new { });
        await CallAsync("/api/v1/searches/agents/restore", new { });
        await FormAsync("/searches", ("name", "Tools"), ("asked", "?q=tools"));
        await FormAsync("/searches?handler=Remove", ("slug", "tools"));
        await FormAsync("/searches?handler=Restore", ("slug", "tools"));
        await CallAsync("/api/v1/glossary", new { yaml = "- term: GPT\n  kind: model\n" });
        await CallAsync("/api/v1/glossary/undo", new { });
        var seen = (await GetAsync("/api/v1/glossary")).GetProperty("yaml").GetString()!;
        await FormAsync("/glossary", ("Yaml", "- term: GPT-5\n  kind: model\n"), ("Seen", seen));
        await FormAsync("/glossary?handler=Undo", ("Seen", "- term: GPT-5\n  kind: model\n"));
    }

    private async Task AccountsAsync()
    {
        await FormAsync("/users?handler=Add", ("name", "Tom"), ("role", "reader"));
        await FormAsync("/users?handler=Role", ("name", "Tom"), ("role", "curator"));
        await FormAsync("/users?handler=Password", ("name", "Tom"), ("password", "nine loud pelicans"));
        await FormAsync("/users?handler=Token", ("name", "Tom"), ("label", "robot"));
        var token = Regex.Match(await _browser.GetStringAsync(Links.Users, Ct), "name=\"id\" value=\"([^\"]+)\"", RegexOptions.NonBacktracking).Groups[1].Value;
        await FormAsync("/users?handler=Revoke", ("id", token));
        await FormAsync("/users?handler=Remove", ("name", "Tom"));
        await FormAsync("/account?handler=Others", ("old", NetworkSite.Password));
        await FormAsync("/account", ("old", NetworkSite.Password), ("password", "eight calm ospreys"), ("again", "eight calm ospreys"));
    }

    /// <summary>Sends a form as Ines, who is signed in; where it leads.</summary>
    private async Task<string> FormAsync(string action, params (string Name, string Value)[] fields)
    {
        using var answer = await VerdictsFixture.SendAsync(_browser, Links.Talks, action, fields);
        Assert.True((int)answer.StatusCode < 400, $"{action}: {(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync(Ct)}");
        await NotedAsync(action, "Ines", "session");
        return answer.Headers.Location?.OriginalString ?? "";
    }

    /// <summary>Sends JSON as ravi's program; the answer.</summary>
    private Task<JsonElement> CallAsync(string address, object body) => SendAsync(address, JsonContent.Create(body));

    private async Task<JsonElement> SendAsync(string address, HttpContent body)
    {
        using var answer = await _program.PostAsync(new Uri(address, UriKind.Relative), body, Ct);
        Assert.True((int)answer.StatusCode < 400, $"{address}: {(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync(Ct)}");
        await NotedAsync(address, "ravi", "token");
        return await answer.Content.ReadFromJsonAsync<JsonElement>(Ct);
    }

    /// <summary>The newest line of the history is this write, with its author; and which handler it was.</summary>
    private async Task NotedAsync(string address, string who, string via)
    {
        var act = Assert.Single(await _app.Services.GetRequiredService<ActLog>().NewestAsync(1, Ct));
        var path = address.Split('?')[0];
        var handler = Regex.Match(address, "handler=([A-Za-z]+)", RegexOptions.NonBacktracking).Groups[1].Value;
        Assert.Equal((who, via, $"POST {path}{(handler.Length > 0 ? "?handler=" + handler : "")}"), (act.Who, act.Via, act.What));
        bool Is(string route) => Regex.IsMatch(path, "^" + Regex.Replace(Regex.Escape(route).Replace("\\{", "{", StringComparison.Ordinal), @"\{[^/]*(?=/|$)", "[^/]+", RegexOptions.None, TimeSpan.FromSeconds(1)) + "$", RegexOptions.NonBacktracking);
        var page = _handlers.Pages.Where(p => p.Method == "POST" && p.Handler == handler && Is(p.Route)).OrderBy(p => p.Route.Count(c => c == '{')).FirstOrDefault();
        var route = _handlers.Routes.Where(r => r.Method == "POST" && Is(r.Route)).OrderBy(r => r.Route.Count(c => c == '{')).FirstOrDefault();
        _tried.Add(page.Page is not null ? $"{page.Page} POST {page.Handler}" : $"POST {route.Route}");
    }

    private async Task<JsonElement> GetAsync(string address) => await _program.GetFromJsonAsync<JsonElement>(new Uri(address, UriKind.Relative), Ct);

    private async Task<string> TalkOfAsync(string words) =>
        (await GetAsync($"/api/v1/search?q={Uri.EscapeDataString($"\"{words}\"")}")).GetProperty("hits")[0].GetProperty("talk").GetString()!;

    private async Task WriteAsync(string name, string text)
    {
        Directory.CreateDirectory(Path.Combine(_folder, "library"));
        await File.WriteAllTextAsync(Path.Combine(_folder, "library", name), text, Ct);
    }

    private static string Captions(params string[] lines) => "WEBVTT\n\n" + string.Concat(lines.Select((l, n) => $"00:{n * 5:00}.000 --> 00:{(n * 5) + 4:00}.000\n{l}\n\n"));
}
