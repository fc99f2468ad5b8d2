using TalkNotes.Core.Quotes;
using TalkNotes.Core.Quotes.Archive;
using TalkNotes.Core.Storage;
using TalkNotes.Core.Tests.Search;
using TalkNotes.Core.Text;

namespace TalkNotes.Core.Tests.Quotes;

public sealed class QuoteCheckTests : IAsyncLifetime
{
    private static readonly Glossary Terms = new([new GlossaryEntry { Term = "Karpathy", Heard = ["Carpathy"] }]);

    private readonly SearchLibrary _library = new();
    private readonly SpokenWords _words = new("unused");

    public async ValueTask InitializeAsync()
    {
        await _library.AddAsync(
            "captions",
            ["we had Carpathy on the show and", "he does not think that scaling", "alone will be enough for robots", "nothing else was said today"],
            start: n => TimeSpan.FromSeconds(2 * n));
        await _library.AddAsync(
            "labelled",
            ["Noam Brown: One way to think about reasoning is time.", "Sonya Huang: What is the capital of Bhutan?", "Noam Brown: I actually do not know that one."]);
    }

    public ValueTask DisposeAsync()
    {
        _words.Dispose();
        _library.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Words_over_caption_lines_are_found_with_their_place()
    {
        var result = await CheckAsync("not think that scaling alone will be enough");
        Assert.Equal(QuoteVerdict.Verbatim, result.Verdict);
        Assert.Equal("captions", result.Match!.Talk);
        Assert.Equal([1, 2], result.Match.Segments);
        Assert.Equal((2000L, 6000L), (result.Match.StartMs, result.Match.EndMs));
        Assert.Equal([2, 3], result.Match.Source.Lines);
        Assert.Equal("not think that scaling alone will be enough", result.Match.Text);
        Assert.Equal("we had Carpathy on the show and he does", result.Match.Before);
    }

    [Fact]
    public async Task A_known_name_in_front_of_the_words_is_who_is_named()
    {
        var result = await CheckAsync("Noam Brown: One way to think about reasoning is time.");
        Assert.Equal((QuoteVerdict.Verbatim, "Noam Brown", SpeakerCheck.Same), (result.Verdict, result.Named, result.SpeakerCheck));
        Assert.Equal(QuoteVerdict.Misattributed, (await CheckAsync("Noam Brown: What is the capital of Bhutan?")).Verdict);
        Assert.Null((await CheckAsync("Nobody Known: What is the capital of Bhutan?")).Named);
    }

    [Fact]
    public async Task Sentences_that_were_not_said_together_are_each_found_alone()
    {
        var whole = await CheckAsync("I actually do not know that one. He does not think that scaling alone will be enough. Elephants sing opera in the rain. They do.");
        Assert.Equal(QuoteVerdict.NotFound, whole.Verdict);
        var each = await Check().SentencesAsync(whole, talk: null, TestContext.Current.CancellationToken);
        Assert.Equal(
            [(QuoteVerdict.Verbatim, "labelled", QuoteLength.Fits), (QuoteVerdict.Verbatim, "captions", QuoteLength.Fits), (QuoteVerdict.NotFound, null, QuoteLength.Fits), (QuoteVerdict.NotFound, null, QuoteLength.TooShort)],
            each.Select(e => (e.Verdict, e.Match?.Talk, e.Length)));
        Assert.Empty(await Check().SentencesAsync(await CheckAsync("I actually do not know that one."), talk: null, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_dropped_negation_is_found_and_named()
    {
        var result = await CheckAsync("he does think that scaling alone will be enough");
        Assert.Equal(QuoteVerdict.Altered, result.Verdict);
        Assert.Equal(QuoteChange.Negation, Assert.Single(result.Diff, d => d.Op != QuoteOp.Equal).Change);
    }

    [Fact]
    public async Task What_everybody_says_is_also_looked_for_where_the_named_person_speaks()
    {
        for (var n = 0; n < 40; n++)
        {
            await _library.AddAsync($"common-{n}", ["Bob Stone: I think that is a really good point to make.", $"Kim Wood: Thank you very much for number {n}."]);
        }

        await _library.AddAsync("hers", ["Ann Lee: I think that is a really good point to make.", "Kim Wood: So it is, and thank you for it."]);
        var result = await CheckAsync("I think that is a really good point to make", "Ann Lee");
        Assert.Equal((QuoteVerdict.Verbatim, "hers"), (result.Verdict, result.Match!.Talk));
        Assert.Equal(QuoteVerdict.Misattributed, (await CheckAsync("I think that is a really good point to make", "Kim Wood")).Verdict);
    }

    [Fact]
    public async Task Glossary_spellings_count_as_the_same_word() =>
        Assert.Equal(QuoteVerdict.NearVerbatim, (await CheckAsync("we had Karpathy on the show")).Verdict);

    [Theory]
    [InlineData("Sonya Huang", QuoteVerdict.Misattributed, SpeakerCheck.Other)]
    [InlineData("Noam Brown", QuoteVerdict.Verbatim, SpeakerCheck.Same)]
    [InlineData(null, QuoteVerdict.Verbatim, SpeakerCheck.NotNamed)]
    public async Task The_label_of_the_passage_decides_who_said_it(string? speaker, QuoteVerdict verdict, SpeakerCheck check)
    {
        var result = await CheckAsync("I actually do not know that one", speaker);
        Assert.Equal((verdict, check, "Noam Brown", "noam-brown"), (result.Verdict, result.SpeakerCheck, result.Match!.Speaker, result.Match.SpeakerSlug));
    }

    [Theory]
    [InlineData("the humanoid robots will be in most homes by then")]
    [InlineData("(((")]
    [InlineData("")]
    public async Task Words_that_nobody_said_are_not_found(string text)
    {
        var result = await CheckAsync(text);
        Assert.Equal(QuoteVerdict.NotFound, result.Verdict);
        Assert.Null(result.Match);
        Assert.Empty(result.Diff);
    }

    [Theory]
    [InlineData("not think that", QuoteLength.TooShort)]
    [InlineData("he does not think", QuoteLength.Fits)]
    public async Task Fewer_than_four_words_stand_anywhere(string text, QuoteLength length) => Assert.Equal(length, (await CheckAsync(text)).Length);

    [Fact]
    public async Task One_talk_can_be_asked_alone()
    {
        Assert.Equal(QuoteVerdict.NotFound, (await CheckAsync("he does not think that scaling", talk: "labelled")).Verdict);
        Assert.Equal(QuoteVerdict.Verbatim, (await CheckAsync("he does not think that scaling", talk: "captions")).Verdict);
        Assert.Equal(QuoteVerdict.NotFound, (await CheckAsync("he does not think that scaling", talk: "no-such-talk")).Verdict);
    }

    [Theory]
    [InlineData("copper is what we need … silver would be much better", QuoteVerdict.Verbatim)]
    [InlineData("copper is what we really need … silver would be much better", QuoteVerdict.Altered)]
    [InlineData("copper is what we need, uh … silver would be much better", QuoteVerdict.NearVerbatim)]
    [InlineData("copper is what we need silver would be much better", QuoteVerdict.NotFound)]
    [InlineData("silver would be much better … copper is what we need", QuoteVerdict.NotFound)]
    [InlineData("copper is what we need … much better", QuoteVerdict.NotFound)]
    public async Task Parts_far_apart_are_traced_to_both_places_and_what_lies_between_is_counted(string text, QuoteVerdict verdict)
    {
        var between = Enumerable.Range(0, 90).Select(n => $"sentence number {n} of many others here.");
        await _library.AddAsync("far", ["I said copper is what we need", .. between, "and silver would be much better"]);
        var result = await CheckAsync(text);
        Assert.True(verdict == result.Verdict || (verdict == QuoteVerdict.NotFound && result.Verdict == QuoteVerdict.Altered), $"{result.Verdict}");
        if (verdict != QuoteVerdict.NotFound)
        {
            var hidden = Assert.Single(result.Diff, d => d.Change == QuoteChange.Hidden);
            Assert.InRange(hidden.Skipped, 500, 630);
            Assert.Contains($"[… {hidden.Skipped} words …]", hidden.Said, StringComparison.Ordinal);
            Assert.True(hidden.Risk);
            Assert.Equal([0, 91], result.Match!.Segments);
            Assert.Equal([1, 92], result.Match.Source.Lines);
        }
    }

    [Fact]
    public async Task Of_equal_places_the_talk_published_first_is_named()
    {
        const string words = "we will have it by the autumn of next year";
        await _library.AddAsync("copy", [words]);
        await _library.AddAsync("later", [words], talk: t => t.Published = new DateOnly(2026, 2, 1));
        await _library.AddAsync("earlier", [words], talk: t => t.Published = new DateOnly(2025, 2, 1));
        var result = await CheckAsync(words);
        Assert.Equal(["earlier", "later", "copy"], result.Alternatives.Prepend(result.Match!).Select(m => m.Talk));
    }

    [Fact]
    public async Task What_changes_in_the_library_is_known_to_the_next_question()
    {
        const string words = "a talk that came in only now";
        Assert.Equal(QuoteVerdict.NotFound, (await CheckAsync(words)).Verdict);
        await _library.AddAsync("new", [$"this is {words}"]);
        Assert.Equal("new", (await CheckAsync(words)).Match!.Talk);
        Assert.Equal("captions", (await CheckAsync("he does not think that scaling")).Match!.Talk);
    }

    [Fact]
    public async Task Quotes_that_a_source_prints_are_checked_against_its_own_talk()
    {
        await _library.AddAsync("printed", ["we buy a lot of compute because we believe"], talk: t => t.Title = "Printed");
        await using (var db = _library.CreateDbContext())
        {
            var talk = db.Talks.Single(t => t.Slug == "printed").Id;
            db.Claims.AddRange(Quote("good", "we buy a lot of compute"), Quote("bad", "we buy a lot of chips because we believe"), Quote("far", "he does not think that scaling"));
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);

            ClaimRow Quote(string id, string text) => new()
            {
                PublicId = id, TalkId = talk, TextHash = id, Text = text, Kind = "quote", Origin = "ai",
            };
        }

        var claims = new QuoteClaims(_library, Check(), () => Terms);
        var results = await claims.ForTalkAsync("printed", TestContext.Current.CancellationToken);
        Assert.Equal(
            [("bad", QuoteVerdict.Altered), ("far", QuoteVerdict.NotFound), ("good", QuoteVerdict.Verbatim)],
            results.OrderBy(r => r.Key, StringComparer.Ordinal).Select(r => (r.Key, r.Value.Verdict)));
        Assert.Equal(QuoteVerdict.Verbatim, (await claims.ForClaimAsync("good", TestContext.Current.CancellationToken))!.Verdict);
        Assert.Null(await claims.ForClaimAsync("nothing", TestContext.Current.CancellationToken));
    }

    private Task<QuoteResult> CheckAsync(string text, string? speaker = null, string? talk = null) =>
        Check().CheckAsync(text, speaker, talk, TestContext.Current.CancellationToken);

    private QuoteCheck Check() => new(_library, _words, () => Terms);
}
