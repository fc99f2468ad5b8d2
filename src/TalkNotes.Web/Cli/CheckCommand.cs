using TalkNotes.Core.Upkeep;

namespace TalkNotes.Web.Cli;

/// <summary><c>talknotes check</c>: is everything that came in still there, and does it still read as quoted?</summary>
internal static class CheckCommand
{
    public static Command Command { get; } = new()
    {
        Name = "check",
        Summary = "Check database, index, sources, claims and evidence; changes nothing",
        Usage = "[--data DIR] [--json]",
        Options = [Command.Data, Command.Json],
        RunAsync = RunAsync,
    };

    private static async Task<int> RunAsync(Arguments arguments, Terminal terminal, CancellationToken ct)
    {
        await using var services = CommandServices.OpenExisting(arguments);
        var report = await services.GetRequiredService<LibraryCheck>().CheckAsync(ct);
        foreach (var finding in report.Findings)
        {
            await terminal.Error.WriteLineAsync($"{finding.Area}: {finding.Message}");
        }

        if (arguments.Has("json"))
        {
            terminal.WriteJson(report);
        }
        else
        {
            var verdict = report.IsSound ? "all sound" : $"{report.Findings.Length:N0} found wrong";
            await terminal.Out.WriteLineAsync(
                $"Checked {report.Talks:N0} talks, {report.Sources:N0} sources, {report.Claims:N0} claims, {report.Evidence:N0} pieces of evidence: {verdict}.");
        }

        return report.IsSound ? 0 : 1;
    }
}
