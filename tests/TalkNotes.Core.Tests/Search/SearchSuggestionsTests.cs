using System.Diagnostics;
using System.Globalization;
using TalkNotes.Core.Search;
using TalkNotes.Tests.Shared;

namespace TalkNotes.Core.Tests.Search;

public sealed class SearchSuggestionsTests : IDisposable
{
    private readonly SearchLibrary _library = new();
    private readonly TempFolder _folder = new();

    public void Dispose()
    {
        _library.Dispose();
        _folder.Dispose();
    }

    [Theory]
    [InlineData("noam", "speaker:\"Noam Brown\"")]
    [InlineData("BROW", "speaker:\"Noam Brown\"")]
    [InlineData("brown no", "speaker:\"Noam Brown\"")]
    [InlineData("łuk", "speaker:\"Łukasz Kaiser\"")]
    [InlineData("lukasz kai", "speaker:\"Łukasz Kaiser\"")]
    [InlineData("chain th", "Chain of thought")]
    [InlineData("4.1", "GPT-4.1")]
    [InlineData("leap rea", "talk:leap")]
    [InlineData("scaling laws noam", "scaling laws speaker:\"Noam Brown\"")]
    [InlineData("\"test time\" brown noa", "\"test time\" speaker:\"Noam Brown\"")]
    public async Task Typed_words_begin_words_of_a_name_in_any_order_and_the_last_ones_may_stand_behind_others(string typed, string query) =>
        Assert.Contains(query, (await SuggestAsync(typed)).Select(s => s.Query));

    [Theory]
    [InlineData("n")]
    [InlineData("  ")]
    [InlineData("oam")]
    [InlineData("brown lukasz x")]
    [InlineData("\"what noam")]
    [InlineData("zebra the")]
    [InlineData("speaker:noam")]
    public async Task Nothing_is_offered_inside_a_phrase_an_operator_or_a_word(string typed) => Assert.Empty(await SuggestAsync(typed));

    [Fact]
    public async Task People_come_first_and_of_each_kind_what_begins_as_typed() =>
        Assert.Equal(["speaker", "term", "talk", "talk"], (await SuggestAsync("br")).Select(s => s.Kind));

    [Fact]
    public void Among_a_hundred_thousand_names_an_answer_takes_no_walk()
    {
        var words = File.ReadAllText(Checkout.Seed("003")).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        var index = SuggestionIndex.Of(Enumerable.Range(0, 100_000).Select(i =>
        {
            var name = string.Create(CultureInfo.InvariantCulture, $"{words[i % words.Length]} {words[i * 7 % words.Length]} number{i}").ToLowerInvariant();
            return (new SearchSuggestion("talk", name, name, name), Enumerable.Repeat(name, 1));
        }));
        Assert.Single(index.Find(["number99999"], 4));
        var watch = Stopwatch.StartNew();
        for (var i = 0; i < 100; i++)
        {
            Assert.NotEmpty(index.Find(["number5", "t"], 4));
        }

        Assert.InRange(watch.Elapsed.TotalMilliseconds / 100, 0, 100); // alone 7 ms; a walk over all names takes more on any machine
    }

    private async Task<IReadOnlyList<SearchSuggestion>> SuggestAsync(string typed)
    {
        if (!File.Exists(_folder["glossary.yaml"]))
        {
            _folder.Write("glossary.yaml", "- term: Chain of thought\n- term: GPT-4.1\n- term: Breadth first\n");
            await _library.AddAsync("leap", ["Noam Brown: Hello.", "Łukasz Kaiser: Hi."], talk: t => t.Title = "The next leap in reasoning");
            await _library.AddAsync("bread", ["Nobody speaks."], talk: t => t.Title = "A broad view");
            await _library.AddAsync("brim", ["Nobody speaks."], talk: t => t.Title = "Brimming with models");
        }

        return await new SearchSuggestions(_library, new SearchCaches(), new GlossaryFile(_folder["glossary.yaml"])).ForAsync(typed, TestContext.Current.CancellationToken);
    }
}
