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
        var transcripts = await TakeInAsync();
        Assert.Empty(await MissedAsync(transcripts, new Random(25), windows: 300, _ => 25));
    }

    [Fact]
    public async Task Windows_of_3_to_40_words_find_themselves_first_with_exactly_these_words_marked()
    {
        var transcripts = await TakeInAsync();
        Assert.Empty(await MissedAsync(transcripts, new Random(340), windows: 152, i => 3 + (i % 38)));
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
            Assert.DoesNotContain(result.Hits, h => h.Highlights.Any(m => m[0] > 0 && h.Text[m[0] - 1] == ':')); // no part of a time
            Assert.Equal(["4.1", "401", "41", "GBT 4.1", "GPT 4.1"], marked.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
        }
    }

    public void Dispose()
    {
        _library.Dispose();
        _folder.Dispose();
    }

    private async Task<List<List<Segment>>> TakeInAsync()
    {
        var transcripts = new List<List<Segment>>();
        foreach (var number in new[] { "001", "002", "003", "004" })
        {
            transcripts.Add(Parse(number));
            await _library.AddAsync("seed-" + number, [.. transcripts[^1].Select(s => s.Text)], labelled: false);
        }

        return transcripts;
    }

    /// <summary>Windows that are not the first hit, at exactly their segments (or where the same words stand again), with exactly their words marked.</summary>
    private async Task<List<string>> MissedAsync(List<List<Segment>> transcripts, Random random, int windows, Func<int, int> length)
    {
        var search = new PassageSearch(_library, new SearchCaches(), new GlossaryFile(_folder["glossary.yaml"]));
        var spoken = transcripts.ConvertAll(t => t.SelectMany((s, n) => s.Text.Split(' ').Where(w => w.Any(char.IsLetterOrDigit)).Select(w => (Text: w, Segment: n))).ToList());
        var missed = new List<string>();
        for (var i = 0; i < windows; i++)
        {
            var t = random.Next(transcripts.Count);
            var window = spoken[t].GetRange(random.Next(spoken[t].Count - length(i)), length(i));
            var text = string.Join(' ', window.Select(w => w.Text));
            foreach (var query in new[] { text, $"\"{text}\"" })
            {
                var result = await search.SearchAsync(new SearchRequest { Query = query, Limit = 3 }, TestContext.Current.CancellationToken);
                if (result.Hits is not [var hit, ..] || !IsSelf(hit, $"seed-00{t + 1}", [window[0].Segment, window[^1].Segment], text, transcripts))
                {
                    missed.Add($"seed-00{t + 1} {window[0].Segment}: {query}");
                }
            }
        }

        return missed;
    }

    private static bool IsSelf(SearchHit hit, string talk, int[] range, string text, List<List<Segment>> transcripts)
    {
        var marked = Tokens.Forms(string.Join(' ', hit.Highlights.Take(1).Select(h => hit.Text[h[0]..h[1]])));
        var isThere = hit.Talk == talk && hit.Segments!.SequenceEqual(range);
        return marked.SequenceEqual(Tokens.Forms(text)) && (isThere || transcripts.Sum(t => Times(t, text)) > 1);
    }

    private static int Times(List<Segment> transcript, string text)
    {
        var spoken = $" {string.Join(' ', transcript.SelectMany(s => Tokens.Forms(s.Text)))} ";
        var window = $" {string.Join(' ', Tokens.Forms(text))} ";
        var times = 0;
        for (var at = spoken.IndexOf(window, StringComparison.Ordinal); at >= 0; at = spoken.IndexOf(window, at + 1, StringComparison.Ordinal))
        {
            times++;
        }

        return times;
    }

    private static List<Segment> Parse(string number)
    {
        var file = Checkout.Seed(number);
        var parsed = Assert.IsType<ParseResult.Parsed>(SourceFormats.Parse(SourceText.FromBytes(Path.GetFileName(file), File.ReadAllBytes(file))));
        return [.. parsed.Source.Document.Segments];
    }
}
