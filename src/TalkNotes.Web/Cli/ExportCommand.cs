using System.Text;
using TalkNotes.Core.Export;
using TalkNotes.Core.Talks;

namespace TalkNotes.Web.Cli;

/// <summary><c>talknotes export</c>: talks out of the library, as files other programs read.</summary>
internal static class ExportCommand
{
    public static Command Command { get; } = new()
    {
        Name = "export",
        Summary = "Write talks as files that other programs read",
        Usage = "[TALK…] [--all] --format LIST [--out PATH] [--at RANGE] [--site URL] [--data DIR]",
        Words = (0, int.MaxValue),
        Options =
        [
            new Option("all", null, "every talk"),
            new Option("format", "LIST", $"formats, separated by commas: {ExportFormat.Ids}"),
            new Option("out", "PATH", "a folder; a file, for one talk in one format; or a file that ends in .zip (default: standard output)"),
            new Option("at", "RANGE", "for bib and csl: one passage, as s3-s8 or 1:58-2:12"),
            new Option("site", "URL", $"where the library is read; links lead there (default: the setting site, else {ExportSite.Default})"),
            Command.Data,
        ],
        RunAsync = RunAsync,
    };

    /// <summary>The site of <c>--site</c>.</summary>
    /// <exception cref="UsageException">It is no address.</exception>
    public static ExportSite Site(Arguments arguments)
    {
        var url = arguments.Value("site") ?? SiteSetting.OfProgram() ?? ExportSite.Default;
        return Links.IsWeb(url) ? new ExportSite(url.TrimEnd('/')) : throw new UsageException($"--site takes an address like https://notes.example.org, not '{url}'");
    }

    private static async Task<int> RunAsync(Arguments arguments, Terminal terminal, CancellationToken ct)
    {
        var formats = ExportFormat.TryList(arguments.Value("format") ?? throw new UsageException("--format is missing"), out var asked, out var wrong)
            ? asked
            : throw new UsageException(wrong!);
        if (arguments.Has("all") == arguments.Words.Count > 0)
        {
            throw new UsageException("name the talks, or give --all");
        }

        if (arguments.Has("at") && (arguments.Words.Count != 1 || formats is not [{ Id: "bib" or "csl" }]))
        {
            throw new UsageException("--at goes with one talk and --format bib or csl");
        }

        var site = Site(arguments);
        await using var services = CommandServices.OpenExisting(arguments);
        var export = services.GetRequiredService<TalkExport>();
        var slugs = arguments.Has("all") ? await export.SlugsAsync(ct) : [.. arguments.Words.Distinct(StringComparer.Ordinal)];
        if (arguments.Value("out") is { } archive && archive.EndsWith(".zip", StringComparison.OrdinalIgnoreCase))
        {
            return await ArchiveAsync(archive, export, slugs, formats, site, terminal, ct);
        }

        var target = Target(arguments, slugs.Count * formats.Count);
        var complete = true;
        foreach (var slug in slugs)
        {
            if (await export.FindAsync(slug, ct) is not { } talk)
            {
                await terminal.Error.WriteLineAsync($"{slug}: there is no such talk");
                complete = false;
                continue;
            }

            foreach (var format in formats)
            {
                complete &= await WriteAsync(talk, format, arguments.Value("at"), site, target, terminal, ct);
            }
        }

        return complete ? 0 : 1;
    }

    private static async Task<int> ArchiveAsync(
        string path, TalkExport export, IReadOnlyList<string> slugs, IReadOnlyList<ExportFormat> formats, ExportSite site, Terminal terminal, CancellationToken ct)
    {
        IReadOnlyList<string> missing = [];
        await AtomicFile.WriteAsync(path, async file => missing = await TalkArchive.WriteAsync(file, export, slugs, formats, site, ct), ct);
        foreach (var line in missing)
        {
            await terminal.Error.WriteLineAsync(line);
        }

        await terminal.Error.WriteLineAsync($"wrote {path}");
        return missing.Count == 0 ? 0 : 1;
    }

    private static async Task<bool> WriteAsync(
        ExportedTalk talk, ExportFormat format, string? at, ExportSite site, OutputTarget target, Terminal terminal, CancellationToken ct)
    {
        var bytes = at is null ? format.Write(talk, site) : Passage(talk, format, at, site);
        if (bytes is null)
        {
            await terminal.Error.WriteLineAsync($"{talk.Talk.Slug}: {(at is null ? $"{format.Name}: {format.Lack}" : $"the transcript has no place '{at}'")}");
            return false;
        }

        if (target.Path is null)
        {
            await terminal.Out.WriteAsync(Encoding.UTF8.GetString(bytes));
            return true;
        }

        var file = target.IsFolder ? Path.Combine(target.Path, $"{talk.Talk.Slug}.{format.Ending}") : target.Path;
        await AtomicFile.WriteAsync(file, stream => stream.WriteAsync(bytes, ct).AsTask(), ct);
        await terminal.Error.WriteLineAsync($"wrote {file}");
        return true;
    }

    private static byte[]? Passage(ExportedTalk talk, ExportFormat format, string at, ExportSite site) => SegmentRange.Parse(at, talk.Segments) is { } range
        ? Encoding.UTF8.GetBytes(format.Id == "bib" ? Citations.Passage(talk, range, site).BibTex() + "\n" : Citations.Csl([Citations.Passage(talk, range, site)]))
        : null;

    private static OutputTarget Target(Arguments arguments, int files)
    {
        if (arguments.Value("out") is not { } path)
        {
            return files > 1 ? throw new UsageException("several files need --out with a folder, or with a file that ends in .zip") : new OutputTarget(null, false);
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
