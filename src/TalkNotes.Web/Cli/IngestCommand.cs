using System.Globalization;
using TalkNotes.Core.Claims;
using TalkNotes.Core.Documents;
using TalkNotes.Core.Ingest;
using TalkNotes.Core.Search;

namespace TalkNotes.Web.Cli;

/// <summary><c>talknotes ingest</c>: files and folders into the library.</summary>
internal static class IngestCommand
{
    public static Command Command { get; } = new()
    {
        Name = "ingest",
        Summary = "Take files and folders into the library; unchanged files write nothing",
        Usage = "PATH… [--strict] [--format ID] [--data DIR] [--json]",
        Words = (1, int.MaxValue),
        Options =
        [
            new Option("strict", null, "status 1 also when lines were not understood"),
            new Option("format", "ID", "read all of them as this format (default: decided by content)"),
            Command.Data,
            Command.Json,
        ],
        RunAsync = RunAsync,
    };

    private static async Task<int> RunAsync(Arguments arguments, Terminal terminal, CancellationToken ct)
    {
        await using var services = CommandServices.Open(arguments);
        var isJson = arguments.Has("json");
        var bar = new ProgressBar(terminal);
        var report = await services.GetRequiredService<Ingester>().IngestAsync(
            arguments.Words,
            arguments.Value("format"),
            new ImmediateProgress<IngestProgress>(p =>
            {
                bar.Clear();
                Tell(p.Last, terminal, isJson);
                bar.Draw(p.Done, p.Total, p.Last.Path);
            }),
            ct);
        bar.Clear();
        services.GetRequiredService<IndexKeeper>().Refresh(ct);
        await services.GetRequiredService<ClaimUpkeep>().RefreshAsync(new ImmediateProgress<int>(checkedClaims => bar.Draw(0, 1, $"{checkedClaims:N0} claims checked")), ct);
        bar.Clear();
        var totals = Enum.GetValues<IngestOutcome>().Select(o => (Outcome: o, Count: report.Count(o))).Where(t => t.Count > 0).ToList();
        if (isJson)
        {
            terminal.WriteJson(new
            {
                report.Documents,
                Totals = totals.ToDictionary(t => Word(t.Outcome), t => t.Count, StringComparer.Ordinal),
            });
        }
        else
        {
            foreach (var skipped in report.Documents.Where(d => d.Outcome == IngestOutcome.Skipped))
            {
                await terminal.Error.WriteLineAsync($"skipped {Safe(skipped.Path)}: {skipped.Message}");
            }

            await terminal.Out.WriteLineAsync(totals.Count == 0 ? "Nothing to take in." : string.Join(", ", totals.Select(t => $"{t.Count:N0} {Word(t.Outcome)}")));
        }

        return report.IsComplete(arguments.Has("strict")) ? 0 : 1;
    }

    private static void Tell(DocumentReport document, Terminal terminal, bool isJson)
    {
        if (document.Outcome == IngestOutcome.Failed)
        {
            terminal.Error.WriteLine($"failed {Safe(document.Path)}: {document.Message}");
            return;
        }

        foreach (var diagnostic in document.Diagnostics.Where(d => d.Severity != Severity.Info))
        {
            terminal.Error.WriteLine($"{Safe(document.Path)}{(diagnostic.Line is { } line ? $":{line}" : "")}: {diagnostic.Message} ({diagnostic.Code})");
        }

        if (!isJson && document.Outcome != IngestOutcome.Skipped)
        {
            terminal.Out.WriteLine(Line(document));
        }
    }

    /// <summary>One line a document: <c>added 002_83ea239d0f88a19b.txt  timed-list  1,436 lines, 100 % understood  1,403 segments  1 speaker  7 claims: 7 new</c>.</summary>
    private static string Line(DocumentReport document)
    {
        var parts = new List<string> { $"{Word(document.Outcome),-9} {Safe(document.Path)}" };
        if (document.Message is not null)
        {
            parts.Add(Safe(document.Message));
        }

        if (document.Lines is { Total: > 0 } lines)
        {
            var understood = Math.Floor(1000.0 * (lines.Total - lines.Unrecognised) / lines.Total) / 10;
            parts.Add(document.Format!);
            parts.Add(string.Create(CultureInfo.InvariantCulture, $"{Count(lines.Total, "line")}, {understood:0.#} % understood"));
            parts.Add(Count(document.Segments, "segment"));
            parts.Add(Count(document.Speakers, "speaker"));
        }

        if (document.Claims is { } claims)
        {
            parts.Add($"{Count(claims.New + claims.Kept, "claim")}: {claims.New} new, {claims.Kept} kept, {claims.Withdrawn} withdrawn");
        }

        return string.Join("  ", parts);
    }

    /// <summary>A file may be named with line ends and escape codes; a terminal must not obey them.</summary>
    private static string Safe(string text) => string.Concat(text.Select(c => char.IsControl(c) ? '\uFFFD' : c));

    private static string Count(int count, string noun) => string.Create(CultureInfo.InvariantCulture, $"{count:N0} {noun}{(count == 1 ? "" : "s")}");

    private static string Word(IngestOutcome outcome) => outcome.ToString().ToLowerInvariant();
}
