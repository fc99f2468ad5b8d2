using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using TalkNotes.Core.Accounts;
using TalkNotes.Core.Claims;
using TalkNotes.Core.Talks;
using TalkNotes.Tests.Shared;
using TalkNotes.Web.Tests.Accounts;
using TalkNotes.Web.Tests.Api;

namespace TalkNotes.Web.Tests;

/// <summary>
/// Everything that the program asks the database finds its rows by an index: the real program answers every address that can be
/// read, and every call that writes, over a library with claims, verdicts and evidence, and SQLite is asked how it goes about each
/// statement. The plans are those of a large library, since SQLite makes them from the schema alone. The tools for
/// assistants ask the same services as the API.
/// </summary>
public sealed class QueryPlanTests : IAsyncLifetime
{
    private static readonly HashSet<string> GrowingTables = new(StringComparer.Ordinal)
    {
        "talks", "talk_slugs", "sources", "originals", "chapters", "segments", "speakers", "speaker_aliases", "talk_speakers", "topics", "talk_topics",
        "claims", "claim_mentions", "claim_states", "claim_checks", "claim_words", "claim_makings", "verdicts", "evidence", "evidence_places", "reviews",
        "passages", "sketches", "sketch_pairs",
    };

    /// <summary>Columns that tell one thing from all others, beside those whose name ends in id.</summary>
    private static readonly HashSet<string> Narrow = new(StringComparer.Ordinal) { "slug", "sha256", "path", "key", "text_hash", "hash", "term", "word", "attributed_to" };

    /// <summary>Addresses that show nothing of the library.</summary>
    private static readonly string[] NoRows = ["/error/{status:int?}", "/Index", "/Claims/Index", "/openapi/{documentName}.json", "/health/live"];

    /// <summary>Steps that are right: what the question contains, and why an index would not do.</summary>
    private static readonly (string Table, string Part, string Reason)[] Allowed =
    [
        ("talks", "\"t\".\"word_count\" AS \"WordCount\"", OnceAChange),
        ("speakers", "SELECT \"s\".\"id\" AS \"Id\", \"s\".\"slug\" AS \"Slug\", \"s\".\"name\" AS \"Name\"", OnceAChange),
        ("topics", "SELECT \"t\".\"id\" AS \"Id\", \"t\".\"slug\" AS \"Slug\", \"t\".\"name\" AS \"Name\"", OnceAChange),
        ("talk_speakers", "SELECT DISTINCT \"t\".\"talk_id\"", OnceAChange),
        ("talk_topics", "SELECT DISTINCT \"t\".\"talk_id\"", OnceAChange),
        ("talks", "coalesce(sum(word_count), 0) FROM talks", Total),
        ("talks", "SELECT COUNT(*)\nFROM \"talks\" AS \"t\"\nWHERE \"t\".\"merged_into_id\" IS NULL", Total),
        ("talks", "FROM talks CROSS JOIN claim_states", Total),
        ("talks", "(SELECT count(*) FROM talks WHERE transcript_id IS NULL", Total),
        ("sources", "SUM(\"s0\".\"used_count\")", Total),
        ("chapters", "SELECT COUNT(*)\nFROM \"chapters\"", Total),
        ("speakers", "SELECT COUNT(*)\nFROM \"speakers\"", Total),
        ("topics", "SELECT COUNT(*)\nFROM \"topics\"", Total),
        ("verdicts", "SELECT COUNT(*)\nFROM \"verdicts\"", Total),
        ("verdicts", "LIMIT @p1 OFFSET @p", "walks the index of times only as far as the page goes"),
        ("talk_speakers", "\"t1\".\"show\" AS \"Show\"", "the list of all speakers shows all of them"),
        ("topics", "COUNT(DISTINCT (\"t\".\"talk_id\"))", "the list of all topics shows all of them"),
        ("speaker_aliases", "INNER JOIN \"speakers\" AS \"s0\" ON \"s\".\"speaker_id\" = \"s0\".\"id\"", "all names that the glossary and people gave: searches of a transcript know them"),
        ("speakers", "UNION\nSELECT \"s1\".\"id\"", "a person by any name, once a list"),
        ("speaker_aliases", "UNION\nSELECT \"s1\".\"id\"", "a person by any name, once a list"),
        ("sketch_pairs", "\"sketch_pairs\" AS \"s\"", "pairs are few: of talks that share words, for the status page once a change"),
        ("talks", "SELECT \"t\".\"id\", \"t\".\"slug\", \"t\".\"title\", \"t\".\"show\", \"t\".\"video_id\"", OnceAChange),
        ("speaker_aliases", "SELECT \"s\".\"speaker_id\" AS \"SpeakerId\", \"s\".\"name\" AS \"Name\"", OnceAChange),
        ("passages", "SELECT id FROM passages", "a search of filters alone is for everything; kept until words change"),
        ("passages", "SELECT count(*) FROM passages", "how rare a word is needs the number of passages; kept until words change"),
        ("speakers", "SELECT DISTINCT \"s\".\"name\"", "names that a form offers, in the order of their index"),
        ("speakers", "SELECT \"s\".\"id\" AS \"Id\", \"s\".\"name\" AS \"Name\", \"s\".\"slug\" AS \"Slug\"", OnceAChange),
        ("topics", "\"t\".\"name\" AS \"Name\", \"t\".\"slug\" AS \"Slug\"\nFROM \"topics\"", "topics are few: a filter knows them by name"),
        ("talk_speakers", "\"t\".\"role\" = @", "the filter asks for everybody in a role, by an index that has all of it"),
        ("segments", "\"s\".\"text\" LIKE @pattern", "words that a person puts right are looked for in every transcript, letter by letter"),
        ("verdicts", "\"v\".\"id\" > @known_Newest", "what is new since the last time"),
        ("reviews", "\"reviews\" AS \"r\"", "second opinions of curators, for the figures of their agreement"),
    ];

