using TalkNotes.Core.Upkeep;

namespace TalkNotes.Web.Cli;

/// <summary><c>talknotes restore</c>: a backup in the place of the database, which is kept.</summary>
internal static class RestoreCommand
{
    public static Command Command { get; } = new()
    {
        Name = "restore",
        Summary = "Put a backup in the place of the database; the database that it replaces is kept",
        Usage = "FILE [--data DIR] [--json]",
        Words = (1, 1),
        Options = [Command.Data, Command.Json],
        RunAsync = RunAsync,
    };

    private static async Task<int> RunAsync(Arguments arguments, Terminal terminal, CancellationToken ct)
    {
        await using var services = CommandServices.Build(arguments);
        var file = Path.GetFullPath(arguments.Words[0]);
        var kept = services.GetRequiredService<LibraryDatabase>().Restore(file);
        var report = await services.GetRequiredService<LibraryCheck>().CheckAsync(ct);
        if (arguments.Has("json"))
        {
            terminal.WriteJson(new { File = file, Kept = kept, report.Findings });
        }
        else
        {
            var before = kept is null ? "there was no database before" : $"the database before is kept as {kept}";
            await terminal.Out.WriteLineAsync($"Restored {report.Talks:N0} talks from {file}; {before}.");
        }

        foreach (var finding in report.Findings)
        {
            await terminal.Error.WriteLineAsync($"{finding.Area}: {finding.Message}");
        }

        return report.IsSound ? 0 : 1;
    }
}
