using System.Globalization;
using System.Runtime.InteropServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TalkNotes.Core.Storage;
using TalkNotes.Tests.Shared;

namespace TalkNotes.Benchmarks;

/// <summary>Measures everything on one library and prints it as one table.</summary>
internal sealed class Measurement(string folder, int port, int queries)
{
    private const int Rounds = 2; // after one to warm up
    private readonly List<string> _lines = [];
    private readonly Limits _limits = new();
    private readonly string _scratch = Directory.CreateTempSubdirectory("talknotes-measure-").FullName;

    private string Data => Path.Combine(folder, "data");

    private string Files => Path.Combine(folder, "files");

    /// <summary>Runs it all.</summary>
    /// <param name="program">The published program; null publishes it.</param>
    /// <param name="withImports">Whether to import again, which takes most of the time.</param>
    /// <param name="docs">A page whose measured part is replaced; null prints only.</param>
    public async Task RunAsync(string? program, bool withImports, string? docs)
    {
        var (path, how) = program is null ? Server.Publish(Checkout.Root, Path.Combine(_scratch, "program")) : (program, "as given");
        await using var services = LibraryMaker.Services(Data);
        var databases = services.GetRequiredService<IDbContextFactory<TalkNotesDb>>();
        var words = await DescribeAsync(databases, how);
        await SizesAsync(databases, words);
        if (withImports && Directory.Exists(Files))
        {
            Imports();
        }

        await ServeAsync(path, databases);
        await Comparison.RunAsync(Data, Files, await SearchClasses.MakeAsync(databases, queries), Say, Heading);
        _limits.Print(Heading, Say);
        if (docs is not null)
        {
            Write(docs);
        }

        Directory.Delete(_scratch, recursive: true);
    }

    private async Task<double> DescribeAsync(IDbContextFactory<TalkNotesDb> databases, string how)
    {
        await using var db = await databases.CreateDbContextAsync();
        var words = await db.Talks.SumAsync(t => (long)t.WordCount);
        var processor = File.Exists("/proc/cpuinfo")
            ? (await File.ReadAllLinesAsync("/proc/cpuinfo")).FirstOrDefault(l => l.StartsWith("model name", StringComparison.Ordinal))?.Split(':')[1].Trim() : RuntimeInformation.OSArchitecture.ToString();
        var load = File.Exists("/proc/loadavg") ? (await File.ReadAllTextAsync("/proc/loadavg")).Split(' ')[0] : "not known";
        var (talks, passages, claims) = (await db.Talks.CountAsync(), await db.Passages.CountAsync(p => p.Kind == "segment"), await db.Claims.CountAsync());
        var (verdicts, people) = (await db.Verdicts.CountAsync(), await db.Speakers.CountAsync());
        Line(string.Create(CultureInfo.InvariantCulture, $"{talks:N0} talks, {words / 1e6:0.0} million words, {passages:N0} passages, {claims:N0} claims, {verdicts:N0} verdicts, {people:N0} people."));
        Line($"{Environment.ProcessorCount} cores of {processor}, {GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / 1_000_000_000} GB, {RuntimeInformation.FrameworkDescription}, {RuntimeInformation.OSDescription}; program published {how}; load of the machine before: {load}.");
        Line($"{DateTime.UtcNow.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)} UTC.");
        return words / 1e6;
    }

    private async Task SizesAsync(IDbContextFactory<TalkNotesDb> databases, double words)
    {
        await using var db = await databases.CreateDbContextAsync();
        var database = Directory.GetFiles(Data, "talknotes.db*").Sum(f => new FileInfo(f).Length) / 1e6;
        var fullText = await db.Database.SqlQuery<long>($"SELECT (SELECT sum(length(block)) FROM passages_fts_data) + (SELECT sum(length(block)) FROM bridges_fts_data) AS Value").SingleAsync() / 1e6;
        var derived = Directory.EnumerateFiles(Data, "*", SearchOption.AllDirectories).Where(f => !Path.GetFileName(f).StartsWith("talknotes.db", StringComparison.Ordinal) && !f.EndsWith(".db", StringComparison.Ordinal)).Sum(f => new FileInfo(f).Length) / 1e6;
        Heading("size", "MB", "MB a million words");
        Say("database, with the originals and FTS5", $"{database:N0}", $"{database / words:0.0}");
        Say("of it, FTS5 (passages and bridges)", $"{fullText:N0}", $"{fullText / words:0.0}");
        Say("index files beside it (words of search and of the quote check)", $"{derived:N0}", $"{derived / words:0.0}");
    }

    private void Imports()
    {
        Heading("import, index included", "talks", "s", "processor s", "talks a second", "MB a second", "most memory, MB", "then claims checked, s");
        var folders = Directory.GetDirectories(Files).Order(StringComparer.Ordinal).ToList();
        foreach (var count in new[] { 1, 10 }.Where(n => n <= folders.Count))
        {
            var (data, paths) = (Path.Combine(_scratch, $"import-{count}"), folders.Take(count).ToList());
            Row($"{count * 100} talks, new", paths, ImportFigures.Run(data, paths)!);
            if (count == folders.Count || count == 10)
            {
                Row("the same again, unchanged", paths, ImportFigures.Run(data, paths)!);
            }
        }

        var broken = Path.Combine(_scratch, "import-broken");
        ImportFigures.Run(broken, folders.Take(1), TimeSpan.FromSeconds(4));
        var rest = ImportFigures.Run(broken, folders.Take(1))!;
        Row($"100 talks, ended by force after 4 s, then again: {rest.Unchanged} were in", folders.Take(1).ToList(), rest);

        void Row(string name, List<string> paths, ImportFigures f)
        {
            var megabytes = paths.SelectMany(p => Directory.GetFiles(p)).Sum(p => new FileInfo(p).Length) / 1e6;
            Say(name, $"{f.Added + f.Unchanged:N0}", $"{f.Seconds:0.0}", $"{f.Work:0.0}", $"{(f.Added + f.Unchanged) / f.Seconds:0.0}", $"{megabytes / f.Seconds:0.0}", $"{f.PeakMegabytes:N0}", $"{f.CheckSeconds:0.0}");
        }
    }

