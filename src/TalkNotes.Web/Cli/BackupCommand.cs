using TalkNotes.Core.Upkeep;

namespace TalkNotes.Web.Cli;

/// <summary><c>talknotes backup</c>: one file that holds everything, taken while the site is served.</summary>
internal static class BackupCommand
{
    public static Command Command { get; } = new()
    {
        Name = "backup",
        Summary = "Copy the database to a new file, while the site is served",
        Usage = "FILE [--data DIR] [--json]",
        Words = (1, 1),
        Options = [Command.Data, Command.Json],
        RunAsync = RunAsync,
    };

    private static async Task<int> RunAsync(Arguments arguments, Terminal terminal, CancellationToken ct)
    {
        await using var services = CommandServices.OpenExisting(arguments);
        var file = Path.GetFullPath(arguments.Words[0]);
        services.GetRequiredService<LibraryDatabase>().BackUp(file);
        var bytes = new FileInfo(file).Length;
        if (arguments.Has("json"))
        {
            terminal.WriteJson(new { File = file, Bytes = bytes });
        }
        else
        {
            await terminal.Out.WriteLineAsync($"Backed up to {file} ({bytes:N0} bytes), and checked.");
        }

        return 0;
    }
}
