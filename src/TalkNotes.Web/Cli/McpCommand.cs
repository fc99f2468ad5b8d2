using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;
using TalkNotes.Core.Upkeep;
using TalkNotes.Web.Mcp;

namespace TalkNotes.Web.Cli;

/// <summary><c>talknotes mcp</c>: answers assistants over the Model Context Protocol until standard input ends. Writes nothing to the library.</summary>
internal static class McpCommand
{
    private const string Instructions =
        "A curated library of talks about AI with their transcripts. Every answer names its place: cite it. Before you quote, get the words with get_passage or check them with "
        + "check_quote, and give differences as they are. Null means that the source does not say; never fill it in. Only verdicts that people gave are verdicts.";

    public static Command Command { get; } = new()
    {
        Name = "mcp",
        Summary = "Answer assistants over the Model Context Protocol, on standard input and output",
        Usage = "[--data DIR] [--library DIR] [--site URL]",
        Options =
        [
            Command.Data,
            new Option("library", "DIR", "folder of glossary.yaml (default: seeds)"),
            new Option("site", "URL", "address of the site that citations point at (default: the setting site, else addresses from the root)"),
        ],
        RunAsync = RunAsync,
    };

    private static async Task<int> RunAsync(Arguments arguments, Terminal terminal, CancellationToken ct)
    {
        var site = (arguments.Value("site") ?? SiteSetting.OfProgram())?.TrimEnd('/') ?? "";
        if (site.Length > 0 && !Links.IsWeb(site))
        {
            throw new UsageException($"--site takes an address that starts with http, not '{site}'");
        }

        await using var services = CommandServices.OpenExisting(arguments);
        services.GetRequiredService<LibraryDatabase>().Prepare();
        Console.SetOut(terminal.Error); // standard output is the protocol's; whatever else is printed is a remark
        var options = new McpServerOptions
        {
            ServerInfo = new Implementation { Name = "talknotes", Title = "TalkNotes", Version = Version.Text },
            ServerInstructions = Instructions,
            ToolCollection = new McpTools(services, site).All(),
        };
        options.Filters.Request.CallToolFilters.Add(next => (request, token) =>
            request.MatchedPrimitive is McpServerTool tool && ToolArguments.Fault(tool.ProtocolTool, request.Params?.Arguments) is { } fault
                ? ValueTask.FromResult(new CallToolResult { IsError = true, Content = [new TextContentBlock { Text = fault }] })
                : next(request, token));
        var log = services.GetRequiredService<ILoggerFactory>();
        await using var transport = new PatientTransport(Console.OpenStandardInput(), Console.OpenStandardOutput(), log);
        await using var server = McpServer.Create(transport, options, log, services);
        await server.RunAsync(ct);
        return 0;
    }
}
