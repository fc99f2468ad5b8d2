using TalkNotes.Core.Documents;
using TalkNotes.Core.Formats;

namespace TalkNotes.Web.Cli;

/// <summary><c>talknotes inspect</c>: parses one file and prints what was understood; touches no database.</summary>
internal static class InspectCommand
{
    private const int Shown = 10;

    public static Command Command { get; } = new()
    {
        Name = "inspect",
        Summary = "Parse one file and print what was understood; touches no database",
        Usage = "PATH [--format ID] [--json]",
        Words = (1, 1),
        Options =
        [
            new Option("format", "ID", $"read it as this format: {string.Join(", ", SourceFormats.All.Select(f => f.Id).Order(StringComparer.Ordinal))}"),
            Command.Json,
        ],
        RunAsync = RunAsync,
    };

    private static async Task<int> RunAsync(Arguments arguments, Terminal terminal, CancellationToken ct)
    {
        var path = arguments.Words[0];
        if (Directory.Exists(path))
        {
            throw new UsageException($"'{path}' is a folder; inspect takes one file");
        }

        var source = SourceText.FromBytes(Path.GetFileName(path), await File.ReadAllBytesAsync(path, ct));
        switch (SourceFormats.Parse(source, arguments.Value("format") ?? SourceFormats.NamedBy(source.Path)))
        {
            case ParseResult.Refused { Reason: { Code: FormatDiagnostics.UnknownFormatCode } reason }:
                throw new UsageException(reason.Message);
            case ParseResult.Refused { Reason: var reason }:
                await terminal.Error.WriteLineAsync($"{path}: {reason.Code}: {reason.Message}");
                return 1;
            case ParseResult.Parsed { Source: var parsed }:
                var report = InspectReport.Of(parsed);
                if (arguments.Has("json"))
                {
                    terminal.WriteJson(report);
                }
                else
                {
                    Print(report, terminal.Out);
                }

                return await NameShortfallsAsync(path, report, terminal);
            default:
                throw new InvalidOperationException("A parse result is one of two.");
        }
    }

    /// <summary>Names on standard error what could not be understood; status 1 when there was something.</summary>
    private static async Task<int> NameShortfallsAsync(string path, InspectReport report, Terminal terminal)
    {
        var shortfalls = report.Diagnostics.Where(d => d.Severity != "info").ToList();
        foreach (var diagnostic in shortfalls)
        {
            await terminal.Error.WriteLineAsync($"{path}{(diagnostic.Line is { } line ? $":{line}" : "")}: {diagnostic.Code}: {diagnostic.Message}");
        }

        return shortfalls.Count > 0 ? 1 : 0;
    }

    private static void Print(InspectReport report, TextWriter to)
    {
        var (talk, lines) = (report.Talk, report.Lines);
        to.WriteLine($"{report.Source.Path}: {report.Format} (confidence {report.Confidence}: {report.Reason})");
        Field("title", talk.Title);
        Field("url", talk.Url);
        Field("video", talk.VideoId);
        Field("show", talk.Show);
        Field("published", talk.Published?.ToString("yyyy-MM-dd"));
        Field("transcribed", talk.Transcribed?.ToString("yyyy-MM-dd"));
        Field("retrieved", talk.Retrieved?.ToString("yyyy-MM-dd"));
        Field("duration", talk.DurationMs is { } ms ? Timestamp.Format(TimeSpan.FromMilliseconds(ms)) : null);
        Field("language", talk.Language);
        Field("status", talk.Status);
        Field("hosts", string.Join(", ", talk.Hosts));
        Field("guests", string.Join(", ", talk.Guests));
        Field("speakers", string.Join(", ", talk.Speakers.Select(s => $"{s.Name} ({s.Turns})")));
        Field("topics", string.Join(", ", talk.Topics));
        to.WriteLine($"{report.Chapters.Length} chapters, {report.Segments.Length} segments, {report.Claims.Length} claims");
        foreach (var kind in report.Claims.CountBy(c => c.Kind))
        {
            Field(kind.Key, $"{kind.Value}");
        }

        foreach (var field in talk.Fields.Where(f => f.Doubt is not null).Take(Shown))
        {
            Field("not used", $"{field.Key}: {field.Value} (line {field.Lines[0]}; {field.Doubt})");
        }

        to.WriteLine($"{lines.Total} lines: {lines.Used} used, {lines.Chrome} furniture, {lines.Blank} blank, {lines.Unrecognised} not understood");

        void Field(string name, string? value)
        {
            if (!string.IsNullOrEmpty(value))
            {
                to.WriteLine($"  {name,-12} {value}");
            }
        }
    }
}
