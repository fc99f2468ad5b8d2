using System.Text.Json;
using TalkNotes.Web.Tests.Claims;

namespace TalkNotes.Web.Tests.Cli;

public class VerifyCommandTests(VerdictsFixture site)
{
    [Fact]
    public async Task Verdict_is_recorded_listed_and_withdrawn()
    {
        var claim = site.Claim().Id;
        var (status, output, _) = await RunAsync("verify", claim, "--status", "partly", "--reason", "date", "--note", "The year", "--evidence", "1-2", "--json");
        Assert.Equal(0, status);
        Assert.Equal("partly", JsonDocument.Parse(output).RootElement.GetProperty("verdict").GetProperty("value").GetString());
        (status, output, _) = await RunAsync("claims", "--status", "partly", "--json");
        Assert.Equal(0, status);
        Assert.Contains(JsonDocument.Parse(output).RootElement.GetProperty("claims").EnumerateArray(), c => c.GetProperty("id").GetString() == claim);
        (status, output, _) = await RunAsync("verify", claim, "--status", "unverified");
        Assert.Equal((0, $"{claim}: partly → unverified, by curator"), (status, output.Trim()));
    }

    [Theory]
    [InlineData("verified")]
    [InlineData("partly", "--reason", "date")]
    [InlineData("partly", "--evidence", "1-2")]
    [InlineData("not-said")]
    [InlineData("verified", "--evidence", "1:58")]
    [InlineData("verified", "--evidence", "https://example.org")]
    [InlineData("verified", "--evidence", "soon")]
    [InlineData("unverified")]
    public async Task Verdict_that_breaks_a_rule_is_status_1_and_leaves_nothing(string value, params string[] more)
    {
        var claim = site.Claim().Id;
        var (status, output, error) = await RunAsync(["verify", claim, "--status", value, .. more]);
        Assert.Equal((1, ""), (status, output));
        Assert.StartsWith("Nothing was recorded.", error, StringComparison.Ordinal);
        Assert.Empty((await site.Claims.PageAsync(claim, TestContext.Current.CancellationToken))!.History);
    }

    [Fact]
    public async Task Moments_pages_and_searches_are_evidence()
    {
        var silent = site.ClaimWithoutTranscript().Id;
        Assert.Equal(0, (await RunAsync("verify", silent, "--status", "verified", "--evidence", "1:58", "--heard", "yes")).Status);
        Assert.Equal(0, (await RunAsync("verify", site.Claim().Id, "--status", "verified", "--evidence", "https://example.org", "--note", "It shows it")).Status);
        Assert.Equal(0, (await RunAsync("verify", site.Claim().Id, "--status", "not-said", "--searched", "zebra", "--searched", "\"late 2024\"")).Status);
        Assert.Equal(1, (await RunAsync("verify", site.ClaimWithoutTranscript().Id, "--status", "not-said", "--searched", "zebra")).Status);
    }

    [Theory]
    [InlineData("verify", "aaaaaaaaaa", "--status", "verified", "--evidence", "1-2")]
    [InlineData("verify", "aaaaaaaaaa")]
    [InlineData("verify", "aaaaaaaaaa", "--status", "true")]
    [InlineData("verify")]
    [InlineData("claims", "--status", "true")]
    public async Task Wrong_command_line_is_status_2(params string[] args) => Assert.Equal(2, (await RunAsync(args)).Status);

    private Task<(int Status, string Out, string Error)> RunAsync(params string[] args) => Run.TalkNotesAsync([.. args, "--data", site.Data]);
}
