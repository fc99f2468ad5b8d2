using System.Diagnostics;
using System.Text.Json;
using TalkNotes.Web.Tests.Cli;

namespace TalkNotes.Web.Tests;

/// <summary>
/// Kills the real program (SIGKILL) at random moments while it takes documents in or makes the index anew. A few times
/// by default; <c>TALKNOTES_CRASHES=200</c> for as many as one likes.
/// </summary>
public sealed class CrashTests : IDisposable
{
    private const int Documents = 8;

    private readonly string _folder = Directory.CreateTempSubdirectory("talknotes-test-").FullName;

    private string Library => Path.Combine(_folder, "library");

    private string Data => Path.Combine(_folder, "data");

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Killed_at_any_moment_the_library_is_sound_and_keeps_what_it_acknowledged()
    {
        var crashes = int.TryParse(Environment.GetEnvironmentVariable("TALKNOTES_CRASHES"), out var wanted) ? wanted : 3;
        var random = new Random(20261123);
        WriteLibrary(edition: 0);
        var watch = Stopwatch.StartNew();
        using (var whole = Start("ingest", Library))
        {
            await whole.StandardOutput.ReadToEndAsync(Ct);
            await whole.WaitForExitAsync(Ct);
            Assert.Equal(0, whole.ExitCode);
        }

        var milliseconds = (int)watch.ElapsedMilliseconds;
        for (var crash = 1; crash <= crashes; crash++)
        {
            WriteLibrary(edition: crash);
            string[] command = crash % 3 == 2 ? ["reindex"] : ["ingest", Library];
            var acknowledged = await KillAsync(random.Next(milliseconds / 4, milliseconds * 11 / 10), command);

            var (status, output, error) = await RunAsync("check");
            Assert.True(status == 0, $"crash {crash} in {command[0]}: {output}{error}");
            (status, output, error) = await RunAsync("ingest", Library, "--json");
            Assert.True(status == 0, $"after crash {crash} in {command[0]}: {error}");
            var outcomes = JsonDocument.Parse(output).RootElement.GetProperty("documents").EnumerateArray()
                .ToDictionary(d => d.GetProperty("path").GetString()!, d => d.GetProperty("outcome").GetString(), StringComparer.Ordinal);
            Assert.Equal(Documents, outcomes.Count);
            Assert.All(acknowledged, path => Assert.Equal("unchanged", outcomes[path]));
        }

        Assert.Equal(0, (await RunAsync("reindex")).Status);
        Assert.Equal(0, (await RunAsync("check")).Status);
    }

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    /// <summary>Documents that are different in each edition, so that there is always something to write.</summary>
    private void WriteLibrary(int edition)
    {
        Directory.CreateDirectory(Library);
        for (var i = 0; i < Documents; i++)
        {
            var lines = Enumerable.Range(0, 300).Select(line => $"Line {line} of document {i} in edition {edition / (1 + (line % 3))}.\n\n");
            File.WriteAllText(Path.Combine(Library, $"{i}.txt"), string.Concat(lines));
        }
    }

    /// <summary>Runs the program for a while, kills it, and returns the documents that it said were taken in.</summary>
    private async Task<List<string>> KillAsync(int afterMilliseconds, string[] command)
    {
        using var program = Start(command);
        var output = program.StandardOutput.ReadToEndAsync(Ct);
        if (!program.WaitForExit(afterMilliseconds))
        {
            program.Kill();
            await program.WaitForExitAsync(Ct);
        }

        return
        [
            .. (await output).Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .Where(line => line.StartsWith("updated ", StringComparison.Ordinal) || line.StartsWith("added ", StringComparison.Ordinal))
                .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1]),
        ];
    }

    private Process Start(params string[] command) => TalkNotesProcess.Start(_folder, [.. command, "--data", Data]);

    private Task<(int Status, string Out, string Error)> RunAsync(params string[] args) => Run.TalkNotesAsync([.. args, "--data", Data]);
}