    private const string OnceAChange = "lists of talks are kept in memory: read once a change of talks or people";
    private const string Total = "a total, worked out once a change";

    private readonly string _library = Directory.CreateTempSubdirectory("talknotes-plans-").FullName;
    private TalkNotesApp _app = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync()
    {
        _app = ApiExample.App(_library);
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Nothing_goes_through_a_table_that_grows_with_the_library()
    {
        using var ines = await ApiExample.ClientAsync(_app, "ines");
        using var ravi = await ApiExample.ClientAsync(_app, "ravi");
        var database = Path.Combine(_app.Data, "talknotes.db");
        using var watch = new SqlWatch(database);
        foreach (var example in ApiExample.All())
        {
            using var answer = await example.AskAsync(example.IsByAnother ? ravi : ines, Ct);
            Assert.Equal(example.Status, (int)answer.StatusCode);
        }

        await JudgeAsync(ines, ravi);
        using var ida = await ApiExample.ClientAsync(_app, "ida", Role.Administrator);
        var addresses = await AddressesAsync(ida, await TwiceToldAsync(ines));
        await AssertAllAreAskedAsync([.. ApiExample.All().Select(e => e.Address), .. addresses]);
        await _app.Services.GetRequiredService<ClaimUpkeep>().RefreshAsync(progress: null, Ct); // what the background does changes nothing from here on
        await AskAsync(ida, addresses);
        var seen = watch.Take();
        await AskAsync(ida, addresses);
        var onEveryVisit = watch.Take(); // what is asked once more while nothing has changed
        seen.UnionWith(onEveryVisit);
        Assert.True(onEveryVisit.Count > 100, $"only {onEveryVisit.Count} statements were seen");
        var steps = seen.SelectMany(sql => Costly(sql, watch.Plan(sql), onEveryVisit.Contains(sql))).ToList();
        var wrong = steps.Where(s => !Array.Exists(Allowed, a => Matches(s, a))).ToList();
        Assert.True(wrong.Count == 0, string.Join("\n\n", wrong.GroupBy(s => s.Sql).Select(s => $"{string.Join(", ", s.Select(x => $"{x.Table}: {x.Step}"))}\n{s.Key}\n    {string.Join("\n    ", watch.Plan(s.Key))}")));
        Assert.Equal([], Allowed.Where(a => !steps.Exists(s => Matches(s, a))).Select(a => $"{a.Table}: {a.Part}")); // one that nothing needs would hide the next
    }

    private static async Task AskAsync(HttpClient browser, List<string> addresses)
    {
        foreach (var address in addresses)
        {
            using var answer = await browser.GetAsync(new Uri(address, UriKind.Relative), Ct);
            Assert.True(answer.StatusCode is HttpStatusCode.OK or HttpStatusCode.Found or HttpStatusCode.NotFound, $"{address}: {answer.StatusCode}"); // a page may lead on, or have nothing
        }
    }

    private async Task AssertAllAreAskedAsync(List<string> addresses)
    {
        var handlers = await Handlers.OfAsync(_app.Services);
        var routes = handlers.Pages.Select(p => p.Route).Concat(handlers.Routes.Where(r => r.Method == "GET").Select(r => r.Route)).Distinct(StringComparer.Ordinal).Except(NoRows, StringComparer.Ordinal)
            .Where(r => r.Contains('{', StringComparison.Ordinal) || !Regex.IsMatch(r, @"\.(css|js|svg|txt|gz|br|ico|png|webmanifest)$", RegexOptions.NonBacktracking)); // files of the site itself
        Assert.Equal([], routes.Where(r => !addresses.Exists(a => Regex.IsMatch(a.Split('?')[0], $"^{Regex.Replace(Regex.Escape(r), @"\\\{[^}]+\}", "[^/]+", RegexOptions.NonBacktracking)}$", RegexOptions.NonBacktracking))));
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        Directory.Delete(_library, recursive: true);
    }

