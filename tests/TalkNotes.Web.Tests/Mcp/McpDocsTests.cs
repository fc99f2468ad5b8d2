using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using TalkNotes.Tests.Shared;
using TalkNotes.Web.Tests.Faults;

namespace TalkNotes.Web.Tests.Mcp;

/// <summary>The exchange in docs/mcp.md is what the program answers, line by line; <c>TALKNOTES_GOLDEN=write</c> writes it.</summary>
public sealed class McpDocsTests
{
    private const string Begin = "<!-- exchange -->\n";
    private const string End = "<!-- end of the exchange -->\n";

    private static readonly JsonSerializerOptions Shown = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly (string Does, string Message)[] Questions =
    [
        ("The client introduces itself", """{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":"2025-06-18","capabilities":{},"clientInfo":{"name":"example","version":"1"}}}"""),
        ("and begins", """{"jsonrpc":"2.0","method":"notifications/initialized"}"""),
        ("Was this said?", """{"jsonrpc":"2.0","id":2,"method":"tools/call","params":{"name":"check_quote","arguments":{"text":"that is a small change","speaker":"Noam Brown"}}}"""),
        ("The words themselves, with their citation", """{"jsonrpc":"2.0","id":3,"method":"tools/call","params":{"name":"get_passage","arguments":{"talk":"how-models-think","at":"s0"}}}"""),
        ("A place that is not there", """{"jsonrpc":"2.0","id":4,"method":"tools/call","params":{"name":"get_passage","arguments":{"talk":"how-models-think","at":"9:59:59"}}}"""),
    ];

    [Fact]
    public async Task Exchange_in_the_docs_is_the_one_the_program_has()
    {
        using var library = new McpLibrary();
        await library.FillAsync();
        using var program = Start(library.Command);
        var exchange = new StringBuilder();
        foreach (var (does, message) in Questions)
        {
            await program.StandardInput.WriteLineAsync(message);
            await program.StandardInput.FlushAsync(TestContext.Current.CancellationToken);
            exchange.Append(CultureInfo.InvariantCulture, $"{does}:\n\n```json\n{message}\n```\n\n");
            if (message.Contains("\"id\"", StringComparison.Ordinal))
            {
                exchange.Append(CultureInfo.InvariantCulture, $"answers\n\n```json\n{Read(await program.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken))}\n```\n\n");
            }
        }

        program.StandardInput.Close();
        Assert.Equal("", await program.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken));
        await program.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(0, program.ExitCode);

        var file = Path.Combine(Checkout.Root, "docs", "mcp.md");
        var docs = (await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken)).ReplaceLineEndings("\n");
        var (from, to) = (docs.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length, docs.IndexOf(End, StringComparison.Ordinal));
        if (Environment.GetEnvironmentVariable("TALKNOTES_GOLDEN") == "write")
        {
            Assert.True(Environment.GetEnvironmentVariable("CI") is null or "", "Golden files are not written where CI is set.");
            await File.WriteAllTextAsync(file, $"{docs[..from]}\n{exchange}{docs[to..]}", TestContext.Current.CancellationToken);
        }
        else
        {
            Assert.Equal(docs[from..to].Trim(), exchange.ToString().Trim());
        }
    }

    [Fact]
    public async Task Requests_that_are_piped_in_are_all_answered_before_the_end_and_what_is_no_message_is_told()
    {
        using var library = new McpLibrary();
        await library.FillAsync();
        using var program = Start(library.Command);
        var searches = Enumerable.Range(10, 12).Select(id => Search(id));
        await program.StandardInput.WriteAsync(string.Join('\n', [Questions[0].Message, Questions[1].Message, "", "{no message", .. searches]).AsMemory(), TestContext.Current.CancellationToken); // the last line has no end
        program.StandardInput.Close();
        var answers = (await program.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken)).TrimEnd('\n').Split('\n').Select(l => JsonNode.Parse(l)!).ToList();
        await program.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(0, program.ExitCode);
        Assert.Equal([1, .. Enumerable.Range(10, 12)], answers.Where(a => a["result"] is not null).Select(a => a["id"]!.GetValue<int>()).Order());
        var told = Assert.Single(answers, a => a["error"] is not null);
        Assert.Equal((true, -32700), (told["id"] is null, told["error"]!["code"]!.GetValue<int>()));
    }

    [Fact]
    public async Task A_missing_database_is_named_and_nothing_is_printed()
    {
        var (status, output, error) = await TalkNotesProcess.RunAsync(Path.GetTempPath(), ["mcp", "--data", Path.Combine(Path.GetTempPath(), "no-such-talknotes")], TestContext.Current.CancellationToken);
        Assert.Equal((2, ""), (status, output));
        Assert.Contains("there is no database", error, StringComparison.Ordinal);
    }

    /// <summary>One line of the protocol, for people: indented, the version left out, the text that repeats the structured content shortened.</summary>
    private static string Read(string? line)
    {
        var answer = JsonNode.Parse(line!)!;
        Assert.Equal("2.0", answer["jsonrpc"]!.GetValue<string>());
        if (answer["result"]?["serverInfo"] is { } server)
        {
            server["version"] = "…";
        }

        if (answer["result"] is { } result && result["structuredContent"] is { } structured)
        {
            Assert.True(JsonNode.DeepEquals(structured, JsonNode.Parse(result["content"]![0]!["text"]!.GetValue<string>())));
            result["content"]![0]!["text"] = "(structuredContent as text)";
        }

        return answer.ToJsonString(Shown).ReplaceLineEndings("\n");
    }

    private static string Search(int id) =>
        new JsonObject { ["jsonrpc"] = "2.0", ["id"] = id, ["method"] = "tools/call", ["params"] = new JsonObject { ["name"] = "search", ["arguments"] = new JsonObject { ["query"] = $"model{id} OR chain" } } }.ToJsonString();

    private static Process Start(string[] command)
    {
        var dotnet = Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", "dotnet");
        var start = new ProcessStartInfo(File.Exists(dotnet) ? dotnet : "dotnet", [typeof(Program).Assembly.Location, .. command])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        var program = Process.Start(start)!;
        program.BeginErrorReadLine(); // drained, so that the program never waits for a reader
        return program;
    }
}
