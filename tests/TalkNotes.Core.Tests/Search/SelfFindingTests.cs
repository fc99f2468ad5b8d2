using TalkNotes.Core.Documents;
using TalkNotes.Core.Formats;
using TalkNotes.Core.Search;
using TalkNotes.Core.Text;
using TalkNotes.Tests.Shared;

namespace TalkNotes.Core.Tests.Search;

/// <summary>Words of the seeds' transcripts find themselves, exactly where they stand.</summary>
public sealed class SelfFindingTests : IDisposable
{
    private readonly SearchLibrary _library = new();
    private readonly TempFolder _folder = new();

    [Fact]
    public async Task Three_hundred_windows_of_25_words_find_themselves_first_typed_with_and_without_quotation_marks()
    {
        var transcripts = new List<List<Segment>>();
        foreach (var number in new[] { "001", "002", "003", "004" })
        {
            var segments = Parse(number);
            transcripts.Add(segments);
            await _library.AddAsync("seed-" + number, [.. segments.Select(s => s.Text)], labelled: false);
        }

        var search = new PassageSearch(_library, new SearchCaches(), new GlossaryFile(_folder["glossary.yaml"]));
        var random = new Random(25);
        var missed = new List<string>();
        for (var i = 0; i < 300; i++)
        {
            var t = random.Next(transcripts.Count);
            var words = transcripts[t].SelectMany((s, n) => s.Text.Split(' ').Where(w => w.Any(char.IsLetterOrDigit)).Select(w => (Text: w, Segment: n))).ToList();
            var window = words.GetRange(random.Next(words.Count - 25), 25);
            var text = string.Join(' ', window.Select(w => w.Text));
            var query = i % 2 == 0 ? text : $"\"{text}\"";
            var result = await search.SearchAsync(new SearchRequest { Query = query, Limit = 3 }, TestContext.Current.CancellationToken);
            int[] range = [window[0].Segment, window[^1].Segment];
            var isThere = result.Hits is [var hit, ..] && hit.Talk == $"seed-00{t + 1}" && (hit.Segments!.SequenceEqual(range) || StandsTwice(transcripts[t], text));
            if (!isThere)
            {
                missed.Add($"seed-00{t + 1} {range[0]}-{range[1]}: {query}");
            }
        }

        Assert.Empty(missed);
    }

    [Fact]
    public async Task Every_mention_of_a_model_is_marked_however_captions_write_it()
    {
        await _library.AddAsync("talk", [.. Parse("002").Select(s => s.Text)], labelled: false);
        File.Copy(Path.Combine(Checkout.Seeds, "glossary.yaml"), _folder["glossary.yaml"]);
        var search = new PassageSearch(_library, new SearchCaches(), new GlossaryFile(_folder["glossary.yaml"]));
        foreach (var query in new[] { "GPT-4.1", "GPT 4.1", "gpt4.1" })
        {
            var result = await search.SearchAsync(new SearchRequest { Query = query, Limit = 100 }, TestContext.Current.CancellationToken);
            var marked = result.Hits.SelectMany(h => h.Highlights.Select(m => h.Text[m[0]..m[1]])).ToList();
            Assert.Equal(24, marked.Count);
            Assert.Equal(["4.1", "401", "41", "GBT 4.1", "GPT 4.1"], marked.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
        }
    }

    public void Dispose()
    {
        _library.Dispose();
        _folder.Dispose();
    }

    /// <summary>A cold open and the place it was cut from: either is right.</summary>
    private static bool StandsTwice(List<Segment> transcript, string text)
    {
        var spoken = $" {string.Join(' ', transcript.SelectMany(s => Tokens.Forms(s.Text)))} ";
        var window = $" {string.Join(' ', Tokens.Forms(text))} ";
        return spoken.IndexOf(window, StringComparison.Ordinal) != spoken.LastIndexOf(window, StringComparison.Ordinal);
    }

    private static List<Segment> Parse(string number)
    {
        var file = Checkout.Seed(number);
        var parsed = Assert.IsType<ParseResult.Parsed>(SourceFormats.Parse(SourceText.FromBytes(Path.GetFileName(file), File.ReadAllBytes(file))));
        return [.. parsed.Source.Document.Segments];
    }
}