    private static bool Matches((string Table, string Step, string Sql) step, (string Table, string Part, string Reason) allowed) =>
        step.Table == allowed.Table && step.Sql.Contains(allowed.Part, StringComparison.Ordinal);

    /// <summary>Verdicts of every kind: with words, disputed, of both questions, not said, and one withdrawn.</summary>
    private static async Task JudgeAsync(HttpClient ines, HttpClient ravi)
    {
        var claims = Regex.Matches(await ines.GetStringAsync(new Uri("/api/v1/claims?speaker=noam-brown&limit=500", UriKind.Relative), Ct), "\"id\":\"([a-z0-9]{10})\"", RegexOptions.NonBacktracking).Select(m => m.Groups[1].Value).Distinct(StringComparer.Ordinal).Take(4).ToList();
        async Task SendAsync(HttpClient who, string address, string body)
        {
            using var content = new StringContent(body, Encoding.UTF8, "application/json");
            using var answer = await who.PostAsync(new Uri(address, UriKind.Relative), content, Ct);
            Assert.True(answer.IsSuccessStatusCode, $"{address}: {answer.StatusCode} {await answer.Content.ReadAsStringAsync(Ct)}");
        }

        const string Words = """{"status": "verified", "evidence": [{"segments": [3, 4]}, {"url": "https://example.org/x", "accessed": "2026-01-02", "note": "says so"}]}""";
        foreach (var claim in claims.Take(3))
        {
            await SendAsync(ines, $"/api/v1/claims/{claim}/verdicts", Words);
        }

        await SendAsync(ravi, $"/api/v1/claims/{claims[0]}/verdicts/1/reviews", """{"status": "refuted", "note": "no"}""");
        await SendAsync(ines, $"/api/v1/claims/{claims[1]}/verdicts", """{"question": "accuracy", "status": "inaccurate", "note": "It is otherwise", "evidence": [{"url": "https://example.org/y", "accessed": "2026-01-02", "note": "says no"}]}""");
        await SendAsync(ines, $"/api/v1/claims/{claims[2]}/verdicts/1/undo", "{}");
        await SendAsync(ines, $"/api/v1/claims/{claims[3]}/verdicts", """{"status": "not-said", "searched": ["alpha"]}""");
    }

