using TalkNotes.Core;
using TalkNotes.Core.Ingest;
using TalkNotes.Core.Search;

namespace TalkNotes.Web.Cli;

/// <summary><c>talknotes reindex</c>: the search index anew, from the stored sources.</summary>
internal static class ReindexCommand
{
    public static Command Command { get; } = new()
    {
        Name = "reindex",
        Summary = "Read sources again that a newer format understands better, and make the search index anew",
        Usage = "[--data DIR] [--json]",
        Options = [Command.Data, Command.Json],
        RunAsync = RunAsync,
    };

    private static async Task<int> RunAsync(Arguments arguments, Terminal terminal, CancellationToken ct)
    {
        await using var services = CommandServices.OpenExisting(arguments);
        services.GetRequiredService<Core.Upkeep.LibraryDatabase>().Prepare();
        var reread = await services.GetRequiredService<Ingester>().By(Author.Program).RereadAsync(ct);
        foreach (var failed in reread.Documents.Where(d => d.Outcome == IngestOutcome.Failed))
        {
            await terminal.Error.WriteLineAsync($"failed {failed.Path}: {failed.Message}");
        }

        var bar = new ProgressBar(terminal);
        var talks = await services.GetRequiredService<Reindexer>()
            .ReindexAsync(new ImmediateProgress<(int Done, int Total)>(p => bar.Draw(p.Done, p.Total, "talks")), ct);
        bar.Clear();
        services.GetRequiredService<IndexKeeper>().Refresh(ct);
        if (arguments.Has("json"))
        {
            terminal.WriteJson(new { Talks = talks, Reread = reread.Documents.Length });
        }
        else
        {
            await terminal.Out.WriteLineAsync($"Indexed {talks:N0} talks, read {reread.Documents.Length:N0} sources again.");
        }

        return reread.IsComplete(strict: false) ? 0 : 1;
    }
}
