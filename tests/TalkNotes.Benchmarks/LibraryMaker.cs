using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TalkNotes.Core;
using TalkNotes.Core.Claims;
using TalkNotes.Core.Ingest;
using TalkNotes.Core.Storage;
using TalkNotes.Core.Upkeep;

namespace TalkNotes.Benchmarks;

/// <summary>
/// Makes a library of a given size: documents in <c>DIR/files</c>, the database in <c>DIR/data</c>, filled as the program itself
/// takes documents in. What is there already stays, so an interrupted run goes on and a library can grow.
/// </summary>
internal static class LibraryMaker
{
    /// <summary>Writes the documents that are missing.</summary>
    /// <param name="folder">Where they go.</param>
    /// <param name="talks">How many there shall be.</param>
    /// <param name="from">A folder of transcripts whose words are used.</param>
    public static void WriteFiles(string folder, int talks, string from)
    {
        var watch = Stopwatch.StartNew();
        var spoken = new SpokenWords(from);
        var missing = Enumerable.Range(0, talks).Where(n => !File.Exists(Path.Combine(folder, TalkFile.Path(n)))).ToList();
        missing.AsParallel().ForAll(n =>
        {
            var path = Path.Combine(folder, TalkFile.Path(n));
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path + ".part", TalkFile.Text(GeneratedTalk.Of(n, spoken))); // .part is passed over when documents are taken in
            File.Move(path + ".part", path);
        });
        Console.WriteLine($"{missing.Count:N0} documents written in {watch.Elapsed.TotalSeconds:0.0} s");
    }

    /// <summary>Takes them in, gives verdicts, and brings everything up to date that the program works out in the background.</summary>
    public static async Task FillAsync(string data, string files, CancellationToken ct)
    {
        await using var services = Services(data);
        var watch = Stopwatch.StartNew();
        var report = await services.GetRequiredService<Ingester>().IngestAsync([files], formatId: null, new Every(500, watch), ct);
        Console.WriteLine($"{report.Count(IngestOutcome.Added):N0} taken in, {report.Count(IngestOutcome.Unchanged):N0} unchanged, {report.Count(IngestOutcome.Failed):N0} failed in {watch.Elapsed.TotalSeconds:0.0} s");
        watch.Restart();
        var verdicts = await GeneratedVerdicts.GiveAsync(services.GetRequiredService<IDbContextFactory<TalkNotesDb>>(), ct);
        Console.WriteLine($"{verdicts:N0} verdicts given in {watch.Elapsed.TotalSeconds:0.0} s");
        watch.Restart();
        var upkeep = await services.GetRequiredService<ClaimUpkeep>().RefreshAsync(progress: null, ct);
        Console.WriteLine($"{upkeep.Checked:N0} claims checked, {upkeep.Settled:N0} verdicts looked at in {watch.Elapsed.TotalSeconds:0.0} s");
    }

    /// <summary>The program's own services over a database.</summary>
    public static ServiceProvider Services(string data)
    {
        var services = new ServiceCollection().AddLogging().AddTalkNotesCore(new TalkNotesOptions { DataDirectory = data, LibraryDirectory = data }).BuildServiceProvider();
        services.GetRequiredService<LibraryDatabase>().Prepare();
        return services;
    }

    private sealed class Every(int documents, Stopwatch watch) : IProgress<IngestProgress>
    {
        public void Report(IngestProgress value)
        {
            if (value.Done % documents == 0)
            {
                Console.WriteLine($"  {value.Done:N0} of {value.Total:N0} after {watch.Elapsed.TotalSeconds:0.0} s, {Environment.WorkingSet / 1_000_000:N0} MB");
            }
        }
    }
}
