using System.Runtime.InteropServices;
using System.Text.Json;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;
using TalkNotes.Web.Tests.Cli;

namespace TalkNotes.Web.Tests.Mcp;

/// <summary>A real client over the standard input and output of the real program.</summary>
public sealed class McpTests : IAsyncLifetime
{
    private readonly McpLibrary _library = new();
    private McpClient? _client;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await _library.FillAsync();
        var dotnet = Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", "dotnet");
        var transport = new StdioClientTransport(new StdioClientTransportOptions
        {
            Name = "test",
            Command = File.Exists(dotnet) ? dotnet : "dotnet",
            Arguments = [typeof(Program).Assembly.Location, .. _library.Command],
            ShutdownTimeout = TimeSpan.FromMilliseconds(300),
        });
        var patient = new McpClientOptions { DiscoverProbeTimeout = Timeout.InfiniteTimeSpan }; // on a busy machine the program may take long to start
        _client = await McpClient.CreateAsync(transport, patient, cancellationToken: Ct);
    }

    public async ValueTask DisposeAsync()
    {
        if (_client is not null)
        {
            await _client.DisposeAsync();
        }

        _library.Dispose();
    }

    [Fact]
    public async Task Every_tool_only_reads_and_answers_with_the_records_of_the_api()
    {
        var tools = await _client!.ListToolsAsync(cancellationToken: Ct);
        Assert.Equal(["search", "get_passage", "check_quote", "list_claims", "evidence"], tools.Select(t => t.Name));
        Assert.All(tools, t => Assert.Equal((true, false), (t.ProtocolTool.Annotations!.ReadOnlyHint, t.ProtocolTool.Annotations.DestructiveHint)));
        Assert.All(tools, t => Assert.NotNull(t.ProtocolTool.OutputSchema));

        var hit = (await AskAsync("search", ("query", "\"chain of thought\""))).GetProperty("hits")[0];
        var slug = hit.GetProperty("talk").GetString()!;
        var passage = await AskAsync("get_passage", ("talk", slug), ("at", "s0-s1"));
        Assert.Equal("The model thinks for longer and that is not a small change. We read its chain of thought every day.", passage.GetProperty("text").GetString());
        Assert.Contains("(Noam Brown, How Models Think, ", passage.GetProperty("citation").GetString()!, StringComparison.Ordinal);
        Assert.Contains("https://notes.example/talks/", passage.GetProperty("url").GetString()!, StringComparison.Ordinal);

        var quote = await AskAsync("check_quote", ("text", "The model thinks for longer and that is a small change"), ("speaker", "Noam Brown"));
        Assert.Equal("altered", quote.GetProperty("verdict").GetString());
        Assert.Contains(quote.GetProperty("diff").EnumerateArray(), d => d.GetProperty("change").GetString() == "negation");

        var claims = await AskAsync("list_claims", ("talk", slug));
        Assert.True(JsonElement.DeepEquals(JsonElement.Parse(await ApiAsync("claims", "--talk", slug)), claims));
        var id = claims.GetProperty("claims")[0].GetProperty("id").GetString()!;
        var evidence = await AskAsync("evidence", ("claim", id));
        Assert.Contains("chain of thought", evidence.GetProperty("passages")[0].GetProperty("text").GetString()!, StringComparison.Ordinal);
        Assert.Equal(id, evidence.GetProperty("id").GetString());
    }

    [Theory]
    [InlineData("get_passage", "no-such-talk", "s0", "There is no talk 'no-such-talk'")]
    [InlineData("get_passage", "how-models-think", "s99", "'s99' is no place in this talk")]
    [InlineData("evidence", "zzz", "", "There is no claim 'zzz'")]
    [InlineData("list_claims", "how-models-think", "true", "status takes one of")]
    public async Task What_cannot_be_answered_says_why(string tool, string first, string second, string message)
    {
        var arguments = tool switch
        {
            "evidence" => Arguments(("claim", first)),
            "list_claims" => Arguments(("talk", first), ("status", second)),
            _ => Arguments(("talk", first), ("at", second)),
        };
        var answer = await _client!.CallToolAsync(tool, arguments, cancellationToken: Ct);
        Assert.True(answer.IsError);
        Assert.Contains(message, ((TextContentBlock)answer.Content[0]).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("get_passage", """{"talk":"how-models-think"}""", "'at' is missing. Give at: Segments (s12 or s12-s18) or a time")]
    [InlineData("get_passage", """{}""", "'talk' is missing. Give talk: Slug of the talk. 'at' is missing.")]
    [InlineData("search", """{"query":"chain","limit":"many"}""", "'limit' is a text and takes integer. Give limit: Most hits, 1 to 50.")]
    [InlineData("search", """{"query":["chain"]}""", "'query' is a list and takes string.")]
    [InlineData("check_quote", """{"text":"not a small change","speakers":"Noam Brown"}""", "'speakers' is no argument of check_quote. It takes text, speaker, talk.")]
    [InlineData("evidence", """{"claim":null}""", "'claim' is null and takes string.")]
    public async Task An_argument_that_does_not_fit_is_named_with_what_to_give(string tool, string arguments, string message)
    {
        var answer = await _client!.CallToolAsync(tool, JsonSerializer.Deserialize<Dictionary<string, object?>>(arguments), cancellationToken: Ct);
        Assert.True(answer.IsError);
        Assert.Contains(message, ((TextContentBlock)answer.Content[0]).Text, StringComparison.Ordinal);
    }

    private static Dictionary<string, object?> Arguments(params (string Name, object? Value)[] arguments) => arguments.ToDictionary(a => a.Name, a => a.Value, StringComparer.Ordinal);

    private async Task<JsonElement> AskAsync(string tool, params (string Name, object? Value)[] arguments)
    {
        var answer = await _client!.CallToolAsync(tool, Arguments(arguments), cancellationToken: Ct);
        Assert.True(answer.IsError is not true, (answer.Content[0] as TextContentBlock)?.Text);
        return answer.StructuredContent!.Value;
    }

    /// <summary>What the command line answers to the same question.</summary>
    private async Task<string> ApiAsync(params string[] command)
    {
        var (status, output, error) = await Run.TalkNotesAsync([.. command, "--data", _library.Data, "--json"]);
        Assert.True(status == 0, error);
        return output.Trim();
    }
}
