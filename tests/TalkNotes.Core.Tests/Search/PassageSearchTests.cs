using TalkNotes.Core.Search;

namespace TalkNotes.Core.Tests.Search;

public sealed class PassageSearchTests : IDisposable
{
    private const string Names = """
        - term: GPT
          kind: model
          heard: [GBT]
        - term: chain of thought
          also: [CoT]
          heard: [train of thought]
        - term: Andrej Karpathy
          kind: person
          also: [Karpathy]
        - term: Dota
          kind: product
          heard: [Doughta]
        """;

    private readonly SearchLibrary _library = new();
    private readonly TempFolder _folder = new();

    [Fact]
    public async Task A_phrase_is_found_across_segments_with_its_exact_range()
    {
        await _library.AddAsync("talk", ["We look at the chain", "of thought of the", "model and learn."], start: n => TimeSpan.FromSeconds(10 * n));
        var hit = Assert.Single((await SearchAsync("\"chain of thought\"")).Hits);
        Assert.Equal([0, 1], hit.Segments!);
        Assert.Equal((0, 20_000), (hit.StartMs, hit.EndMs));
        Assert.Equal("We look at the chain of thought of the", hit.Text);
        Assert.Equal(["chain of thought"], Marked(hit));
        Assert.Equal("model and learn.", hit.After);
    }

    [Fact]
    public async Task Marks_cover_whole_words_only()
    {
        await _library.AddAsync("talk", ["Is your model for you, or yours?"]);
        Assert.Equal(["you"], Marked(Assert.Single((await SearchAsync("you")).Hits)));
    }

    [Fact]
    public async Task Words_over_a_change_of_turn_are_found_and_belong_to_nobody()
    {
        await _library.AddAsync("talk", ["Noam: That was surprising.", "Ilge: Why was it?"]);
        var hit = (await SearchAsync("was surprising why was")).Hits[0];
        Assert.Equal([0, 1], hit.Segments!);
        Assert.Null(hit.Speaker);
    }

    [Fact]
    public async Task Speaker_is_about_the_words()
    {
        await _library.AddAsync("talk", ["Noam Brown: Backtracking works.", "Hunter Lightman: Backtracking is new."]);
        foreach (var name in new[] { "\"Noam Brown\"", "brown", "noam-brown", "NOAM" })
        {
            var hit = Assert.Single((await SearchAsync($"backtracking speaker:{name}")).Hits);
            Assert.Equal("Noam Brown", hit.Speaker);
        }
    }

    [Theory]
    [InlineData("GPT-4.1")]
    [InlineData("GPT 4.1")]
    [InlineData("gpt4.1")]
    public async Task Spellings_of_a_model_find_the_same(string query)
    {
        await _library.AddAsync("talk", ["With GPT 4.1 we start.", "Then GBT 4.1 came.", "On 4.1 it runs.", "But 41 is fast.", "At 41% we stop, or 4.1 million."]);
        await _library.AddAsync("other", ["There are 41 of them here."]);
        var result = await SearchAsync(query);
        Assert.Equal(["GPT 4.1", "GBT 4.1", "4.1", "41"], result.Hits.SelectMany(Marked));
        Assert.All(result.Hits, h => Assert.Equal("talk", h.Talk));
    }

    [Fact]
    public async Task A_variant_says_why_it_matched_and_can_be_turned_off()
    {
        await _library.AddAsync("talk", ["His train of thought was long."]);
        var hit = Assert.Single((await SearchAsync("chain of thought")).Hits);
        Assert.Equal([new MatchReason("chain of thought", "train of thought", "glossary")], hit.Why);
        Assert.DoesNotContain((await SearchAsync("chain of thought", r => r with { AsWritten = true })).Hits, h => h.Missing.Count == 0);
    }

    [Fact]
    public async Task Names_that_sound_alike_are_found_and_labelled()
    {
        await _library.AddAsync("talk", ["Then Carpathy left.", "We carp at it."]);
        var hit = Assert.Single((await SearchAsync("karpathy")).Hits);
        Assert.Equal("sounds-alike", Assert.Single(hit.Why).How);
    }

    [Fact]
    public async Task A_word_that_stands_inflected_is_not_taken_for_one_that_sounds_alike()
    {
        await _library.AddAsync("talk", ["They read it twice.", "All rewards are late."]);
        Assert.Equal(["All rewards are late."], (await SearchAsync("reward")).Hits.Select(h => h.Text));
        Assert.Equal(["They read it twice."], (await SearchAsync("reda")).Hits.Select(h => h.Text));
    }