    private async Task ServeAsync(string program, IDbContextFactory<TalkNotesDb> databases)
    {
        Heading("start", "to the first page, ms", "processor ms", "memory when idle, MB");
        for (var i = 0; i < 3; i++)
        {
            using var start = Server.Start(program, Data, port);
            if (i == 2)
            {
                start.WaitUntilIdle(TimeSpan.FromSeconds(60));
            }

            _limits.Add("first page after the start", 1_000, "ms", i == 0 ? 0 : start.FirstPage!.Value.TotalMilliseconds);
            if (i == 2)
            {
                _limits.Add("memory when idle", 300, "MB", start.Megabytes);
            }

            Say(i switch { 0 => "first (files may be cold)", 1 => "second", _ => "third, then left alone until idle" }, $"{start.FirstPage!.Value.TotalMilliseconds:N0}", $"{start.FirstPageWork.TotalMilliseconds:N0}", $"{start.Megabytes:N0}");
        }

        using var server = Server.Start(program, Data, port);
        server.WaitUntilIdle(TimeSpan.FromSeconds(60));
        Heading("page, ms", "cold", "p50", "p95", "p99", "processor", "KB", "a second, 8 clients");
        foreach (var (page, addresses) in await PageAddresses.MakeAsync(databases, queries))
        {
            var cold = await Load.AskAsync(server, [addresses[0]], 1);
            await Load.AskAsync(server, addresses, 1);
            var warm = await Load.AskAsync(server, [.. Enumerable.Repeat(addresses, Rounds).SelectMany(a => a)], 1);
            var many = await Load.AskAsync(server, addresses, 8);
            var (limit, most) = page switch { PageAddresses.Evidence => ("evidence for a claim, p99", 20), PageAddresses.Quote => ("quote check, p99", 300), _ => ("page, warm, p99", 50) };
            _limits.Add(limit, most, "ms", warm.P99, page);
            Say(page, $"{cold.P50:0}", $"{warm.P50:0.0}", $"{warm.P95:0.0}", $"{warm.P99:0.0}", $"{warm.Work:0.0}", $"{warm.Kilobytes:0}", $"{many.PerSecond:N0}");
        }

        Heading("search by HTTP, ms", "cold p50", "cold p99", "p50", "p95", "p99", "processor", "8 clients p50", "8 clients p99", "a second");
        foreach (var (name, texts) in await SearchClasses.MakeAsync(databases, queries))
        {
            var addresses = texts.ConvertAll(q => $"/api/v1/search?q={Uri.EscapeDataString(q)}");
            var cold = await Load.AskAsync(server, addresses, 1);
            var warm = await Load.AskAsync(server, [.. Enumerable.Repeat(addresses, Rounds).SelectMany(a => a)], 1);
            var many = await Load.AskAsync(server, [.. Enumerable.Repeat(addresses, Rounds).SelectMany(a => a)], 8);
            _limits.Add("search, p50", 10, "ms", warm.P50, name);
            _limits.Add("search, p99", 100, "ms", warm.P99, name);
            Say(name, $"{cold.P50:0.0}", $"{cold.P99:0.0}", $"{warm.P50:0.0}", $"{warm.P95:0.0}", $"{warm.P99:0.0}", $"{warm.Work:0.0}", $"{many.P50:0.0}", $"{many.P99:0.0}", $"{many.PerSecond:N0}");
        }

        var mixed = (await PageAddresses.MakeAsync(databases, queries)).Where(p => p.Page is "talk" or "claim" or "claims").SelectMany(p => p.Addresses)
            .Concat((await SearchClasses.MakeAsync(databases, queries)).SelectMany(c => c.Queries.Take(queries / 3)).Select(q => $"/api/v1/search?q={Uri.EscapeDataString(q)}")).ToList();
        await Replica.RunAsync(program, server, Data, Path.Combine(_scratch, "replica"), port - 1, mixed, Heading, Say);
        Heading("server afterwards", "memory, MB");
        Say("after all of this", $"{server.Megabytes:N0}");
    }

    private void Heading(params string[] columns)
    {
        Line("");
        Line($"| {string.Join(" | ", columns)} |");
        Line($"| --- |{string.Concat(columns.Skip(1).Select(_ => " ---: |"))}");
    }

    private void Say(params string[] columns) => Line($"| {string.Join(" | ", columns)} |");

    private void Line(string text)
    {
        _lines.Add(text);
        Console.WriteLine(text);
    }

    private void Write(string docs)
    {
        const string Begin = "<!-- measured: begin -->";
        const string End = "<!-- measured: end -->";
        var text = File.ReadAllText(docs);
        var (from, to) = (text.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length, text.IndexOf(End, StringComparison.Ordinal));
        File.WriteAllText(docs, $"{text[..from]}\n{string.Join('\n', _lines)}\n{text[to..]}");
    }
}
