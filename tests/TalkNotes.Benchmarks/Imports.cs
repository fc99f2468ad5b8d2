using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using TalkNotes.Core.Claims;
using TalkNotes.Core.Ingest;

namespace TalkNotes.Benchmarks;

/// <summary>One import, in a process of its own so that its memory is its own.</summary>
/// <param name="Seconds">Wall-clock, index included.</param>
/// <param name="Work">Seconds of processor time.</param>
/// <param name="CheckSeconds">Then, until every claim was checked against its transcript, as the server does in the background.</param>
/// <param name="PeakMegabytes">Most memory in use.</param>
/// <param name="Added">Talks that were new.</param>
/// <param name="Unchanged">Documents that were known.</param>
internal sealed record ImportFigures(double Seconds, double Work, double CheckSeconds, long PeakMegabytes, int Added, int Unchanged)
{
    private const string Mark = "figures ";

    /// <summary>The work itself: takes paths in and prints the figures.</summary>
    public static async Task TakeInAsync(string data, string[] paths)
    {
        await using var services = LibraryMaker.Services(data);
        var watch = Stopwatch.StartNew();
        var report = await services.GetRequiredService<Ingester>().IngestAsync(paths, formatId: null, progress: null, CancellationToken.None);
        var (seconds, work) = (watch.Elapsed.TotalSeconds, Environment.CpuUsage.TotalTime.TotalSeconds);
        var checkWatch = Stopwatch.StartNew();
        await services.GetRequiredService<ClaimUpkeep>().RefreshAsync(progress: null, CancellationToken.None);
        using var process = Process.GetCurrentProcess();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{Mark}{seconds} {work} {checkWatch.Elapsed.TotalSeconds} {process.PeakWorkingSet64 / 1_000_000} {report.Count(IngestOutcome.Added)} {report.Count(IngestOutcome.Unchanged)}"));
    }

    /// <summary>Runs it in another process.</summary>
    /// <param name="data">Folder of the database.</param>
    /// <param name="paths">What to take in.</param>
    /// <param name="killAfter">When to end it by force; null lets it finish.</param>
    /// <returns>Null when it was ended.</returns>
    public static ImportFigures? Run(string data, IEnumerable<string> paths, TimeSpan? killAfter = null)
    {
        using var process = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, ["import", data, .. paths]) { RedirectStandardOutput = true, UseShellExecute = false })!;
        if (killAfter is { } time && !process.WaitForExit(time))
        {
            process.Kill();
            process.WaitForExit();
            return null;
        }

        var line = process.StandardOutput.ReadToEnd().Split('\n').Single(l => l.StartsWith(Mark, StringComparison.Ordinal))[Mark.Length..];
        process.WaitForExit();
        var n = line.Split(' ').Select(v => double.Parse(v, CultureInfo.InvariantCulture)).ToArray();
        return new ImportFigures(n[0], n[1], n[2], (long)n[3], (int)n[4], (int)n[5]);
    }
}
