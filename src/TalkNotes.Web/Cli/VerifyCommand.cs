using TalkNotes.Core.Claims;

namespace TalkNotes.Web.Cli;

/// <summary><c>talknotes verify</c>: records a verdict, by the same rules as the pages.</summary>
internal static class VerifyCommand
{
    private const int Refused = 1;

    public static Command Command { get; } = new()
    {
        Name = "verify",
        Summary = "Record a verdict on a claim",
        Usage = "CLAIM --status S [--reason R]… [--note TEXT] [--evidence A-B|TIME|URL]… [--stance supports|refutes|context] [--heard TEXT] "
            + "[--searched QUERY]… [--curator NAME] [--data DIR] [--json]",
        Words = (1, 1),
        Options =
        [
            new Option("status", "S", "verified, partly, refuted, not-said, or unverified, which withdraws the verdict in force"),
            new Option("reason", "R", $"why partly or refuted: {string.Join(", ", Reasons.All)}", Repeatable: true),
            new Option("note", "TEXT", "shown with the verdict; for a URL also what it shows"),
            new Option("evidence", "A-B|TIME|URL", "segment numbers, a moment in the recording (with --heard), or a page (with --note)", Repeatable: true),
            new Option("stance", "STANCE", "how the evidence bears on the claim (default: it bears out the verdict)"),
            new Option("heard", "TEXT", "the words heard at that moment"),
            new Option("searched", "QUERY", "for not-said: what was searched for", Repeatable: true),
            new Option("curator", "NAME", "who judges (default: curator)"),
            Command.Data,
            Command.Json,
        ],
        RunAsync = RunAsync,
    };

    private static async Task<int> RunAsync(Arguments arguments, Terminal terminal, CancellationToken ct)
    {
        var status = arguments.Value("status") ?? throw new UsageException("--status is missing");
        if (!Status.All.Contains(status))
        {
            throw new UsageException($"--status takes one of {string.Join(", ", Status.All)}, not '{status}'");
        }

        await using var services = CommandServices.Open(arguments);
        var desk = services.GetRequiredService<VerdictDesk>();
        var (stance, heard, note) = (arguments.Value("stance"), arguments.Value("heard"), arguments.Value("note"));
        var outcome = await desk.RecordAsync(
            new VerdictDraft
            {
                Claim = arguments.Words[0],
                Value = status,
                Reasons = arguments.Values("reason"),
                Note = note,
                Evidence = [.. arguments.Values("evidence").Select(e => EvidenceNotation.Parse(e, stance, heard, note, desk.Today))],
                Searched = arguments.Values("searched"),
                Curator = arguments.Value("curator") ?? "curator",
            },
            ct);
        return outcome switch
        {
            VerdictOutcome.Recorded recorded => Tell(recorded, arguments, terminal),
            VerdictOutcome.Invalid invalid => Refuse(terminal, [.. invalid.Errors.Select(e => $"{e.Field}: {e.Message}")]),
            VerdictOutcome.NotFound missing => throw new UsageException($"there is no claim '{missing.Claim}'; see talknotes claims"),
            VerdictOutcome.NotOpen closed => Refuse(terminal, closed.Message),
            _ => Refuse(terminal, "somebody else changed this claim; look at it again"),
        };
    }

    private static int Tell(VerdictOutcome.Recorded recorded, Arguments arguments, Terminal terminal)
    {
        if (arguments.Has("json"))
        {
            terminal.WriteJson(new { recorded.Claim, recorded.Verdict });
        }
        else
        {
            terminal.Out.WriteLine($"{recorded.Claim}: {recorded.Verdict.From} → {recorded.Verdict.Value}, by {recorded.Verdict.Curator}");
        }

        return 0;
    }

    private static int Refuse(Terminal terminal, params string[] messages)
    {
        terminal.Error.WriteLine("Nothing was recorded.");
        foreach (var message in messages)
        {
            terminal.Error.WriteLine($"  {message}");
        }

        return Refused;
    }
}
