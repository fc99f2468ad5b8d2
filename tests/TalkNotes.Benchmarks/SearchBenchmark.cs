using System.Diagnostics;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TalkNotes.Core.Search;
using TalkNotes.Core.Storage;

namespace TalkNotes.Benchmarks;

/// <summary>Latency of search by class of query, in this process: wall-clock and processor time.</summary>
internal static class SearchBenchmark
{
    private const int Rounds = 3; // after one to warm up
    private const int FacetValues = 100; // as the API gives them

    /// <summary>Runs every class, or one, and prints the figures.</summary>
    /// <param name="data">Folder of the database.</param>
    /// <param name="queries">Queries a class.</param>
    /// <param name="only">One class, or null for all.</param>
    /// <param name="slow">Whether to name the slowest queries.</param>
    /// <param name="answers">A file that gets every answer, so that those of two programs can be compared; null for none.</param>
    public static async Task RunAsync(string data, int queries, string? only, bool slow, string? answers)
    {
        await using var services = LibraryMaker.Services(data);
        var watch = Stopwatch.StartNew();
        var made = services.GetRequiredService<IndexKeeper>().Refresh(CancellationToken.None);
        var folder = new DirectoryInfo(Path.Combine(data, "index"));
        var files = folder.Exists ? folder.GetFiles("passages-*.idx") : [];
        Console.WriteLine($"{made} index files made in {watch.Elapsed.TotalSeconds:0.0} s; {files.Length} files, {files.Sum(f => f.Length) / 1_000_000:N0} MB");
        var search = services.GetRequiredService<PassageSearch>();
        await using var written = answers is null ? null : new StreamWriter(answers);
        foreach (var (name, texts) in (await SearchClasses.MakeAsync(services.GetRequiredService<IDbContextFactory<TalkNotesDb>>(), queries)).Where(c => only is null || c.Name == only))
        {
            var times = new double[texts.Count]; // of each query the best of its warm rounds: others may use the machine too
            var work = new double[texts.Count]; // processor time
            var places = 0L;
            for (var round = 0; round <= Rounds; round++)
            {
                for (var i = 0; i < texts.Count; i++)
                {
                    var before = Environment.CpuUsage.TotalTime;
                    var result = await search.SearchAsync(new SearchRequest { Query = texts[i], FacetValues = written is null ? FacetValues : int.MaxValue }, CancellationToken.None);
                    var used = (Environment.CpuUsage.TotalTime - before).TotalMilliseconds;
                    work[i] = round > 1 ? Math.Min(work[i], used) : used;
                    times[i] = round > 1 ? Math.Min(times[i], result.TookMs) : result.TookMs;
                    if (round == 0)
                    {
                        places += result.Total;
                        written?.WriteLine(JsonSerializer.Serialize(result with { TookMs = 0 }));
                    }
                }
            }

            Console.WriteLine($"{name,-22} p50 {At(times, 0.50),7:0.0}  p95 {At(times, 0.95),7:0.0}  p99 {At(times, 0.99),7:0.0} ms   processor p50 {At(work, 0.50),6:0.0}  p95 {At(work, 0.95),6:0.0}  p99 {At(work, 0.99),6:0.0} ms   {places / texts.Count,7:N0} places   {texts[0]}");
            if (slow)
            {
                texts.Zip(times).OrderByDescending(t => t.Second).Take(5).ToList().ForEach(t => Console.WriteLine($"    {t.Second:0.0} ms  {t.First}"));
            }
        }
    }

    private static double At(double[] values, double share) => values.Order().ElementAt(Math.Min(values.Length - 1, (int)(share * values.Length)));
}
