using TalkNotes.Tests.Shared;

namespace TalkNotes.Web.Tests.Cli;

public sealed class SyncCommandTests : IDisposable
{
    private const string Notes = "# A talk about models\n\nSummary for: https://youtu.be/3K-R4yVjJfU\n\n## Claims\n\n- One thing was said. [Unverified]\n- Another thing was not. [Unverified]\n";
    private readonly string _folder = Directory.CreateTempSubdirectory("talknotes-sync-").FullName;

    private string Vault => Path.Combine(_folder, "vault");

    private string File => Path.Combine(Vault, "a-talk-about-models.md");

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_folder_is_written_edited_and_decided_edit_by_edit()
    {
        var source = Path.Combine(_folder, "notes.md");
        await System.IO.File.WriteAllTextAsync(source, Notes, Ct);
        Assert.Equal(0, (await RunAsync("ingest", source)).Status);
        var (status, output, _) = await RunAsync("sync", Vault, "--dry-run");
        Assert.Equal((0, "written    a-talk-about-models.md\n1 written\n"), (status, output.ReplaceLineEndings("\n")));
        Assert.False(Directory.Exists(Vault));
        Assert.Equal(0, (await RunAsync("sync", Vault)).Status);
        Assert.Equal(Notes, await System.IO.File.ReadAllTextAsync(File, Ct));

        await System.IO.File.WriteAllTextAsync(File, Notes.Replace("One thing", "No thing", StringComparison.Ordinal).Replace("not. [Unverified]", "not. [Verified]", StringComparison.Ordinal), Ct);
        (status, output, _) = await RunAsync("sync", Vault);
        Assert.Equal(1, status);
        Assert.Contains("  - - One thing was said. [Unverified]", output, StringComparison.Ordinal);
        Assert.Contains("  + - No thing was said. [Unverified]", output, StringComparison.Ordinal);
        var keys = output.Split('\n').Where(l => l.EndsWith(" wording", StringComparison.Ordinal) || l.EndsWith(" marker", StringComparison.Ordinal)).Select(l => l.Trim().Split(' ')[0]).ToList();
        Assert.Equal(2, keys.Count);
        (status, output, var error) = await RunAsync("sync", Vault, "--reject", keys[0], "--accept", "all", "--curator", "Ann");
        Assert.Equal(0, status);
        Assert.Contains("marked verified in source file; no verdict", error, StringComparison.Ordinal);
        Assert.Contains("updated", output, StringComparison.Ordinal);
        Assert.Equal(Notes.Replace("not. [Unverified]", "not. [Verified]", StringComparison.Ordinal), await System.IO.File.ReadAllTextAsync(File, Ct));
        (_, output, _) = await RunAsync("claims");
        Assert.DoesNotContain("verified  claim", output.Replace("unverified", "", StringComparison.Ordinal), StringComparison.Ordinal);

        (status, _, error) = await RunAsync("sync", Vault, "--accept", "nothing");
        Assert.Equal((1, true), (status, error.Contains("no edit that waits has this key", StringComparison.Ordinal)));
        (status, output, _) = await RunAsync("sync", Vault, "--json");
        Assert.Equal(0, status);
        Assert.Contains("\"outcome\":\"same\"", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_command_line_gives_status_2()
    {
        var file = Path.Combine(_folder, "a.txt");
        await System.IO.File.WriteAllTextAsync(file, "x", Ct);
        string[][] wrong =
        [
            ["sync"], ["sync", file], ["sync", Vault, "--site", "ftp://x"], ["sync", Vault, "--dry-run", "--accept", "all"], ["sync", Vault, "--accept", "a", "--reject", "a"],
            ["sync", Path.Combine(Checkout.Seeds, "notes"), "--library", Checkout.Seeds],
        ];
        foreach (var args in wrong)
        {
            Assert.Equal((2, ""), ((await RunAsync(args)).Status, (await RunAsync(args)).Output));
        }
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private async Task<(int Status, string Output, string Error)> RunAsync(params string[] args) =>
        await Run.TalkNotesAsync([.. args, "--data", Path.Combine(_folder, "data")]);
}
