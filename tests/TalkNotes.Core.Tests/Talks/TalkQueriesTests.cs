using TalkNotes.Core.Storage;
using TalkNotes.Core.Talks;
using TalkNotes.Core.Tests.Ingest;

namespace TalkNotes.Core.Tests.Talks;

public sealed class TalkQueriesTests : IDisposable
{
    private readonly TestLibrary _library = new();

    private TalkQueries Talks => new(_library.Database);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose() => _library.Dispose();

    [Fact]
    public async Task Empty_library_lists_nothing_and_offers_no_choice()
    {
        var list = await Talks.ListAsync(new TalkFilter { Page = 7 }, Ct);
        Assert.Equal((0, 1), (list.Total, list.Page));
        Assert.Empty(list.Facets.Shows);
        Assert.All(list.Facets.Progress, p => Assert.Equal(0, p.Count));
    }

    [Fact]
    public async Task A_talk_is_chosen_by_its_address_its_title_or_words_that_only_its_title_has()
    {
        await _library.IngestAsync("one.txt", ["title: Reasoning in small models", "Ana Lima> words that were said"]);
        await _library.IngestAsync("two.txt", ["title: Reasoning at scale", "Ana Lima> other words that were said"]);
        var talks = Talks;
        foreach (var asked in new[] { "reasoning-at-scale", "Reasoning at scale", " reasoning AT scale ", "at scale" })
        {
            var choice = await talks.ChoiceAsync(asked, Ct);
            Assert.Equal(("reasoning-at-scale", "Reasoning at scale"), (choice.Slug, choice.Shown));
        }

        Assert.Equal("Reasoning", (await talks.ChoiceAsync("Reasoning", Ct)).Slug);
        Assert.Null((await talks.ChoiceAsync("", Ct)).Slug);
        Assert.Equal(["Reasoning at scale", "Reasoning in small models"], (await talks.ChoiceAsync(null, Ct)).Titles.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Words_that_changed_are_read_again()
    {
        var talks = Talks;
        await _library.IngestAsync("one.txt", ["title: Reasoning in small models", "Ana Lima> words that were said"]);
        var slug = (await talks.ListAsync(new TalkFilter(), Ct)).Talks[0].Slug;
        var before = (await talks.TranscriptAsync(slug, Ct))!.Segments;
        Assert.Same(before, await talks.SegmentsAsync(slug, Ct));
        await _library.IngestAsync("one.txt", ["title: Reasoning in small models", "Ana Lima> words that were heard"]);
        Assert.Contains("heard", (await talks.TranscriptAsync(slug, Ct))!.Segments[^1].Text, StringComparison.Ordinal);
        Assert.Contains("heard", (await talks.SegmentsAsync(slug, Ct))![^1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Values_of_one_filter_are_alternatives_and_filters_must_all_be_met()
    {
        await ThreeTalksAsync();
        Assert.Equal(["b", "a"], await TitlesAsync(new TalkFilter { Topics = ["evals", "agents"] }));
        Assert.Equal(["a"], await TitlesAsync(new TalkFilter { Topics = ["evals", "agents"], Speakers = ["ana-lima"] }));
        Assert.Equal(["a"], await TitlesAsync(new TalkFilter { Shows = ["Show One"] }));
        Assert.Equal(["b", "c"], await TitlesAsync(new TalkFilter { Shows = [TalkFilter.NotGiven] }));
        Assert.Equal(["b"], await TitlesAsync(new TalkFilter { Years = ["2025"] }));
        Assert.Equal(["c"], await TitlesAsync(new TalkFilter { Years = [TalkFilter.NotGiven] }));
        Assert.Empty(await TitlesAsync(new TalkFilter { Years = ["nonsense"] }));
        Assert.Equal(["c"], await TitlesAsync(new TalkFilter { HasTranscript = false }));
    }

    [Fact]
    public async Task Progress_tells_done_started_untouched_and_blocked_apart()
    {
        await ThreeTalksAsync();
        await _library.VerifyAsync("first claim");
        await _library.VerifyAsync("the only claim of b");
        Assert.Equal(["b"], await TitlesAsync(new TalkFilter { Progress = [TalkProgress.Done] }));
        Assert.Equal(["a"], await TitlesAsync(new TalkFilter { Progress = [TalkProgress.Started] }));
        Assert.Equal(["c"], await TitlesAsync(new TalkFilter { Progress = [TalkProgress.NotStarted] }));
        Assert.Equal(["c"], await TitlesAsync(new TalkFilter { Progress = [TalkProgress.Blocked] }));
        var list = await Talks.ListAsync(new TalkFilter(), Ct);
        Assert.Equal([1, 1, 1, 1], list.Facets.Progress.Select(p => p.Count));
        Assert.Equal(new VerdictCounts(2, 1, 0, 0, 0), list.Talks.Single(t => t.Title == "a").Claims);
    }

    [Fact]
    public async Task A_facet_counts_under_all_other_filters_but_its_own()
    {
        await ThreeTalksAsync();
        var facets = (await Talks.ListAsync(new TalkFilter { Topics = ["evals"], Speakers = ["ana-lima"] }, Ct)).Facets;
        Assert.Equal(["evals"], facets.Topics.Select(t => t.Value));
        Assert.Equal([("ana-lima", 1), ("ben-okri", 2)], facets.Speakers.Select(s => (s.Value, s.Count)).Order());
        Assert.Equal([("Show One", 1)], facets.Shows.Select(s => (s.Label!, s.Count)));
    }

    [Theory]
    [InlineData(TalkSort.Newest, "b a c")]
    [InlineData(TalkSort.Title, "a b c")]
    [InlineData(TalkSort.Longest, "a b c")]
    [InlineData(TalkSort.MostLeft, "a c b")]
    [InlineData(TalkSort.Added, "c b a")]
    [InlineData("nonsense", "b a c")]
    public async Task Lists_have_a_total_order(string sort, string expected)
    {
        await ThreeTalksAsync();
        Assert.Equal(expected, string.Join(' ', await TitlesAsync(new TalkFilter { Sort = sort })));
    }

    [Fact]
    public async Task Pages_cut_the_list_and_a_page_too_far_shows_the_last()
    {
        await ThreeTalksAsync();
        var first = await Talks.ListAsync(new TalkFilter { PageSize = 2 }, Ct);
        var last = await Talks.ListAsync(new TalkFilter { PageSize = 2, Page = 99 }, Ct);
        Assert.Equal(["b", "a"], first.Talks.Select(t => t.Title));
        Assert.Equal((2, "c"), (last.Page, Assert.Single(last.Talks).Title));
    }

    [Fact]
    public async Task Talk_shows_people_chapters_claims_and_what_it_shares_with_others()
    {
        await ThreeTalksAsync();
        var view = (await Talks.FindAsync("a", Ct))!;
        Assert.Equal([("Ana Lima", "host"), ("Ben Okri", null)], view.Talk.People.Select(p => (p.Name, p.Role)).Order());
        Assert.Equal([("Opening", 0, 1), ("Middle", 2, 2)], view.Chapters.Select(c => (c.Title, c.First!.Value, c.Last!.Value)));
        Assert.Equal(["first claim", "second claim"], view.Claims.Select(c => c.Text));
        Assert.Equal(3, view.Turns);
        Assert.Equal(["Ana Lima", "Ben Okri"], view.Shares.Select(s => s.Speaker));
        var near = Assert.Single(view.Neighbours);
        Assert.Equal("b", near.Slug);
        Assert.Equal(["Ben Okri", "evals"], near.Common.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Transcript_has_its_segments_and_a_talk_without_one_has_none()
    {
        await ThreeTalksAsync();
        Assert.Equal(3, (await Talks.TranscriptAsync("a", Ct))!.Segments.Count);
        Assert.Null(await Talks.TranscriptAsync("c", Ct));
        Assert.Empty((await Talks.SegmentsAsync("c", Ct))!);
        Assert.Null(await Talks.SegmentsAsync("nowhere", Ct));
        Assert.Null(await Talks.FindAsync("nowhere", Ct));
    }

    [Fact]
    public async Task Old_address_leads_to_the_new_one()
    {
        await ThreeTalksAsync();
        await using (var db = _library.Database.CreateDbContext())
        {
            db.TalkSlugs.Add(new TalkSlugRow { Slug = "as-it-was", TalkId = (await _library.TalksAsync())[0].Id });
            await db.SaveChangesAsync(Ct);
        }

        Assert.Equal("a", await Talks.CurrentSlugAsync("as-it-was", Ct));
        Assert.Null(await Talks.CurrentSlugAsync("never", Ct));
    }

    [Fact]
    public async Task Chapters_of_notes_are_placed_in_the_transcript_by_their_times()
    {
        TranscriptSegment[] segments = [.. new long[] { 0, 5000, 9000, 20_000 }.Select((s, n) => new TranscriptSegment(n, s, null, null, null, "x", [1, 1]))];
        ChapterRow[] rows =
        [
            new() { N = 0, Title = "one", Start = TimeSpan.Zero },
            new() { N = 1, Title = "two", Start = TimeSpan.FromSeconds(8) },
            new() { N = 2, Title = "no time" },
            new() { N = 3, Title = "too late", Start = TimeSpan.FromSeconds(99) },
        ];
        var placed = TalkParts.Place(rows, ofTranscript: false, segments, 30_000);
        Assert.Equal([0, 2, null, null], placed.Select(c => c.First));
        Assert.Equal([1, 3, null, null], placed.Select(c => c.Last));
        Assert.Equal([8000, 99_000, null, 30_000], placed.Select(c => c.EndMs));
        await Task.CompletedTask;
    }

    [Fact]
    public async Task Quote_that_nobody_judged_shows_where_its_words_stand()
    {
        await ThreeTalksAsync();
        await using var db = _library.Database.CreateDbContext();
        var claim = db.Claims.Single(c => c.Text == "second claim");
        claim.Kind = "quote";
        claim.Text = "so glad, you CAME";
        await db.SaveChangesAsync(Ct);
        var view = (await Talks.FindAsync("a", Ct))!;
        Assert.Equal(new SegmentRange(1, 1), view.Claims.Single(c => c.Kind == "quote").Where!.Segments);
    }

    private async Task<List<string?>> TitlesAsync(TalkFilter filter) => (await Talks.ListAsync(filter, Ct)).Talks.Select(t => t.Title).ToList();

    private async Task ThreeTalksAsync()
    {
        await _library.IngestAsync("a.txt",
        [
            "title: a", "show: Show One", "date: 2024-03-02", "host: Ana Lima", "topic: evals", "- first claim", "- second claim",
            "# Opening", "Ana Lima> welcome to everybody who is listening today, it is a pleasure", "Ben Okri> so glad you came", "# Middle", "Ana Lima> and now the middle part",
        ]);
        await _library.IngestAsync("b.txt", ["title: b", "date: 2025-06-01", "guest: Ben Okri", "topic: evals", "topic: agents", "- the only claim of b", "Ben Okri> a few words"]);
        await _library.IngestAsync("c.txt", ["title: c", "- a claim of c"]);
    }
}