    [Fact]
    public async Task Exact_forms_come_before_inflections_and_speech_before_notes()
    {
        await _library.AddAsync("one", ["Models keep reasoning and reasoning."], ["They reason."]);
        await _library.AddAsync("two", ["A reason is given here."]);
        Assert.Equal(["two", "one", "one"], (await SearchAsync("reason")).Hits.Select(h => h.Talk));
    }

    [Fact]
    public async Task With_too_few_places_most_of_the_words_are_enough_and_what_is_missing_is_named()
    {
        await _library.AddAsync("talk", ["A scrappy engineer with taste."]);
        var result = await SearchAsync("scrappy engineer doctors");
        Assert.Equal((1, 0), (result.Total, result.Complete));
        Assert.Equal(["doctors"], result.Hits[0].Missing);
    }

    [Fact]
    public async Task Words_can_be_left_out_or_be_alternatives_or_near()
    {
        await _library.AddAsync("talk", ["Noam: Red cats sleep.", "Ilge: Red dogs sleep.", "Noam: Blue birds often and far away sing."]);
        Assert.Equal(["Red dogs sleep."], Texts(await SearchAsync("red -cats")));
        Assert.Equal(2, (await SearchAsync("dogs OR birds")).Total);
        Assert.Equal(1, (await SearchAsync("NEAR(birds sing, 8)")).Total);
        Assert.Equal(0, (await SearchAsync("NEAR(birds sing, 2)")).Total);
        Assert.Equal(1, (await SearchAsync("bir*")).Total);
    }

    [Fact]
    public async Task Dates_mean_the_published_date_and_undated_talks_never_match()
    {
        await _library.AddAsync("dated", ["Tools are used."], talk: t => t.Published = new DateOnly(2025, 5, 1));
        await _library.AddAsync("undated", ["Tools are used."], talk: t => t.Retrieved = new DateOnly(2025, 5, 1));
        foreach (var filter in new[] { "date:2025-05", "year:2025", "after:2025-04", "before:2026", "date:2025-05-01" })
        {
            Assert.Equal(["dated"], (await SearchAsync($"tools {filter}")).Hits.Select(h => h.Talk));
        }

        Assert.Equal(["undated"], (await SearchAsync("tools retrieved:2025")).Hits.Select(h => h.Talk));
        Assert.Equal(["undated"], (await SearchAsync("tools year:none")).Hits.Select(h => h.Talk));
    }

    [Fact]
    public async Task Facets_count_what_choosing_them_would_give()
    {
        await _library.AddAsync("one", ["Noam: Tools help.", "Ilge: Tools hurt."], ["Tools help."]);
        await _library.AddAsync("two", ["Tools cost."]);
        var result = await SearchAsync("tools speaker:noam");
        Assert.Equal(1, result.Total);
        Assert.Equal([("Ilge", 1), ("Noam", 1), ("Not labelled", 1)], result.Facets.Speaker.OrderBy(f => f.Label, StringComparer.Ordinal).Select(f => (f.Label, f.Count)));
        Assert.True(result.Facets.Speaker.Single(f => f.Label == "Noam").Selected);
        Assert.Equal([("one", 1)], result.Facets.Talk.Select(f => (f.Value, f.Count)));
    }

    [Fact]
    public async Task Lists_of_facets_can_be_cut_short_but_never_lose_what_is_chosen_or_shown()
    {
        for (var n = 0; n < 9; n++)
        {
            await _library.AddAsync($"talk-{n}", [.. Enumerable.Range(0, n < 3 ? 9 : 1).Select(i => $"Person{n}: Zebras number {i} {new string('x', n + 1)}.")]);
        }

        var whole = await SearchAsync("zebras", r => r with { Limit = 200 });
        var few = await SearchAsync("zebras", r => r with { Limit = 1, Offset = whole.Total - 1, FacetValues = 2 });
        var last = Assert.Single(few.Hits).Talk;
        Assert.Equal(whole.Facets.Talk.Take(2).Concat(whole.Facets.Talk.Skip(2).Where(f => f.Value == last)), few.Facets.Talk);
        Assert.Equal(whole.Facets.Speaker.Take(2), few.Facets.Speaker);
        Assert.Equal(new FacetSizes(9, 9, 1, 1), few.FacetSizes);
        Assert.Equal(whole.FacetSizes, few.FacetSizes);
        var chosen = await SearchAsync("zebras speaker:person8", r => r with { FacetValues = 2 });
        Assert.Contains(chosen.Facets.Speaker, f => f is { Value: "person8", Selected: true });
        Assert.Empty((await SearchAsync("zebras", r => r with { FacetValues = 0, Limit = 1, Offset = 500 })).Facets.Talk);
    }

