using System.Diagnostics;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using TalkNotes.Core.Search;
using TalkNotes.Core.Text;

namespace TalkNotes.Benchmarks;

/// <summary>
/// Other engines on the same corpus and queries, each as far as the machine has it: FTS5 asked directly, Lucene with its files
/// from <c>/usr/share/java</c>, ripgrep over the documents. They find and rank words and do less than a search of the program
/// does: no forms, places, facets or totals.
/// </summary>
internal static class Comparison
{
    private const int Hits = 20;

    /// <summary>Engines that take seconds for a query are asked fewer.</summary>
    private static int QueriesOf(string engine, int all) => engine switch { "ripgrep" => 3, "FTS5" => Math.Min(all, 8), _ => all };

    /// <summary>Measures and says; an engine that is not there is left out.</summary>
    public static async Task RunAsync(string data, string files, List<(string Name, List<string> Queries)> classes, Action<string[]> say, Action<string[]> heading)
    {
        var engines = new List<(string Name, Func<string, string, Task<double>> Ask)>();
        await using var services = LibraryMaker.Services(data);
        var search = services.GetRequiredService<PassageSearch>();
        engines.Add(("TalkNotes, whole search", async (_, query) =>
        {
            var watch = Stopwatch.StartNew();
            await search.SearchAsync(new SearchRequest { Query = query, FacetValues = 100 }, CancellationToken.None);
            return watch.Elapsed.TotalMilliseconds;
        }));
        using var connection = new SqliteConnection($"Data Source={Path.Combine(data, "talknotes.db")};Mode=ReadOnly");
        connection.Open();
        engines.Add(("FTS5", (name, query) => Task.FromResult(Fts(connection, Match(name, query)))));
        using var lucene = Lucene.Open(data);
        if (lucene is not null)
        {
            engines.Add(("Lucene", (name, query) => Task.FromResult(lucene.Ask(name, Words(query)))));
        }

        if (Directory.Exists(files) && HasRipgrep())
        {
            engines.Add(("ripgrep", (_, query) => Task.FromResult(Ripgrep(files, Words(query)))));
        }

        heading(["side by side in one process, median ms", .. engines.Select(e => e.Name), .. engines.Skip(1).Select(e => $"{e.Name} / TalkNotes")]);
        foreach (var (name, queries) in classes)
        {
            var medians = new List<double>();
            foreach (var (engine, ask) in engines)
            {
                var some = queries.Take(QueriesOf(engine, queries.Count)).ToList();
                var times = new List<double>();
                for (var round = 0; round < 2; round++)
                {
                    times.Clear();
                    foreach (var query in some)
                    {
                        times.Add(await ask(name, query));
                    }
                }

                medians.Add(times.Order().ElementAt(times.Count / 2));
            }

            say([name, .. medians.Select(m => m.ToString("0.0", CultureInfo.InvariantCulture)), .. medians.Skip(1).Select(m => (m / medians[0]).ToString("0.0", CultureInfo.InvariantCulture))]);
        }
    }

    /// <summary>The words of a query, without its operators.</summary>
    private static string[] Words(string query) =>
        [.. query.Split(' ').Where(w => w != "OR" && !w.StartsWith("year:", StringComparison.Ordinal)).SelectMany(w => Tokens.Forms(w)).Distinct(StringComparer.Ordinal)];

    private static string Match(string name, string query)
    {
        var words = Words(query).Select(w => $"\"{w}\"").ToList();
        return name switch
        {
            "phrase" => $"words : \"{string.Join(' ', Words(query))}\"",
            "prefix" => $"words : {words[0]} *",
            "eight words in a row" or "question of words" or "twelve-word OR" => $"words : ({string.Join(" OR ", words)})",
            _ => $"words : ({string.Join(" AND ", words)})",
        };
    }

    private static double Fts(SqliteConnection connection, string match)
    {
        var watch = Stopwatch.StartNew();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT rowid FROM passages_fts WHERE passages_fts MATCH $match ORDER BY bm25(passages_fts) LIMIT $hits";
        command.Parameters.AddWithValue("$match", match);
        command.Parameters.AddWithValue("$hits", Hits);
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
        }

        return watch.Elapsed.TotalMilliseconds;
    }

    private static bool HasRipgrep()
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo("rg", ["--version"]) { RedirectStandardOutput = true, UseShellExecute = false })!;
            process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }

    private static double Ripgrep(string files, string[] words)
    {
        var watch = Stopwatch.StartNew();
        using var process = Process.Start(new ProcessStartInfo("rg", ["-i", "-c", "-F", string.Join(' ', words), files]) { RedirectStandardOutput = true, UseShellExecute = false })!;
        process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return watch.Elapsed.TotalMilliseconds;
    }
}
