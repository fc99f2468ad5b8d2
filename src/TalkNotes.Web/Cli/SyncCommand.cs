using TalkNotes.Core.Export;
using TalkNotes.Core.Notes;

namespace TalkNotes.Web.Cli;

/// <summary><c>talknotes sync</c>: a folder of notes and the library, kept together.</summary>
internal static class SyncCommand
{
    private const string Everything = "all";

    public static Command Command { get; } = new()
    {
        Name = "sync",
        Summary = "Keep a folder of notes and the library together",
        Usage = "DIR [--dry-run] [--accept KEY]… [--reject KEY]… [--restore] [--curator NAME] [--site URL] [--data DIR] [--library DIR] [--json]",
        Words = (1, 1),
        Options =
        [
            new Option("dry-run", null, "say what would be done; write nothing"),
            new Option("accept", "KEY", "accept an edit that was made outside, by the key that sync prints; all accepts every edit that is no conflict", Repeatable: true),
            new Option("reject", "KEY", "reject such an edit; all rejects every edit that is no conflict", Repeatable: true),
            new Option("restore", null, "write files again that were removed"),
            new Option("curator", "NAME", "who decides (default: curator)"),
            new Option("site", "URL", $"where the library is read; links lead there; kept for this folder (default: the one kept, else the setting site, else {ExportSite.Default})"),
            Command.Data,
            new Option("library", "DIR", "folder of documents, which must not be this one (default: seeds)"),
            Command.Json,
        ],
        RunAsync = RunAsync,
    };

    private static async Task<int> RunAsync(Arguments arguments, Terminal terminal, CancellationToken ct)
    {
        var folder = arguments.Words[0];
        var options = new NoteSyncOptions(arguments.Has("dry-run"), arguments.Has("restore"));
        if (File.Exists(folder))
        {
            throw new UsageException($"'{folder}' is a file; name a folder");
        }

        if (IsWithin(folder, arguments.TalkNotes().LibraryDirectory))
        {
            throw new UsageException($"'{folder}' lies in the library folder: what is written there would be taken in as documents; name another folder");
        }

        var decides = arguments.Values("accept").Concat(arguments.Values("reject")).ToList();
        if (decides.Count > 0 && (options.IsDryRun || decides.Count != decides.Distinct(StringComparer.Ordinal).Count()))
        {
            throw new UsageException(options.IsDryRun ? "--dry-run decides nothing" : "an edit is accepted or rejected once");
        }

        await using var services = CommandServices.Open(arguments);
        var sync = services.GetRequiredService<NoteSync>();
        var site = arguments.Has("site") || await sync.SiteOfAsync(folder, ct) is not { } kept ? ExportCommand.Site(arguments) : kept;
        var bar = new ProgressBar(terminal);
        var progress = new ImmediateProgress<(int Done, int All, string Path)>(p => bar.Draw(p.Done, p.All, p.Path));
        var report = await sync.RunAsync(folder, site, options, progress, ct);
        bar.Clear();
        var failed = false;
        if (decides.Count > 0)
        {
            failed = !await DecideAsync(arguments, services, site, Path.GetFullPath(folder), terminal, ct);
            report = await sync.RunAsync(folder, site, options, progress, ct);
            bar.Clear();
        }

        if (arguments.Has("json"))
        {
            terminal.WriteJson(report);
        }
        else
        {
            await PrintAsync(report, terminal);
        }

        return report.IsSettled && !failed ? 0 : 1;
    }

    private static async Task<bool> DecideAsync(Arguments arguments, IServiceProvider services, ExportSite site, string folder, Terminal terminal, CancellationToken ct)
    {
        var desk = services.GetRequiredService<NoteDesk>();
        var curator = arguments.Value("curator") ?? "curator";
        var open = arguments.Values("accept").Select(k => (Key: k, Accept: true)).Concat(arguments.Values("reject").Select(k => (Key: k, Accept: false)))
            .OrderBy(k => k.Key == Everything).ToList(); // an edit that is named is decided before all the others are
        var complete = true;
        foreach (var (key, accept) in open)
        {
            var waiting = (await desk.WaitingAsync(site, ct)).Where(w => w.Folder == folder);
            var chosen = waiting.SelectMany(w => w.Edits.Where(e => key == Everything ? !e.IsConflict : e.Key == key).Select(e => (w.Id, w.Path, e.Key))).ToList();
            if (chosen.Count == 0 && key != Everything)
            {
                await terminal.Error.WriteLineAsync($"{key}: no edit that waits has this key");
                complete = false;
            }

            foreach (var (file, path, edit) in chosen)
            {
                var decision = await desk.DecideAsync(file, edit, accept, curator, site, ct);
                await terminal.Error.WriteLineAsync($"{path} {edit}: {decision.Message}");
                complete &= decision.IsDone;
            }
        }

        return complete;
    }

    private static async Task PrintAsync(NoteSyncReport report, Terminal terminal)
    {
        foreach (var file in report.Files.Where(f => f.Outcome != NoteOutcome.Same))
        {
            await terminal.Out.WriteLineAsync($"{Word(file.Outcome),-10} {file.Path}{(file.Message is null ? "" : $"  ({file.Message})")}");
            foreach (var edit in file.Edits)
            {
                await terminal.Out.WriteLineAsync($"  {edit.Key} {(edit.IsConflict ? "conflict, " : "")}{edit.Kind}");
                await LinesAsync("  - ", edit.Before);
                await LinesAsync("  + ", edit.After);
                if (edit.IsConflict)
                {
                    await LinesAsync("  = ", edit.Ours ?? "(nothing)");
                }
            }
        }

        var counts = report.Files.GroupBy(f => f.Outcome).OrderBy(g => g.Key).Select(g => $"{g.Count():N0} {Word(g.Key)}");
        await terminal.Out.WriteLineAsync(report.Files.Count == 0 ? "nothing to do: the library holds no talks" : string.Join(", ", counts));

        async Task LinesAsync(string mark, string? text)
        {
            foreach (var line in (text ?? "").Split('\n').Where(_ => text is not null))
            {
                await terminal.Out.WriteLineAsync(mark + line);
            }
        }
    }

    private static string Word(NoteOutcome outcome) => outcome switch
    {
        NoteOutcome.TakenIn => "taken in",
        NoteOutcome.LeftAlone => "left alone",
        _ => outcome.ToString().ToLowerInvariant(),
    };

    private static bool IsWithin(string folder, string library)
    {
        var relative = Path.GetRelativePath(Path.GetFullPath(library), Path.GetFullPath(folder));
        return Directory.Exists(library) && (relative == "." || (!relative.StartsWith("..", StringComparison.Ordinal) && !Path.IsPathRooted(relative)));
    }
}