    /// <summary>A talk with times and two transcripts; its address.</summary>
    private static async Task<string> TwiceToldAsync(HttpClient ines)
    {
        const string Document = """
            ---
            title: How Models Think
            youtube_url: https://www.youtube.com/watch?v=abcdefghijk
            video_id: abcdefghijk
            publish_date: 2025-05-01
            ---

            # How Models Think

            ## Transcript

            Noam Brown (00:00:01):
            The model thinks for longer and that is not a small change.

            Noam Brown (00:00:06):
            We read its chain of thought every day.

            """;
        var slug = "";
        foreach (var (name, rest) in new[] { ("a.md", "Sonya Huang (00:00:11):\nWhat is the capital of Bhutan?\n"), ("b.md", "Sonya Huang (00:00:12):\nWhere is the capital of Bhutan?\n") })
        {
            using var answer = await ines.PostAsync(new Uri($"/api/v1/talks?name={name}", UriKind.Relative), new StringContent(Document + rest), Ct);
            var text = await answer.Content.ReadAsStringAsync(Ct);
            Assert.True(answer.IsSuccessStatusCode, text);
            slug = Regex.Match(text, "\"talk\":\"([a-z0-9-]+)\"", RegexOptions.NonBacktracking).Groups[1].Value;
        }

        return slug;
    }

    /// <summary>Every page, feed, table and call that reads, under its filters and orders, and on its last page.</summary>
    private static async Task<List<string>> AddressesAsync(HttpClient browser, string talk)
    {
        async Task<string> FirstAsync(string list, string pattern) =>
            Regex.Match(await browser.GetStringAsync(new Uri(list, UriKind.Relative), Ct), pattern, RegexOptions.NonBacktracking).Groups[1].Value;
        var (speaker, topic) = ("noam-brown", await FirstAsync("/api/v1/topics", "\"slug\":\"([a-z0-9-]+)\""));
        var (claim, judged) = (await FirstAsync("/api/v1/claims", "\"id\":\"([a-z0-9]{10})\""), await FirstAsync("/api/v1/claims?status=verified", "\"id\":\"([a-z0-9]{10})\""));
        string[] searches =
        [
            "reasoning", "chain of thought", "\"chain of thought\"", "models OR agents OR tools", "reason*", "NEAR(models reason, 8)", "what does noam say about reasoning models and games", "models -agents",
            "kind:claim models", "kind:claim", "kind:talk", "status:verified", "status:unverified models", "origin:ai", "speaker:\"Noam Brown\" AlphaZero", "speaker:none models", "role:host", $"talk:{talk} models", "show:none", "topic:ai year:2025", "after:2024 models", "resoning modle", "GPT-4.1", "nothinglikethis",
        ];
        return
        [
            "/", "/talks", "/talks?page=2", $"/talks?speaker={speaker}&topic={topic}", "/talks?show=No+Priors&year=2025", "/talks?progress=not-started",
            .. new[] { TalkSort.Newest, TalkSort.Added, TalkSort.Longest, TalkSort.MostLeft, TalkSort.Title }.Select(s => $"/talks?sort={s}"),
            $"/talks/{talk}", $"/talks/{talk}/transcript", $"/talks/{talk}/transcript?find=models", $"/talks/{talk}/transcript?at=s1-s2", $"/talks/{talk}/sources/1", $"/talks/{talk}/sources/1/original",
            $"/talks/{talk}/correct", $"/talks/{talk}/claim?at=s1-s1", $"/talks/{talk}/compare?a=1&b=2", $"/talks/{talk}/misheard?at=s1-s1", $"/talks/{talk}/same", $"/talks/{talk}/who?at=s1-s1",
            .. new[] { "json", "md", "txt", "srt", "vtt", "csv", "words.txt", "podcast.json", "jsonld", "claimreview.jsonld", "bib", "csl.json" }.Select(e => $"/talks/{talk}.{e}"), "/talks.zip?format=json",
            "/speakers", "/speakers?q=noam", $"/speakers/{speaker}", $"/speakers/{speaker}/correct", $"/topics/{topic}",
            "/desk", .. new[] { "recheck", "disputed", "due", "reworded", "all" }.Select(q => $"/desk?queue={q}"), $"/desk?talk={talk}", $"/desk?speaker={speaker}", "/desk?kind=quote", $"/desk?claim={claim}", $"/desk/bulk?chosen={claim}",
            "/claims", "/claims?status=verified", "/claims?status=withdrawn", "/claims?status=suspended", "/claims?status=disputed", $"/claims?talk={talk}", "/claims?kind=quote", $"/claims?speaker={speaker}",
            $"/claims?cursor={claim}", $"/claims/{claim}", $"/claims/{judged}", "/history", "/history?page=2", "/history?kind=corrections", "/history?kind=documents", "/status",
            "/feed.atom", "/claims.atom", "/claims.atom?status=refuted", "/history.atom", "/talks.csv", "/claims.csv", "/history.csv", "/speakers.csv", "/desk.csv", "/terms.csv?q=AlphaZero", "/search.csv?q=models", "/search.atom?q=models",
            "/searches", "/searches/chain-of-thought.atom", "/corrections/1/undo", "/notes", "/terms?q=AlphaZero", "/glossary", "/quote?text=just+learning+from+scratch+as+it+were&speaker=Noam+Brown", "/users", "/account", "/add", "/add/1", "/sign-in", "/health/ready",
            "/api/v1/talks", $"/api/v1/talks/{talk}", $"/api/v1/talks/{talk}/segments", "/api/v1/claims?status=refuted&limit=5", $"/api/v1/claims/{claim}", $"/api/v1/claims/{judged}", $"/api/v1/evidence?claim={judged}",
            .. searches.Select(q => $"/api/v1/search?q={Uri.EscapeDataString(q)}"), .. new[] { "date", "added", "position" }.Select(s => $"/search?q=models&sort={s}"), "/search?q=models&cursor=20", "/search?q=chain+of+thought",
        ];
    }

