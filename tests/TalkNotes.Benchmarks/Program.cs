using System.Globalization;
using TalkNotes.Benchmarks;
using TalkNotes.Tests.Shared;

// See docs/performance.md.
var data = After("--data");
switch (args.FirstOrDefault())
{
    case "make" when args.ElementAtOrDefault(1) is { } folder:
        LibraryMaker.WriteFiles(Path.Combine(folder, "files"), Number(2, 1_000), After("--from") ?? Checkout.Seeds);
        await LibraryMaker.FillAsync(Path.Combine(folder, "data"), Path.Combine(folder, "files"), CancellationToken.None);
        return 0;
    case "files" when args.ElementAtOrDefault(1) is { } folder:
        LibraryMaker.WriteFiles(folder, Number(2, 1_000), After("--from") ?? Checkout.Seeds);
        return 0;
    case "search" when data is not null:
        await SearchBenchmark.RunAsync(data, Number(1, 50), After("--only"), args.Contains("--slow"), After("--answers"));
        return 0;
    case "import" when args.Length > 2: // what measure runs in a process of its own
        await ImportFigures.TakeInAsync(args[1], args[2..]);
        return 0;
    case "large":
        LargeFiles.Run(Number(1, 50));
        return 0;
    case "parse" when args.Length > 1: // what large runs in processes of their own
        LargeFiles.Parse(args[1]);
        return 0;
    case "measure" when args.ElementAtOrDefault(1) is { } folder:
        await new Measurement(folder, int.Parse(After("--port") ?? "5199", CultureInfo.InvariantCulture), int.Parse(After("--queries") ?? "100", CultureInfo.InvariantCulture))
            .RunAsync(After("--program"), !args.Contains("--no-imports"), After("--docs"));
        return 0;
    default:
        Console.Error.WriteLine("""
            make DIR [TALKS] [--from FOLDER]         documents in DIR/files, taken in with verdicts into DIR/data; goes on where it stopped
            files DIR [TALKS] [--from FOLDER]        only the documents; words of the transcripts in FOLDER, else of the seeds
            measure DIR [--docs FILE] [--program FILE] [--no-imports] [--queries N] [--port N]   everything, on a library made by make, as one table
            large [MEGABYTES]                        what reading a large file of each family costs
            search [QUERIES] --data DIR [--only CLASS] [--slow] [--answers FILE]   latency of search by class of query, in one process; FILE gets the answers
            """);
        return 2;
}

string? After(string option) => Array.IndexOf(args, option) is >= 0 and var at && at + 1 < args.Length ? args[at + 1] : null;

int Number(int position, int otherwise) =>
    args.Length > position && int.TryParse(args[position], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : otherwise;
