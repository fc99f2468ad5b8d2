using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;
using TalkNotes.Core.Talks;
using TalkNotes.Tests.Shared;

namespace TalkNotes.Web.Tests;

/// <summary>
/// Every question that a listing puts to the database finds its rows by an index: the real program answers every listing, and
/// SQLite is asked how it would go about each of the questions. The plans are those of a large library, since SQLite makes
/// them from the schema alone.
/// </summary>
public sealed class QueryPlanTests(SeedsApp app) : IClassFixture<SeedsApp>
{
    private static readonly HashSet<string> GrowingTables = new(StringComparer.Ordinal)
    {
        "talks", "talk_slugs", "sources", "originals", "chapters", "segments", "speakers", "speaker_aliases", "talk_speakers", "topics", "talk_topics",
        "claims", "claim_mentions", "claim_states", "claim_checks", "claim_words", "claim_makings", "verdicts", "evidence", "evidence_places", "reviews",
        "passages", "sketches", "sketch_pairs",
    };

    /// <summary>Scans that are right: what the question contains, and why an index would not do.</summary>
    private static readonly (string Table, string Part, string Reason)[] Allowed =
    [
        ("talks", "\"t\".\"word_count\" AS \"WordCount\"", OnceAChange),
        ("speakers", "SELECT \"s\".\"id\" AS \"Id\", \"s\".\"slug\" AS \"Slug\", \"s\".\"name\" AS \"Name\"", OnceAChange),
        ("topics", "SELECT \"t\".\"id\" AS \"Id\", \"t\".\"slug\" AS \"Slug\", \"t\".\"name\" AS \"Name\"", OnceAChange),
        ("talk_speakers", "SELECT DISTINCT \"t\".\"talk_id\"", OnceAChange),
        ("talk_topics", "SELECT DISTINCT \"t\".\"talk_id\"", OnceAChange),
        ("talks", "SUM(CAST(\"t0\".\"word_count\"", Total),
        ("talks", "SELECT COUNT(*)\nFROM \"talks\" AS \"t\"\nWHERE \"t\".\"merged_into_id\" IS NULL", Total),
        ("sources", "SUM(\"s0\".\"used_count\")", Total),
        ("chapters", "SELECT COUNT(*)\nFROM \"chapters\"", Total),
        ("speakers", "SELECT COUNT(*)\nFROM \"speakers\"", Total),
        ("topics", "SELECT COUNT(*)\nFROM \"topics\"", Total),
        ("verdicts", "SELECT COUNT(*)\nFROM \"verdicts\"", Total),
        ("verdicts", "\"v\".\"value\" <> 'unverified'", "the newest verdict in force, for the start page once a change"),
        ("verdicts", "LIMIT @p1 OFFSET @p", "walks the index of times only as far as the page goes"),
        ("talk_speakers", "\"t1\".\"show\" AS \"Show\"", "the list of all speakers shows all of them"),
        ("topics", "COUNT(DISTINCT (\"t\".\"talk_id\"))", "the list of all topics shows all of them"),
        ("speaker_aliases", "INNER JOIN \"speakers\" AS \"s0\" ON \"s\".\"speaker_id\" = \"s0\".\"id\"", "all names that the glossary and people gave: searches of a transcript know them"),
        ("speakers", "UNION\nSELECT \"s1\".\"id\"", "a person by any name, once a list"),
        ("speaker_aliases", "UNION\nSELECT \"s1\".\"id\"", "a person by any name, once a list"),
        ("sketch_pairs", "\"sketch_pairs\" AS \"s\"", "pairs are few: of talks that share words, for the status page once a change"),
        ("claim_makings", "PARTITION BY \"c2\".\"claim_id\"", "claims that people made by hand"),
        ("reviews", "\"reviews\" AS \"r\"", "second opinions of curators, for the figures of their agreement"),
    ];

    private const string OnceAChange = "lists of talks are kept in memory: read once a change of talks or people";
    private const string Total = "a total, worked out once a change";

    [Fact]
    public async Task No_listing_goes_through_a_table_that_grows_with_the_library()
    {
        var asked = new ConcurrentDictionary<string, List<(string Name, object? Value)>>(StringComparer.Ordinal);
        using var browser = app.Browser();
        using (Listen(Path.Combine(app.Data, "talknotes.db"), asked))
        {
            foreach (var address in await AddressesAsync(browser))
            {
                using var answer = await browser.GetAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);
                Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{address}: {answer.StatusCode}");
            }
        }

