using System.Diagnostics;
using Microsoft.Data.Sqlite;

namespace TalkNotes.Benchmarks;

/// <summary>What a second process over a shipped copy of the database gives, on the same machine.</summary>
internal static class Replica
{
    private const int Clients = 8;

    /// <summary>Copies the library as it is served, starts a second program over the copy, and asks one and then both.</summary>
    public static async Task RunAsync(string program, Server first, string data, string copy, int port, List<string> addresses, Action<string[]> heading, Action<string[]> say)
    {
        var watch = Stopwatch.StartNew();
        Copy(data, copy);
        var copied = watch.Elapsed;
        using var second = Server.Start(program, copy, port);
        second.WaitUntilIdle(TimeSpan.FromSeconds(60));
        await Load.AskAsync(first, addresses, Clients);
        await Load.AskAsync(second, addresses, Clients);
        var one = await Load.AskAsync(first, addresses, Clients);
        var both = await Task.WhenAll(Load.AskAsync(first, addresses, Clients / 2), Load.AskAsync(second, addresses, Clients / 2));
        heading([$"read replica ({copied.TotalSeconds:0} s to copy), {Clients} clients, pages and searches", "answers a second", "p50, ms", "p99, ms"]);
        say(["one process", $"{one.PerSecond:N0}", $"{one.P50:0.0}", $"{one.P99:0.0}"]);
        say(["two processes, each over its own copy", $"{both.Sum(b => b.PerSecond):N0}", $"{both.Max(b => b.P50):0.0}", $"{both.Max(b => b.P99):0.0}"]);
    }

    /// <summary>By SQLite's online copy, while the first serves; the files of the index with it, since the database names them.</summary>
    private static void Copy(string data, string copy)
    {
        Directory.CreateDirectory(Path.Combine(copy, "index"));
        using (var from = new SqliteConnection($"Data Source={Path.Combine(data, "talknotes.db")};Mode=ReadOnly;Pooling=False"))
        using (var to = new SqliteConnection($"Data Source={Path.Combine(copy, "talknotes.db")};Pooling=False"))
        {
            from.Open();
            to.Open();
            from.BackupDatabase(to);
        }

        foreach (var file in Directory.EnumerateFiles(Path.Combine(data, "index"), "*.idx"))
        {
            File.Copy(file, Path.Combine(copy, "index", Path.GetFileName(file)));
        }
    }
}
