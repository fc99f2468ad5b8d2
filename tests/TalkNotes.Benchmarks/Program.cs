using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TalkNotes.Benchmarks;
using TalkNotes.Core;
using TalkNotes.Core.Search;
using TalkNotes.Core.Storage;
using TalkNotes.Core.Upkeep;

// Latency of search by class of query: [PASSAGES] [QUERIES] [--data DIR to keep the library and use it again] [--only CLASS] [--slow to name the slowest]
const int Rounds = 3; // after one to warm up
var numbers = args.TakeWhile(a => !a.StartsWith('-')).Select(a => int.Parse(a, CultureInfo.InvariantCulture)).ToList();
var passages = numbers.ElementAtOrDefault(0) is > 0 and var p ? p : 100_000;
var queries = numbers.ElementAtOrDefault(1) is > 0 and var q ? q : 50;
var kept = After("--data");
var only = After("--only");
var data = kept ?? Directory.CreateTempSubdirectory("talknotes-benchmark-").FullName;
var database = Path.Combine(data, "talknotes.db");
var isNew = !File.Exists(database);

await using var services = new ServiceCollection().AddLogging()
    .AddTalkNotesCore(new TalkNotesOptions { DataDirectory = data, LibraryDirectory = data }).BuildServiceProvider();
services.GetRequiredService<LibraryDatabase>().Prepare();
var databases = services.GetRequiredService<IDbContextFactory<TalkNotesDb>>();
if (isNew)
{
    await GeneratedLibrary.FillAsync(databases, passages);
}

Console.WriteLine($"database {new FileInfo(database).Length / 1_000_000:N0} MB");
var search = services.GetRequiredService<PassageSearch>();
foreach (var (name, texts) in (await SearchClasses.MakeAsync(databases, queries)).Where(c => only is null || c.Name == only))
{
    var times = new double[texts.Count]; // of each query the best of its warm rounds: others may use the machine too
    var work = new double[texts.Count]; // processor time
    var places = 0L;
    for (var round = 0; round <= Rounds; round++)
    {
        for (var i = 0; i < texts.Count; i++)
        {
            var before = Environment.CpuUsage.TotalTime;
            var result = await search.SearchAsync(new SearchRequest { Query = texts[i] }, CancellationToken.None);
            var used = (Environment.CpuUsage.TotalTime - before).TotalMilliseconds;
            work[i] = round > 1 ? Math.Min(work[i], used) : used;
            times[i] = round > 1 ? Math.Min(times[i], result.TookMs) : result.TookMs;
            places += round == 0 ? result.Total : 0;
        }
    }

    Console.WriteLine($"{name,-22} p50 {At(times, 0.50),7:0.0}  p95 {At(times, 0.95),7:0.0}  p99 {At(times, 0.99),7:0.0} ms   processor p50 {At(work, 0.50),6:0.0}  p95 {At(work, 0.95),6:0.0}  p99 {At(work, 0.99),6:0.0} ms   {places / texts.Count,7:N0} places   {texts[0]}");
    if (args.Contains("--slow"))
    {
        texts.Zip(times).OrderByDescending(t => t.Second).Take(5).ToList().ForEach(t => Console.WriteLine($"    {t.Second:0.0} ms  {t.First}"));
    }
}

Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
if (kept is null)
{
    Directory.Delete(data, recursive: true);
}

string? After(string option) => Array.IndexOf(args, option) is >= 0 and var at && at + 1 < args.Length ? args[at + 1] : null;

static double At(double[] values, double share) => values.Order().ElementAt(Math.Min(values.Length - 1, (int)(share * values.Length)));