        Assert.True(asked.Count > 60, $"only {asked.Count} questions were seen");
        await using var connection = new SqliteConnection($"Data Source={Path.Combine(app.Data, "talknotes.db")};Mode=ReadOnly");
        connection.Open();
        var scans = asked.SelectMany(q => Scans(connection, q.Key, q.Value)).ToList();
        var wrong = scans.Where(s => !Array.Exists(Allowed, a => Matches(s, a))).ToList();
        Assert.True(wrong.Count == 0, string.Join("\n\n", wrong.Select(s => $"{s.Table}: {s.Plan}\n{s.Sql}")));
        Assert.Equal([], Allowed.Where(a => !scans.Exists(s => Matches(s, a))).Select(a => $"{a.Table}: {a.Part}")); // one that nothing needs would hide the next
    }

    private static bool Matches((string Table, string Plan, string Sql) scan, (string Table, string Part, string Reason) allowed) =>
        scan.Table == allowed.Table && scan.Sql.Contains(allowed.Part, StringComparison.Ordinal);

    /// <summary>Every listing: pages, feeds, tables and the API, each under its filters and orders, and on its last page.</summary>
    private static async Task<List<string>> AddressesAsync(HttpClient browser)
    {
        var ct = TestContext.Current.CancellationToken;
        async Task<string> FirstAsync(string list, string pattern) =>
            Regex.Match(await browser.GetStringAsync(new Uri(list, UriKind.Relative), ct), pattern, RegexOptions.NonBacktracking).Groups[1].Value;
        var (talk, speaker, topic) = (await FirstAsync("/talks?transcript=yes", "href=\"/talks/([a-z0-9-]+)\""), await FirstAsync("/speakers", "href=\"/speakers/([a-z0-9-]+)\""), await FirstAsync("/api/v1/topics", "\"slug\":\"([a-z0-9-]+)\""));
        var claim = await FirstAsync("/api/v1/claims", "\"id\":\"([a-z0-9]+)\"");
        return
        [
            "/", "/talks", "/talks?page=2", $"/talks?speaker={speaker}&topic={topic}", "/talks?show=No+Priors&year=2025", "/talks?progress=not-started",
            .. new[] { TalkSort.Newest, TalkSort.Added, TalkSort.Longest, TalkSort.MostLeft, TalkSort.Title }.Select(s => $"/talks?sort={s}"),
            $"/talks/{talk}", $"/talks/{talk}/transcript", $"/talks/{talk}/sources/1", "/speakers", $"/speakers/{speaker}", $"/topics/{topic}",
            "/desk", .. new[] { "recheck", "disputed", "due", "reworded", "all" }.Select(q => $"/desk?queue={q}"), $"/desk?talk={talk}", $"/desk?speaker={speaker}", "/desk?kind=quote",
            "/claims", "/claims?status=verified", "/claims?status=withdrawn", "/claims?status=suspended", "/claims?status=disputed", $"/claims?talk={talk}", "/claims?kind=quote", $"/claims?speaker={speaker}",
            $"/claims?cursor={claim}", $"/claims/{claim}", "/history", "/history?kind=corrections", "/status",
            "/feed.atom", "/claims.atom", "/claims.atom?status=refuted", "/history.atom", "/talks.csv", "/claims.csv", "/history.csv",
            "/api/v1/talks", $"/api/v1/talks/{talk}", $"/api/v1/talks/{talk}/segments", "/api/v1/speakers", $"/api/v1/speakers/{speaker}", "/api/v1/topics", $"/api/v1/topics/{topic}",
            "/api/v1/claims", "/api/v1/claims?status=refuted&limit=5", $"/api/v1/claims/{claim}", "/api/v1/desk", "/api/v1/history", "/api/v1/status", "/api/v1/corrections", $"/api/v1/evidence?claim={claim}",
        ];
    }

    /// <summary>Collects the SQL that EF sends to one database.</summary>
    private static IDisposable Listen(string database, ConcurrentDictionary<string, List<(string Name, object? Value)>> asked) =>
        DiagnosticListener.AllListeners.Subscribe(new Watcher<DiagnosticListener>(listener =>
        {
            if (listener.Name == "Microsoft.EntityFrameworkCore")
            {
                listener.Subscribe(new Watcher<KeyValuePair<string, object?>>(e =>
                {
                    if (e.Value is CommandEventData { Command: SqliteCommand { Connection.DataSource: var file } command } && file == database && command.CommandText.Contains("SELECT", StringComparison.Ordinal))
                    {
                        asked.TryAdd(command.CommandText, [.. command.Parameters.Cast<SqliteParameter>().Select(p => (p.ParameterName, p.Value))]);
                    }
                }));
            }
        }));

    private static IEnumerable<(string Table, string Plan, string Sql)> Scans(SqliteConnection connection, string sql, List<(string Name, object? Value)> parameters)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "EXPLAIN QUERY PLAN " + sql;
        parameters.ForEach(p => command.Parameters.AddWithValue(p.Name, p.Value ?? DBNull.Value));
        using var reader = command.ExecuteReader();
        var steps = new List<string>();
        if (Regex.IsMatch(sql, @"WHERE 0\s*($|\n)", RegexOptions.NonBacktracking))
        {
            yield break; // asked for none of an empty list: SQLite reads nothing
        }

        while (reader.Read())
        {
            steps.Add(reader.GetString(3));
        }

        // In the order of an index, and only as far as the page goes.
        var stopsEarly = sql.Contains("LIMIT", StringComparison.Ordinal) && !steps.Exists(s => s.StartsWith("USE TEMP B-TREE", StringComparison.Ordinal));
        foreach (var step in steps)
        {
            if (Regex.Match(step, "^SCAN ([a-z_0-9]+)( USING .*)?$", RegexOptions.NonBacktracking) is { Success: true } scan
                && TableOf(sql, scan.Groups[1].Value) is { } table && GrowingTables.Contains(table) && !(stopsEarly && (scan.Groups[2].Success || sql.Contains("ORDER BY", StringComparison.Ordinal))))
            {
                yield return (table, step, sql);
            }
        }
    }

    /// <summary>The table behind a name in a plan, which is the alias that the question gives it.</summary>
    private static string? TableOf(string sql, string alias) =>
        Regex.Match(sql, $"\"([a-z_]+)\" AS \"{alias}\"", RegexOptions.NonBacktracking) is { Success: true } table ? table.Groups[1].Value : alias;

    private sealed class Watcher<T>(Action<T> see) : IObserver<T>
    {
        public void OnNext(T value) => see(value);

        public void OnError(Exception error)
        {
        }

        public void OnCompleted()
        {
        }
    }
}
