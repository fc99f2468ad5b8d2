using TalkNotes.Core.Documents;
using TalkNotes.Core.Evidence;
using TalkNotes.Core.Formats;
using TalkNotes.Web.Api;

namespace TalkNotes.Web.Cli;

/// <summary><c>talknotes evidence</c>: the passages that may carry a claim of the library, or the claims of a file.</summary>
internal static class EvidenceCommand
{
    private const int Shown = 3;

    public static Command Command { get; } = new()
    {
        Name = "evidence",
        Summary = "Rank the transcript passages that may carry a claim, and look its details up",
        Usage = "--claim ID [--data DIR] | --transcript FILE --claims FILE [--format ID] [--json]",
        Options =
        [
            new Option("claim", "ID", "a claim of the library"),
            new Option("transcript", "FILE", "a transcript, without the library"),
            new Option("claims", "FILE", "claims about it, one a line or JSON lines with id and text"),
            new Option("format", "ID", "read the transcript as this format"),
            Command.Data,
            Command.Json,
        ],
        RunAsync = RunAsync,
    };

    private static async Task<int> RunAsync(Arguments arguments, Terminal terminal, CancellationToken ct)
    {
        var answer = (arguments.Value("claim"), arguments.Value("transcript"), arguments.Value("claims")) switch
        {
            ({ } claim, null, null) => await OfLibraryAsync(arguments, claim, ct),
            (null, { } transcript, { } claims) => await OfFilesAsync(transcript, claims, arguments.Value("format"), terminal, ct),
            _ => throw new UsageException("give --claim, or --transcript and --claims"),
        };
        if (arguments.Has("json"))
        {
            terminal.WriteJson(new EvidenceJson(answer.Results));
        }
        else
        {
            foreach (var result in answer.Results)
            {
                await WriteAsync(terminal.Out, result);
            }
        }

        return answer.Status;
    }

    private static async Task<(IReadOnlyList<EvidenceResult> Results, int Status)> OfLibraryAsync(Arguments arguments, string claim, CancellationToken ct)
    {
        await using var services = CommandServices.Open(arguments);
        return await services.GetRequiredService<ClaimEvidence>().ForClaimAsync(claim, ct) is { } result
            ? ([result], 0)
            : throw new UsageException($"there is no claim '{claim}'");
    }

    private static async Task<(IReadOnlyList<EvidenceResult> Results, int Status)> OfFilesAsync(string transcript, string claims, string? format, Terminal terminal, CancellationToken ct)
    {
        var list = ClaimList.Read(await File.ReadAllLinesAsync(claims, ct));
        foreach (var problem in list.Problems)
        {
            await terminal.Error.WriteLineAsync($"{claims}: {problem}");
        }

        var source = SourceText.FromBytes(Path.GetFileName(transcript), await File.ReadAllBytesAsync(transcript, ct));
        switch (SourceFormats.Parse(source, format))
        {
            case ParseResult.Parsed { Source.Document: var document }:
                if (document.Segments.Length == 0)
                {
                    await terminal.Error.WriteLineAsync($"{transcript}: no transcript in it, so nothing can be looked up");
                }

                var results = EvidenceRanker.Rank(TranscriptIndex.Of(document.Segments), list.Claims, TalkHeader.Of(document.Metadata));
                return (results, list.Problems.Count > 0 || document.Segments.Length == 0 ? 1 : 0);
            case ParseResult.Refused { Reason: { Code: FormatDiagnostics.UnknownFormatCode } reason }:
                throw new UsageException(reason.Message);
            case ParseResult.Refused { Reason: var reason }:
                await terminal.Error.WriteLineAsync($"{transcript}: {reason.Code}: {reason.Message}");
                return ([], 1);
            default:
                throw new InvalidOperationException("A parse result is one of two.");
        }
    }

    private static async Task WriteAsync(TextWriter to, EvidenceResult result)
    {
        await to.WriteLineAsync($"{result.Id}  {result.Claim}");
        foreach (var passage in result.Passages.Take(Shown))
        {
            var time = passage.StartMs is { } ms ? $"{Timestamp.Format(TimeSpan.FromMilliseconds(ms))}, " : "";
            var speaker = passage.Speaker is { } name ? $"{name}, " : "";
            await to.WriteLineAsync($"  {passage.Rank}. {time}{speaker}lines {passage.Source.Lines[0]}-{passage.Source.Lines[1]}: {passage.Text}");
        }

        foreach (var detail in result.Details)
        {
            var nearest = detail.Nearest is { } words ? $" (said: {words})" : "";
            var lines = detail.Source is { } source ? $", line {source.Lines[0]}" : "";
            await to.WriteLineAsync($"  {detail.Type} {detail.Text}: {detail.Found}{nearest}{lines}");
        }
    }
}