    [Fact]
    public async Task A_cold_open_repeats_the_place_it_was_cut_from()
    {
        const string Teaser = "We were surprised that the model would simply keep thinking about it for hours and hours.";
        var segments = new List<string> { Teaser };
        segments.AddRange(Enumerable.Range(0, 30).Select(i => $"Then we talked about topic number w{i} at some length in this part."));
        segments.Add("Yes. " + Teaser + " That was new.");
        await _library.AddAsync("talk", [.. segments]);
        var result = await SearchAsync("keep thinking");
        Assert.Equal(2, result.Hits.Count);
        var opening = result.Hits.Single(h => h.Repeats is not null);
        Assert.Equal(0, opening.Segments![0]);
        Assert.Equal(31, result.Hits[opening.Repeats!.Value].Segments![0]);
    }

    [Fact]
    public async Task Pages_follow_each_other_without_gap_or_repeat()
    {
        await _library.AddAsync("talk", [.. Enumerable.Range(0, 90).Select(i => $"Noam{i}: tool word{i} tool tool {(i % 3 == 0 ? "tool" : "")}.")]);
        var all = (await SearchAsync("tool", r => r with { Limit = 200 })).Hits.Select(h => h.Segments![0]).ToList();
        var paged = new List<int>();
        for (var offset = 0; offset < 90; offset += 20)
        {
            paged.AddRange((await SearchAsync("tool", r => r with { Limit = 20, Offset = offset })).Hits.Select(h => h.Segments![0]));
        }

        Assert.Equal(90, all.Distinct().Count());
        Assert.Equal(all, paged);
    }

    [Fact]
    public async Task A_spelling_that_captions_mishear_is_offered_as_the_name_it_stands_for()
    {
        await _library.AddAsync("talk", ["Then we played Doughta."]);
        Assert.Equal("Dota", (await SearchAsync("doughtta")).DidYouMean);
    }

    [Fact]
    public async Task Nothing_found_offers_a_spelling_and_the_filter_to_drop()
    {
        await _library.AddAsync("talk", ["Noam: We reason about diplomacy.", "Ilge: Yes."]);
        Assert.Equal("diplomacy", (await SearchAsync("diplomcay")).DidYouMean);
        var way = Assert.Single((await SearchAsync("diplomacy speaker:ilge")).WaysOut);
        Assert.Equal(("diplomacy", "speaker:ilge", 1), (way.Query, way.Dropped, way.Total));
    }

    [Fact]
    public async Task Every_string_has_an_answer()
    {
        await _library.AddAsync("talk", ["Noam: The chain of thought of GPT-4.1, o1’s and Łukasz’s.", "Ilge: 東京 and test-time 😀 compute."], ["A claim of thought."]);
        var random = new Random(5);
        for (var i = 0; i < 1_000; i++)
        {
            var result = await SearchAsync(QueryStrings.Next(random));
            Assert.All(result.Hits, h => Assert.All(h.Highlights, m => Assert.True(m[0] >= 0 && m[0] < m[1] && m[1] <= h.Text.Length)));
        }
    }

    public void Dispose()
    {
        _library.Dispose();
        _folder.Dispose();
    }

    private Task<SearchResult> SearchAsync(string query, Func<SearchRequest, SearchRequest>? with = null)
    {
        var path = _folder["glossary.yaml"];
        if (!File.Exists(path))
        {
            File.WriteAllText(path, Names);
        }

        _search ??= new PassageSearch(_library, new SearchCaches(), new GlossaryFile(path));
        var request = new SearchRequest { Query = query };
        return _search.SearchAsync(with?.Invoke(request) ?? request, TestContext.Current.CancellationToken);
    }

    private PassageSearch? _search;

    private static IEnumerable<string> Marked(SearchHit hit) => hit.Highlights.Select(m => hit.Text[m[0]..m[1]]);

    private static IEnumerable<string> Texts(SearchResult result) => result.Hits.Select(h => h.Text);
}
