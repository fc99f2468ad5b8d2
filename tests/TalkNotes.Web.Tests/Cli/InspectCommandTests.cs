using System.Text.Json;
using TalkNotes.Tests.Shared;

namespace TalkNotes.Web.Tests.Cli;

public sealed class InspectCommandTests : IDisposable
{
    private readonly string _file = Path.GetTempFileName();

    public void Dispose() => File.Delete(_file);

    [Theory]
    [InlineData("000")]
    [InlineData("001")]
    [InlineData("002")]
    [InlineData("003")]
    [InlineData("004")]
    public async Task Json_of_a_seed_has_the_fields_of_the_contract(string seed)
    {
        var (status, output, error) = await Run.TalkNotesAsync("inspect", Checkout.Seed(seed), "--json");
        Assert.Equal((0, ""), (status, error));
        var json = JsonDocument.Parse(output).RootElement;
        AssertHas(json, "format", "confidence", "source", "talk", "chapters", "segments", "claims", "lines", "diagnostics");
        AssertHas(
            json.GetProperty("talk"),
            "title", "url", "videoId", "show", "published", "transcribed", "retrieved", "durationMs", "language", "status", "hosts", "guests", "speakers", "topics", "summary");
        var lines = json.GetProperty("lines");
        Assert.Equal(lines.GetProperty("total").GetInt32(), new[] { "blank", "used", "chrome", "unrecognised" }.Sum(k => lines.GetProperty(k).GetInt32()));
        Assert.Equal(Path.GetFileName(Checkout.Seed(seed)), json.GetProperty("source").GetProperty("path").GetString());
    }

    [Fact]
    public async Task Claims_and_segments_are_written_as_the_contract_says()
    {
        await File.WriteAllTextAsync(_file, "- [00:01] >> Hello.\n- [01:00:02.500] there\n- [01:00:03] you\n");
        var (_, output, _) = await Run.TalkNotesAsync("inspect", _file, "--json");
        var segment = JsonDocument.Parse(output).RootElement.GetProperty("segments")[1];
        Assert.Equal("""{"n":1,"startMs":3602500,"endMs":null,"turn":0,"speaker":null,"text":"there","lines":[2,2]}""", segment.GetRawText());
        await File.WriteAllTextAsync(_file, "# T\n\n## S\n\n- A claim. [Unverified]\n- A claim.\n");
        (_, output, _) = await Run.TalkNotesAsync("inspect", _file, "--json");
        var claims = JsonDocument.Parse(output).RootElement.GetProperty("claims");
        Assert.Equal(
            """[{"n":0,"kind":"claim","section":"S","text":"A claim.","marker":"Unverified","attributedTo":null,"lines":[5,5],"alsoLines":[[6,6]]}]""",
            claims.GetRawText());
    }

    [Fact]
    public async Task People_are_told_what_was_found_and_what_was_doubted()
    {
        var (status, output, _) = await Run.TalkNotesAsync("inspect", Checkout.Seed("002"));
        Assert.Equal(0, status);
        Assert.Contains("timed-list", output, StringComparison.Ordinal);
        Assert.Contains("1403 segments", output, StringComparison.Ordinal);
        Assert.Contains("channel: Unknown", output, StringComparison.Ordinal);
        Assert.Contains("0 not understood", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Lines_that_are_not_understood_are_named_and_end_with_status_1()
    {
        await File.WriteAllTextAsync(_file, "A title\n\nshort\n\n- [0:01] a\n- [0:02] b\n- [0:03] c\n");
        var (status, _, error) = await Run.TalkNotesAsync("inspect", _file, "--format", "claim-notes");
        Assert.Equal((0, ""), (status, error));
        await File.WriteAllTextAsync(_file, "T\n\nChapters\n\nnot in a list\n\nTranscript\n\nA B: x\nC D: y\nA B: z\n");
        (status, _, error) = await Run.TalkNotesAsync("inspect", _file);
        Assert.Equal(1, status);
        Assert.Contains($"{_file}:5: TN102", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Unknown_format_folder_and_missing_file_are_the_command_lines_fault()
    {
        Assert.Equal(2, (await Run.TalkNotesAsync("inspect", _file, "--format", "nonsense")).Status);
        Assert.Equal(2, (await Run.TalkNotesAsync("inspect", Path.GetTempPath())).Status);
        Assert.Equal(2, (await Run.TalkNotesAsync("inspect", _file + ".missing")).Status);
        Assert.Equal(2, (await Run.TalkNotesAsync("inspect")).Status);
    }

    private static void AssertHas(JsonElement json, params string[] names) => Assert.Empty(names.Except(json.EnumerateObject().Select(p => p.Name)));
}
