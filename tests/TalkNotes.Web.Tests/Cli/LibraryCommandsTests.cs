using System.Text.Json;
using TalkNotes.Tests.Shared;

namespace TalkNotes.Web.Tests.Cli;

/// <summary><c>ingest</c>, <c>check</c>, <c>reindex</c>, <c>backup</c> and <c>restore</c>, as a person types them.</summary>
public sealed class LibraryCommandsTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("talknotes-test-").FullName;

    [Fact]
    public async Task Seeds_are_taken_in_once_and_stay_sound()
    {
        var (status, output, _) = await RunAsync("ingest", Checkout.Seeds);
        Assert.Equal(0, status);
        Assert.Equal(6, Lines(output).Length);
        Assert.StartsWith("5 added", Lines(output)[^1], StringComparison.Ordinal);

        (status, output, _) = await RunAsync("ingest", Checkout.Seeds, "--strict");
        Assert.Equal(0, status);
        Assert.StartsWith("5 unchanged", Lines(output)[^1], StringComparison.Ordinal);

        (status, output, _) = await RunAsync("check");
        Assert.Equal(0, status);
        Assert.StartsWith("Checked 5 talks, 5 sources", output, StringComparison.Ordinal);

        (status, output, _) = await RunAsync("reindex");
        Assert.Equal((0, "Indexed 5 talks, read 0 sources again."), (status, output.Trim()));
        Assert.Equal(0, (await RunAsync("check")).Status);
    }

    [Fact]
    public async Task Json_is_one_object_on_standard_output()
    {
        var (status, output, _) = await RunAsync("ingest", Checkout.Seed("003"), "--json");
        Assert.Equal(0, status);
        var report = JsonDocument.Parse(output).RootElement;
        var document = report.GetProperty("documents")[0];
        Assert.Equal("added", document.GetProperty("outcome").GetString());
        Assert.Equal(194, document.GetProperty("lines").GetProperty("total").GetInt32());
        Assert.Equal(1, report.GetProperty("totals").GetProperty("added").GetInt32());

        (_, output, _) = await RunAsync("check", "--json");
        Assert.Equal(0, JsonDocument.Parse(output).RootElement.GetProperty("findings").GetArrayLength());
    }

    [Fact]
    public async Task Document_that_fails_is_named_on_standard_error_and_gives_status_1()
    {
        var bad = Path.Combine(_folder, "bad.txt");
        await File.WriteAllBytesAsync(bad, [1, 2, 3, 4, 5], TestContext.Current.CancellationToken);
        var (status, output, error) = await RunAsync("ingest", bad, Checkout.Seed("000"));
        Assert.Equal(1, status);
        Assert.Equal("1 added, 1 failed", Lines(output)[^1]);
        Assert.Contains("failed bad.txt: The file is not a text file", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ingest", "no/such/folder")]
    [InlineData("restore", "no/such/file")]
    [InlineData("backup", "backup.db")]
    [InlineData("check")]
    [InlineData("reindex")]
    public async Task Path_or_database_that_is_not_there_gives_status_2(params string[] args)
    {
        var (status, output, error) = await RunAsync(args);
        Assert.Equal(2, status);
        Assert.Empty(output);
        Assert.Contains("here is no", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Backup_can_be_restored()
    {
        var file = Path.Combine(_folder, "backup.db");
        await RunAsync("ingest", Checkout.Seed("000"));
        Assert.Equal(0, (await RunAsync("backup", file)).Status);
        Assert.Equal(2, (await RunAsync("backup", file)).Status);
        await RunAsync("ingest", Checkout.Seeds);

        var (status, output, _) = await RunAsync("restore", file);

        Assert.Equal(0, status);
        Assert.StartsWith("Restored 1 talks", output, StringComparison.Ordinal);
        Assert.StartsWith("Checked 1 talks", (await RunAsync("check")).Out, StringComparison.Ordinal);
        Assert.Single(Directory.GetFiles(Path.Combine(_folder, "data", "backups")));
    }

    [Fact]
    public async Task Name_of_a_file_cannot_write_on_the_terminal()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no such names.");
        File.Copy(Checkout.Seed("003"), Path.Combine(_folder, "a\u001b[2J\nb.txt"));
        var (status, output, _) = await RunAsync("ingest", _folder);
        Assert.Equal(0, status);
        Assert.DoesNotContain('\u001b', output);
        Assert.Equal(2, Lines(output).Length);
    }

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    private Task<(int Status, string Out, string Error)> RunAsync(params string[] args) =>
        Run.TalkNotesAsync([.. args, "--data", Path.Combine(_folder, "data")]);

    private static string[] Lines(string text) => text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
}
