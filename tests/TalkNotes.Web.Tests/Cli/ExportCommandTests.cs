namespace TalkNotes.Web.Tests.Cli;

public sealed class ExportCommandTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("talknotes-export-").FullName;

    [Fact]
    public async Task A_talk_goes_to_standard_output_and_all_talks_to_a_folder()
    {
        var slug = await TakeInAsync("WEBVTT\n\n00:01.000 --> 00:02.000\n<v Ann>We said so.\n");
        var (status, output, _) = await RunAsync("export", slug, "--format", "srt");
        Assert.Equal((0, "1\n00:00:01,000 --> 00:00:02,000\nAnn: We said so.\n\n"), (status, output));

        var target = Path.Combine(_folder, "out");
        (status, _, _) = await RunAsync("export", "--all", "--format", "vtt,txt,podcast", "--out", target);
        Assert.Equal(0, status);
        Assert.Equal([$"{slug}.podcast.json", $"{slug}.txt", $"{slug}.vtt"], Directory.GetFiles(target).Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task What_cannot_be_written_is_named_and_gives_status_1()
    {
        var slug = await TakeInAsync("Words without any time.\n");
        var (status, output, error) = await RunAsync("export", slug, "--format", "vtt");
        Assert.Equal((1, ""), (status, output));
        Assert.Contains("states any", error, StringComparison.Ordinal);
        (status, _, error) = await RunAsync("export", "nobody-knows", "--format", "txt");
        Assert.Equal(1, status);
        Assert.StartsWith("nobody-knows:", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("export", "--all")]
    [InlineData("export", "--format", "vtt")]
    [InlineData("export", "a", "--all", "--format", "vtt")]
    [InlineData("export", "a", "--format", "doc")]
    [InlineData("export", "a", "b", "--format", "vtt")]
    public async Task A_wrong_command_line_gives_status_2(params string[] args)
    {
        await TakeInAsync("Words.\n");
        var (status, output, _) = await RunAsync(args);
        Assert.Equal((2, ""), (status, output));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    /// <summary>Takes a document in and gives the address of its talk.</summary>
    private async Task<string> TakeInAsync(string text)
    {
        var file = Path.Combine(_folder, "talk.txt");
        await File.WriteAllTextAsync(file, text, TestContext.Current.CancellationToken);
        Assert.Equal(0, (await RunAsync("ingest", file)).Status);
        var all = Path.Combine(_folder, "all");
        await RunAsync("export", "--all", "--format", "txt", "--out", all);
        return Path.GetFileNameWithoutExtension(Assert.Single(Directory.GetFiles(all)));
    }

    private async Task<(int Status, string Output, string Error)> RunAsync(params string[] args) =>
        await Run.TalkNotesAsync([.. args, "--data", Path.Combine(_folder, "data")]);
}
