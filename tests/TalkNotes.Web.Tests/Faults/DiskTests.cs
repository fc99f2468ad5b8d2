using System.Diagnostics;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using TalkNotes.Tests.Shared;
using TalkNotes.Web.Tests.Cli;

namespace TalkNotes.Web.Tests.Faults;

/// <summary>A disk that is full, and one that cannot be written: a small file system in memory, where the system lets one be mounted.</summary>
public sealed class DiskTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("talknotes-test-").FullName;

    private string Library => Path.Combine(_folder, "library");

    private string Data => Path.Combine(_folder, "data");

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_full_disk_is_named_and_loses_nothing()
    {
        Mount("size=8m");
        await using (var app = new TalkNotesApp(_folder, new Dictionary<string, string>(StringComparer.Ordinal) { ["data"] = Data, ["library"] = Path.Combine(_folder, "none") }))
        {
            using var browser = app.Browser();
            using (var before = await GiveAsync(browser, "Ann Lee: given before the disk was full.\n"))
            {
                Assert.Equal(302, (int)before.StatusCode);
            }

            Fill(Path.Combine(Data, "filler"));
            using var answer = await GiveAsync(browser, new string('x', 900_000));
            Assert.Equal(507, (int)answer.StatusCode);
            Assert.Contains("disk is full", await answer.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
            Assert.Contains("pasted.txt", await browser.GetStringAsync(new Uri("/add", UriKind.Relative), Ct), StringComparison.Ordinal);
            Assert.Empty(Directory.GetFiles(Path.Combine(Data, "waiting")));
            foreach (var page in new[] { "/", "/talks", "/claims", "/search?q=before", "/history", "/status", "/api/v1/talks", "/talks.csv", "/feed.atom", "/health/ready" })
            {
                using var read = await browser.GetAsync(new Uri(page, UriKind.Relative), Ct);
                Assert.True(read.IsSuccessStatusCode, $"{page} of a full disk: {(int)read.StatusCode}");
            }
        }

        File.Delete(Path.Combine(Data, "filler"));
        Directory.CreateDirectory(Library);
        for (var i = 0; i < 30; i++)
        {
            File.WriteAllText(Path.Combine(Library, $"{i:00}.txt"), string.Concat(Enumerable.Range(0, 1_200).Select(line => $"Ann Lee: line {line} of document {i}.\n\nBo Ek: yes.\n\n")));
        }

        var (status, output, error) = await Run.TalkNotesAsync("ingest", Library, "--data", Data);
        Assert.Equal(2, status);
        Assert.Contains("the disk is full", error, StringComparison.Ordinal);
        var added = output.Split('\n').Where(l => l.StartsWith("added ", StringComparison.Ordinal)).Select(l => l.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1]).ToList();
        Assert.InRange(added.Count, 1, 29);

        SqliteConnection.ClearAllPools();
        Remount("size=64m");
        (status, output, error) = await Run.TalkNotesAsync("check", "--data", Data);
        Assert.True(status == 0, output + error);
        (status, output, error) = await Run.TalkNotesAsync("ingest", Library, "--data", Data, "--json");
        Assert.True(status == 0, error);
        var outcomes = JsonDocument.Parse(output).RootElement.GetProperty("documents").EnumerateArray().ToDictionary(d => d.GetProperty("path").GetString()!, d => d.GetProperty("outcome").GetString(), StringComparer.Ordinal);
        Assert.All(added, path => Assert.Equal("unchanged", outcomes[path]));
        Assert.Equal(30, outcomes.Count);
    }

    [Fact]
    public async Task A_read_only_disk_is_named_and_nothing_is_changed()
    {
        Mount("size=64m");
        var (status, _, error) = await Run.TalkNotesAsync("ingest", Checkout.Seed("004"), "--data", Data);
        Assert.True(status == 0, error);
        SqliteConnection.ClearAllPools();
        Remount("ro");
        foreach (var command in new[] { "ingest", "serve" })
        {
            string[] arguments = command == "serve" ? [command, "--urls", "http://127.0.0.1:0", "--library", _folder] : [command, Checkout.Seed("003")];
            (status, _, error) = await TalkNotesProcess.RunAsync(_folder, [.. arguments, "--data", Data], Ct);
            Assert.Equal(2, status);
            Assert.Matches("cannot be (written|opened)", error);
            Assert.DoesNotContain("   at ", error, StringComparison.Ordinal); // no stack trace
        }

        Remount("rw");
        (status, var output, error) = await Run.TalkNotesAsync("check", "--data", Data);
        Assert.True(status == 0, output + error);
        Assert.Contains("1 talks", output, StringComparison.Ordinal);
    }

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        _ = Execute("umount", Data);
        Directory.Delete(_folder, recursive: true);
    }

    private static async Task<HttpResponseMessage> GiveAsync(HttpClient browser, string words)
    {
        var html = await browser.GetStringAsync(new Uri("/add", UriKind.Relative), Ct);
        var token = System.Text.RegularExpressions.Regex.Match(html, "name=\"__RequestVerificationToken\"[^>]*value=\"([^\"]+)\"", System.Text.RegularExpressions.RegexOptions.NonBacktracking).Groups[1].Value;
        using var form = new FormUrlEncodedContent([KeyValuePair.Create("__RequestVerificationToken", token), KeyValuePair.Create("Text", words)]);
        return await browser.PostAsync(new Uri("/add", UriKind.Relative), form, Ct);
    }

    private static void Fill(string path)
    {
        try
        {
            using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0);
            while (true)
            {
                file.Write(new byte[1024]);
            }
        }
        catch (IOException)
        {
            // no byte is left
        }
    }

    private void Mount(string options)
    {
        Directory.CreateDirectory(Data);
        if (!OperatingSystem.IsLinux() || Environment.UserName != "root" || !Execute("mount", "-t", "tmpfs", "-o", options, "tmpfs", Data))
        {
            Assert.Skip("Mounting a file system needs root on Linux.");
        }
    }

    private void Remount(string options) => Assert.True(Execute("mount", "-o", "remount," + options, Data));

    private static bool Execute(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { UseShellExecute = false, RedirectStandardError = true })!;
        process.WaitForExit();
        return process.ExitCode == 0;
    }
}
