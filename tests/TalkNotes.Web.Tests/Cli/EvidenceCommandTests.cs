using System.Text.Json;
using TalkNotes.Tests.Shared;

namespace TalkNotes.Web.Tests.Cli;

public sealed class EvidenceCommandTests : IDisposable
{
    private readonly string _claims = Path.GetTempFileName();

    public void Dispose() => File.Delete(_claims);

    [Fact]
    public async Task Claims_of_a_file_are_looked_up_in_a_transcript_without_a_library()
    {
        await File.WriteAllLinesAsync(
            _claims,
            ["""{"id": "a", "text": "They aim at an automated researcher by late 2024."}""", "Users should sample a prompt many times."],
            TestContext.Current.CancellationToken);
        var (status, output, error) = await Run.TalkNotesAsync("evidence", "--transcript", Checkout.Seed("001"), "--claims", _claims, "--json");
        Assert.Equal((0, ""), (status, error));
        using var json = JsonDocument.Parse(output);
        var results = json.RootElement.GetProperty("results");
        Assert.Equal(["a", "2"], results.EnumerateArray().Select(r => r.GetProperty("id").GetString()!));
        var passage = results[0].GetProperty("passages")[0];
        Assert.Equal(
            ["rank", "score", "segments", "startMs", "endMs", "speaker", "text", "highlights", "source"],
            passage.EnumerateObject().Select(p => p.Name));
        var detail = results[0].GetProperty("details").EnumerateArray().Single(d => d.GetProperty("text").GetString() == "late 2024");
        Assert.Equal("differs", detail.GetProperty("found").GetString());
        Assert.Equal(380, detail.GetProperty("source").GetProperty("lines")[0].GetInt32());
    }

    [Fact]
    public async Task A_line_that_is_no_claim_is_named_and_the_others_are_answered()
    {
        await File.WriteAllLinesAsync(_claims, ["{ broken", "Evals are underappreciated."], TestContext.Current.CancellationToken);
        var (status, output, error) = await Run.TalkNotesAsync("evidence", "--transcript", Checkout.Seed("004"), "--claims", _claims);
        Assert.Equal(1, status);
        Assert.Contains("line 1", error, StringComparison.Ordinal);
        Assert.StartsWith("2  Evals are underappreciated.", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("evidence")]
    [InlineData("evidence", "--transcript", "a.txt")]
    [InlineData("evidence", "--claim", "a", "--claims", "b")]
    public async Task What_is_to_be_looked_up_must_be_said(params string[] args)
    {
        var (status, _, error) = await Run.TalkNotesAsync(args);
        Assert.Equal(2, status);
        Assert.Contains("--claim", error, StringComparison.Ordinal);
    }
}
