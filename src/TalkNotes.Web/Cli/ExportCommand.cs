using System.Text;
using TalkNotes.Core.Export;

namespace TalkNotes.Web.Cli;

/// <summary><c>talknotes export</c>: transcripts out of the library, as files other programs read.</summary>
internal static class ExportCommand
{
    public static Command Command { get; } = new()
    {
        Name = "export",
        Summary = "Write talks as files that other programs read",
        Usage = "[TALK…] [--all] --format LIST [--out PATH] [--data DIR]",
        Words = (0, int.MaxValue),
        Options =
        [
            new Option("all", null, "every talk that has a transcript"),
            new Option("format", "LIST", $"formats, separated by commas: {string.Join(", ", ExportFormat.All.Select(f => f.Id))}"),
            new Option("out", "PATH", "a folder; or a file, for one talk in one format (default: standard output)"),
            Command.Data,
        ],
        RunAsync = RunAsync,
    };

    private static async Task<int> RunAsync(Arguments arguments, Terminal terminal, CancellationToken ct)
    {
        var formats = Formats(arguments);
        if (arguments.Has("all") == arguments.Words.Count > 0)
        {
            throw new UsageException("name the talks, or give --all");
        }

        await using var services = CommandServices.OpenExisting(arguments);
        var export = services.GetRequiredService<TalkExport>();
        var slugs = arguments.Has("all") ? await export.SlugsAsync(ct) : arguments.Words;
        var target = Target(arguments, slugs.Count * formats.Count);
        var complete = true;
        foreach (var slug in slugs)
        {
            if (await export.FindAsync(slug, ct) is not { } talk)
            {
                await terminal.Error.WriteLineAsync($"{slug}: there is no such talk, or it has no transcript");
                complete = false;
                continue;
            }

            foreach (var format in formats)
            {
                complete &= await WriteAsync(talk, format, target, terminal, ct);
            }
        }

        return complete ? 0 : 1;
    }

    private static async Task<bool> WriteAsync(ExportedTalk talk, ExportFormat format, OutputTarget target, Terminal terminal, CancellationToken ct)
    {
        if (format.Write(talk) is not { } text)
        {
            await terminal.Error.WriteLineAsync($"{talk.Talk.Slug}: {format.Name} need times, and this transcript states none");
            return false;
        }

        if (target.Path is null)
        {
            await terminal.Out.WriteAsync(text);
            return true;
        }

        var file = target.IsFolder ? Path.Combine(target.Path, $"{talk.Talk.Slug}.{format.Id}") : target.Path;
        await File.WriteAllTextAsync(file, text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), ct);
        await terminal.Error.WriteLineAsync($"wrote {file}");
        return true;
    }

    private static List<ExportFormat> Formats(Arguments arguments)
    {
        var ids = (arguments.Value("format") ?? throw new UsageException("--format is missing")).Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return ids.Length == 0 ? throw new UsageException("--format is empty") :
        [
            .. ids.Distinct(StringComparer.Ordinal).Select(id => ExportFormat.Find(id)
                ?? throw new UsageException($"there is no format '{id}'; known are {string.Join(", ", ExportFormat.All.Select(f => f.Id))}")),
        ];
    }

    private static OutputTarget Target(Arguments arguments, int files)
    {
        if (arguments.Value("out") is not { } path)
        {
            return files > 1 ? throw new UsageException("several files need --out with a folder") : new OutputTarget(null, false);
        }

        var isFolder = files != 1 || Directory.Exists(path) || Path.EndsInDirectorySeparator(path) || !Path.HasExtension(path);
        if (isFolder)
        {
            Directory.CreateDirectory(path);
        }

        return new OutputTarget(path, isFolder);
    }

    /// <summary>Where files go; no path means standard output.</summary>
    private readonly record struct OutputTarget(string? Path, bool IsFolder);
}
