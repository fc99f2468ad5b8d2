using TalkNotes.Core.Search;

namespace TalkNotes.Web.Cli;

/// <summary><c>talknotes search QUERY</c>: the same search as the site's.</summary>
internal static class SearchCommand
{
    private const int MostHits = 200;

    public static Command Command { get; } = new()
    {
        Name = "search",
        Summary = "Finds what was said, claims and titles",
        Usage = "QUERY [--limit N] [--kind KIND] [--sort ORDER] [--exact] [--json]",
        Words = (1, 1),
        Options =
        [
            new Option("limit", "N", "most places to print (default: 10)"),
            new Option("kind", "KIND", "segment, claim or talk; may be repeated", Repeatable: true),
            new Option("sort", "ORDER", "relevance (default), date or position"),
            new Option("exact", null, "only as written: no glossary, no sound-alikes"),
            Command.Json,
            Command.Data,
            new Option("library", "DIR", "folder of glossary.yaml (default: seeds)"),
        ],
        RunAsync = RunAsync,
    };

    private static async Task<int> RunAsync(Arguments arguments, Terminal terminal, CancellationToken ct)
    {
        var request = new SearchRequest
        {
            Query = arguments.Words[0],
            Limit = arguments.Number("limit", 10, 1, MostHits),
            Filters = [.. arguments.Values("kind").Select(KindFilter)],
            Sort = Order(arguments.Value("sort")),
            AsWritten = arguments.Has("exact"),
        };
        await using var services = CommandServices.OpenExisting(arguments);
        var result = await services.GetRequiredService<PassageSearch>().SearchAsync(request, ct);
        if (arguments.Has("json"))
        {
            terminal.WriteJson(SearchJson.From(result, offset: 0));
        }
        else
        {
            await WriteAsync(terminal.Out, result);
        }

        return 0;
    }

    private static SearchFilter KindFilter(string kind) => SearchFields.Takes(SearchFields.Kind, kind)
        ? new SearchFilter(SearchFields.Kind, kind)
        : throw new UsageException($"--kind takes segment, claim or talk, not '{kind}'");

    private static SearchSort Order(string? text) => text switch
    {
        null or "relevance" => SearchSort.Relevance,
        "date" => SearchSort.Date,
        "position" => SearchSort.Position,
        _ => throw new UsageException($"--sort takes relevance, date or position, not '{text}'"),
    };

    private static async Task WriteAsync(TextWriter to, SearchResult result)
    {
        foreach (var hit in result.Hits)
        {
            var place = hit switch
            {
                { Claim: { } claim } => $"claim {claim}, {hit.Status}",
                { Segments: [var first, var last] } => Show.Place(first, last, hit.StartMs, hit.EndMs),
                _ => "title",
            };
            await to.WriteLineAsync($"{hit.Title ?? hit.Talk} · {place}{(hit.Speaker is null ? "" : " · " + hit.Speaker)}");
            await to.WriteLineAsync("  " + Marked(hit));
            foreach (var why in hit.Why.Where(w => w.How != "inflection"))
            {
                await to.WriteLineAsync($"  ({why.Found} for {why.Asked}: {why.How})");
            }

            if (hit.Missing.Count > 0)
            {
                await to.WriteLineAsync($"  (without: {string.Join(", ", hit.Missing)})");
            }
        }

        await to.WriteLineAsync(result.Total == 0 ? "Nothing found." : $"{Show.Count(result.Total, "place")}.");
        if (result.DidYouMean is { } other)
        {
            await to.WriteLineAsync($"Did you mean: {other}");
        }

        foreach (var note in result.Notes)
        {
            await to.WriteLineAsync(note + ".");
        }

        foreach (var way in result.WaysOut)
        {
            await to.WriteLineAsync($"Without {way.Dropped}: {Show.Count(way.Total, "place")}.");
        }
    }

    /// <summary>Found words in square brackets.</summary>
    private static string Marked(SearchHit hit)
    {
        var text = hit.Text;
        foreach (var mark in hit.Highlights.Reverse())
        {
            text = text.Insert(mark[1], "]").Insert(mark[0], "[");
        }

        return text;
    }
}
