using TalkNotes.Core.Quotes;
using TalkNotes.Web.Api;

namespace TalkNotes.Web.Cli;

/// <summary><c>talknotes quote TEXT</c>: was this said?</summary>
internal static class QuoteCommand
{
    public static Command Command { get; } = new()
    {
        Name = "quote",
        Summary = "Check a quotation against what was said",
        Usage = "TEXT [--speaker NAME] [--talk SLUG] [--data DIR] [--library DIR] [--json]",
        Words = (1, 1),
        Options =
        [
            new Option("speaker", "NAME", "who is said to have said it"),
            new Option("talk", "SLUG", "look in this talk only"),
            Command.Data,
            new Option("library", "DIR", "folder of glossary.yaml (default: seeds)"),
            Command.Json,
        ],
        RunAsync = RunAsync,
    };

    private static async Task<int> RunAsync(Arguments arguments, Terminal terminal, CancellationToken ct)
    {
        await using var services = CommandServices.Open(arguments);
        var check = services.GetRequiredService<QuoteCheck>();
        var talk = arguments.Value("talk");
        var result = await check.CheckAsync(arguments.Words[0], arguments.Value("speaker"), talk, ct);
        var sentences = await check.SentencesAsync(result, talk, ct);
        if (arguments.Has("json"))
        {
            terminal.WriteJson(QuoteJson.Of(result, sentences));
        }
        else
        {
            await WriteAsync(terminal.Out, result);
            foreach (var sentence in sentences)
            {
                await terminal.Out.WriteLineAsync($"  alone ({(sentence.Length == QuoteLength.Fits ? QuoteWords.Name(sentence.Verdict).ToLowerInvariant() : "too short to look for")}): {sentence.Quoted}");
                if (sentence.Match is { } match)
                {
                    await terminal.Out.WriteLineAsync($"    {Place(match)}");
                }
            }
        }

        await terminal.Out.FlushAsync(ct);
        await check.TendAsync(ct); // the next run need not read what this one read
        return 0;
    }

    private static async Task WriteAsync(TextWriter to, QuoteResult result)
    {
        await to.WriteLineAsync($"{QuoteWords.Name(result.Verdict)}. {QuoteWords.Sentence(result)}");
        if (result.Match is not { } match)
        {
            return;
        }

        await to.WriteLineAsync($"  said: {match.Text}");
        foreach (var difference in result.Diff.Where(d => d.Op != QuoteOp.Equal))
        {
            await to.WriteLineAsync($"  {QuoteWords.Line(difference)}");
        }

        await to.WriteLineAsync($"  {Place(match)}");
        if (QuoteWords.Speaker(result) is { } speaker)
        {
            await to.WriteLineAsync($"  {speaker}");
        }

        foreach (var other in result.Alternatives)
        {
            await to.WriteLineAsync($"  also ({QuoteWords.Name(other.Verdict).ToLowerInvariant()}): {Place(other)}");
        }
    }

    private static string Place(QuoteMatch match) =>
        $"{Show.Title(match.Title)}, {Show.Place(match.Segments[0], match.Segments[1], match.StartMs, match.EndMs)}, "
        + $"{match.Speaker ?? "speaker not marked"}{(match.ColdOpen ? ", in the cold open" : "")} ({match.Source.Path}, lines {match.Source.Lines[0]}-{match.Source.Lines[1]})";
}