    /// <summary>
    /// The steps of a plan that grow with the library: a table is read whole, or rows are written aside to be joined; on every
    /// visit also a key that many rows share.
    /// </summary>
    private static IEnumerable<(string Table, string Step, string Sql)> Costly(string sql, IReadOnlyList<string> plan, bool isOnEveryVisit)
    {
        if (Regex.IsMatch(sql, @"WHERE 0\s*($|\n)", RegexOptions.NonBacktracking) || sql.StartsWith("INSERT", StringComparison.Ordinal))
        {
            yield break; // an empty list is asked for; of a new row's references SQLite only lists how it would look for those that wait
        }

        // In the order of an index, and only as far as the page goes.
        var stopsEarly = sql.Contains("LIMIT", StringComparison.Ordinal) && !plan.Any(s => s.StartsWith("USE TEMP B-TREE", StringComparison.Ordinal));
        foreach (var step in plan)
        {
            var match = Regex.Match(step, "^(SCAN|SEARCH) ([a-z_0-9]+)( USING .*)?$", RegexOptions.NonBacktracking);
            if (step.StartsWith("MATERIALIZE", StringComparison.Ordinal) || step.Contains("AUTOMATIC", StringComparison.Ordinal))
            {
                yield return (step.Split(' ')[0], step, sql);
            }
            else if (match.Success && TableOf(sql, match.Groups[2].Value) is { } table && GrowingTables.Contains(table) && !(stopsEarly && (match.Groups[3].Success || sql.Contains("ORDER BY", StringComparison.Ordinal)))
                && (match.Groups[1].Value == "SCAN" || (isOnEveryVisit && IsShared(step))))
            {
                yield return (table, step, sql);
            }
        }
    }

    /// <summary>Whether many rows have the key; all others lead to the rows of one thing, as many in a library of any size.</summary>
    private static bool IsShared(string step) => step.Contains('?', StringComparison.Ordinal)
        && !Regex.Matches(step, "([a-z0-9_]+)=\\?", RegexOptions.NonBacktracking).Any(m => m.Groups[1].Value.EndsWith("id", StringComparison.Ordinal) || Narrow.Contains(m.Groups[1].Value));

    /// <summary>The table behind a name in a plan, which is the alias that the question gives it.</summary>
    private static string? TableOf(string sql, string alias) =>
        Regex.Match(sql, $"\"([a-z_]+)\" AS \"{alias}\"", RegexOptions.NonBacktracking) is { Success: true } table ? table.Groups[1].Value : alias;
}
