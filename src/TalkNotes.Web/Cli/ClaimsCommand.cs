using TalkNotes.Core.Claims;
using TalkNotes.Core.Export;

namespace TalkNotes.Web.Cli;

/// <summary><c>talknotes claims</c>: lists claims.</summary>
internal static class ClaimsCommand
{
    private const int All = 1_000_000;

    public static Command Command { get; } = new()
    {
        Name = "claims",
        Summary = "List claims with their status",
        Usage = "[--talk SLUG] [--status S] [--kind KIND] [--speaker NAME] [--marker WORD] [--limit N] [--cursor ID] [--csv] [--site URL] [--data DIR] [--json]",
        Options =
        [
            new Option("talk", "SLUG", "claims of one talk"),
            new Option("status", "S", "unverified, verified, partly, refuted, not-said, suspended, disputed, or withdrawn"),
            new Option("kind", "KIND", "claim, key-point, summary or quote"),
            new Option("speaker", "NAME", "claims about talks in which this person takes part"),
            new Option("marker", "WORD", "claims that their source marks so"),
            new Option("limit", "N", "claims at most (default: all)"),
            new Option("cursor", "ID", "go on after this claim"),
            new Option("csv", null, "print the whole list as a table"),
            new Option("site", "URL", $"for --csv: where the library is read (default: the setting site, else {ExportSite.Default})"),
            Command.Data,
            Command.Json,
        ],
        RunAsync = RunAsync,
    };

    private static async Task<int> RunAsync(Arguments arguments, Terminal terminal, CancellationToken ct)
    {
        var status = arguments.Value("status");
        if (status is not null && !ClaimFilter.Statuses.Contains(status))
        {
            throw new UsageException($"--status takes one of {string.Join(", ", ClaimFilter.Statuses)}, not '{status}'");
        }

        await using var services = CommandServices.Open(arguments);
        var filter = new ClaimFilter
        {
            Talk = arguments.Value("talk"),
            Status = status,
            Kind = arguments.Value("kind"),
            Speaker = arguments.Value("speaker"),
            Marker = arguments.Value("marker"),
        };
        if (arguments.Has("csv"))
        {
            await WriteTableAsync(services.GetRequiredService<ClaimQueries>(), filter, ExportCommand.Site(arguments), terminal, ct);
            return 0;
        }

        var list = await services.GetRequiredService<ClaimQueries>().ListAsync(filter, arguments.Value("cursor"), arguments.Number("limit", All, 1, All), ct);
        if (arguments.Has("json"))
        {
            terminal.WriteJson(list);
            return 0;
        }

        foreach (var claim in list.Claims)
        {
            var remark = claim.Suspended ? $" (was {claim.Given}: its evidence changed)" : claim.Reopened ? $" (was {claim.Given}: a search finds it now)" : claim.Disputed ? " (disputed)" : "";
            await terminal.Out.WriteLineAsync($"{claim.Id}  {claim.Status,-10}  {claim.Kind,-9}  {claim.Talk}: {claim.Text}{remark}");
        }

        await terminal.Out.WriteLineAsync(
            $"{list.Total:N0} claims: {string.Join(", ", list.Counts.Where(c => c.Value > 0).Select(c => $"{c.Value:N0} {c.Key}"))}");
        return 0;
    }

    private static async Task WriteTableAsync(ClaimQueries claims, ClaimFilter filter, ExportSite site, Terminal terminal, CancellationToken ct)
    {
        await terminal.Out.WriteAsync(ClaimTable.Head);
        await foreach (var claim in claims.StreamAsync(filter, ct))
        {
            await terminal.Out.WriteAsync(ClaimTable.Row(claim, site));
        }
    }
}
