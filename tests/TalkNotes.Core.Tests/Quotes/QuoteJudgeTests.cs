using TalkNotes.Core.Quotes;
using TalkNotes.Core.Quotes.Archive;
using static TalkNotes.Core.Tests.Quotes.Quoting;

namespace TalkNotes.Core.Tests.Quotes;

public class QuoteJudgeTests
{
    private const string Compute = "So I don't think we will need 25 percent more compute\nthan OpenAI used for the post-\ntraining of this model.";

    [Theory]
    [InlineData("I don't think we will need 25 percent more compute than OpenAI used")]
    [InlineData("I DON’T THINK WE WILL NEED, 25 PERCENT MORE COMPUTE; THAN OPENAI USED")]
    [InlineData("“used for the post-training of this model”")]
    [InlineData("used for the post training of this model.")]
    public void The_same_words_are_verbatim(string quoted) => Assert.Equal(QuoteVerdict.Verbatim, Verdict(Compute, quoted));

    [Theory]
    [InlineData("I do not think we'll need 25% more compute than OpenAI used")]
    [InlineData("I don't think we will need twenty-five percent more compute")]
    [InlineData("I don't think, you know, we will need uh 25 percent more compute")]
    public void Contractions_number_formats_and_fillers_are_near_verbatim(string quoted) =>
        Assert.Equal(QuoteVerdict.NearVerbatim, Verdict(Compute, quoted));

    [Theory]
    [InlineData("I think we will need 25 percent more compute than OpenAI used", QuoteChange.Negation)]
    [InlineData("I do think we will need 25 percent more compute than OpenAI used", QuoteChange.Negation)]
    [InlineData("I don't think we will not need 25 percent more compute than OpenAI used", QuoteChange.Negation)]
    [InlineData("I don't think we will need 26 percent more compute than OpenAI used", QuoteChange.Number)]
    [InlineData("I don't think we will need twenty-six percent more compute than OpenAI used", QuoteChange.Number)]
    [InlineData("I don't think we will need 25 million more compute than OpenAI used", QuoteChange.Number)]
    [InlineData("I don't think we will need 25 percent less compute than OpenAI used", QuoteChange.Comparative)]
    [InlineData("I don't think we will need 25 percent more compute than Anthropic used", QuoteChange.Name)]
    [InlineData("I don't think we will need 25 percent more data than OpenAI used", QuoteChange.Word)]
    [InlineData("I don't think we will need more compute than OpenAI used for the post-training", QuoteChange.Number)]
    public void One_changed_word_is_altered_and_named(string quoted, QuoteChange change)
    {
        Assert.Equal(QuoteVerdict.Altered, Verdict(Compute, quoted));
        Assert.Equal(change, Change(Compute, quoted));
    }

    [Theory]
    [InlineData("I said it’s “really” a co­operative model", "I said it's \"really\" a cooperative model")]
    [InlineData("they don't know — yet — what it is", "THEY DON’T KNOW, YET, WHAT IT IS…")]
    [InlineData("they don't know what it is", "they don&#39;t know&nbsp;what it is")]
    [InlineData("Fußball in São Paulo and Łódź", "fussball in Sao Paulo and Lodz")]
    [InlineData("the fine-tuning was long", "the \u202Afine-tuning\u202C was\u00A0long")]
    public void Typography_and_what_pages_hide_in_words_change_nothing(string said, string quoted) =>
        Assert.Equal(QuoteVerdict.Verbatim, Verdict(said, quoted));

    [Theory]
    [InlineData("it starts at 8:00 AM in Tokyo", "it starts at 8 a.m. in Tokyo")]
    [InlineData("it starts at 10:10 in Tokyo", "it starts at ten ten in Tokyo")]
    [InlineData("we need twenty to thirty percent of it", "we need 20–30% of it")]
    [InlineData("we need $20 to 30 million for it", "we need $20-30 million for it")]
    [InlineData("as in the nineteen nineties they did", "as in the 1990s they did")]
    [InlineData("it has one point five million users today", "it has 1.5 million users today")]
    [InlineData("we had two hundred and five of them", "we had 205 of them")]
    public void Ways_to_write_a_number_are_near_verbatim(string said, string quoted) =>
        Assert.Equal(QuoteVerdict.NearVerbatim, Verdict(said, quoted));

    [Theory]
    [InlineData("it starts at 8:30 AM in Tokyo", "it starts at 8 a.m. in Tokyo")]
    [InlineData("we need twenty to thirty percent of it", "we need 20–40% of it")]
    [InlineData("we need twenty to thirty percent of it", "we need 30% of it")]
    [InlineData("it is what models like GPT do here", "it is what models GPT do here")]
    [InlineData("this is what it is to be", "this is what it is to be like")]
    [InlineData("tell us what I mean by all this", "tell us what by all this")]
    [InlineData("this is what I did and I do for a living", "this is what I do for a living")]
    [InlineData("it is made for me for you to see", "it is made for you to see")]
    [InlineData("well I mean that's a really deep topic for us", "well I mean a really deep topic for us")]
    [InlineData("Karpathy was at the lab back then", "Andrej Karpathy was at the lab back then")]
    public void What_only_looks_harmless_is_altered(string said, string quoted) =>
        Assert.Equal(QuoteVerdict.Altered, Verdict(said, quoted));

    [Theory]
    [InlineData("we are not as some people say going to sell it", "we are … going to sell it")]
    [InlineData("I see why you ask but I do not believe it", "I see why you ask … believe it")]
    public void An_ellipsis_cannot_cut_a_denial_from_what_it_denies(string said, string quoted) =>
        Assert.Equal(QuoteChange.Negation, Change(said, quoted));

    [Fact]
    public void A_changed_unit_is_named() => Assert.Equal(QuoteChange.Unit, Change("it ran for about ten hours on that machine", "it ran for about ten days on that machine"));

    [Theory]
    [InlineData("it it is a a model that works", "it is a model that works")]
    [InlineData("so I think I think it works for us all", "so I think it works for us all")]
    [InlineData("and the th- the reason it works is simple", "and the reason it works is simple")]
    [InlineData("as I said it was it is a model that really works", "as I said it is a model that really works")]
    [InlineData("you're not supposed to supervise the train of thought", "you're not supposed to supervise the chain of thought")]
    [InlineData("Carpathy released, you know, a pretty viral version of of uh using these", "Karpathy released a pretty viral version of using these")]
    [InlineData("we trained GPT 41 on a lot of code", "we trained GPT-4.1 on a lot of code")]
    [InlineData("the pretraining of the model was long", "the pre training of the model was long")]
    public void Stutters_false_starts_and_glossary_spellings_are_near_verbatim(string said, string quoted) =>
        Assert.Equal(QuoteVerdict.NearVerbatim, Verdict(said, quoted));

    [Theory]
    [InlineData("in short we can we must act on this right away", "in short we must act on this right away")]
    [InlineData("I'd like to see the way it works", "I'd to see the way it works")]
    [InlineData("it is not not a problem for the team", "it is not a problem for the team")]
    [InlineData("in twenty twenty we had no such models at all", "in twenty we had no such models at all")]
    public void What_only_looks_like_a_filler_or_a_stutter_is_a_word(string said, string quoted) =>
        Assert.Equal(QuoteVerdict.Altered, Verdict(said, quoted));

    [Fact]
    public void An_ellipsis_shows_what_it_hides()
    {
        var place = Check(Compute, "I don't think we will need 25 percent … of this model.")!;
        Assert.Equal(QuoteVerdict.Verbatim, place.Verdict);
        var hidden = Assert.Single(place.Reading.Differences, d => d.Change == QuoteChange.Hidden);
        Assert.Equal("more compute than OpenAI used for the post-training", hidden.Said);
        Assert.True(hidden.Risk);
    }

    [Fact]
    public void An_ellipsis_cannot_swallow_a_lone_denial() =>
        Assert.Equal(QuoteVerdict.Altered, Verdict("I do not think it is a problem", "I do … think it is a problem"));

    [Theory]
    [InlineData("[W]e will need 25 percent more compute", QuoteVerdict.Verbatim)]
    [InlineData("we will need 25 percent more compute than [the company] used", QuoteVerdict.Altered)]
    [InlineData("I don't think we [here] will need 25 percent more compute", QuoteVerdict.NearVerbatim)]
    [InlineData("I don't think we will [not] need 25 percent more compute", QuoteVerdict.Altered)]
    public void Brackets_mark_a_change_but_cannot_hide_a_detail(string quoted, QuoteVerdict verdict) =>
        Assert.Equal(verdict, Verdict(Compute, quoted));

    [Fact]
    public void A_remark_of_the_transcriber_was_not_said() =>
        Assert.Equal(QuoteVerdict.Verbatim, Verdict("I actually don't know. [laughs] But there's a benefit", "I actually don't know. But there's a benefit"));

    [Fact]
    public void A_short_assent_of_another_speaker_may_be_left_out() => Assert.Equal(
        QuoteVerdict.NearVerbatim,
        Verdict("Noam Brown: it thinks for longer\nSonya Huang: Yeah.\nNoam Brown: and that is why it works", "it thinks for longer and that is why it works"));

    [Theory]
    [InlineData("Noam Brown", QuoteVerdict.Verbatim)]
    [InlineData("Brown", QuoteVerdict.Verbatim)]
    [InlineData("Sonya Huang", QuoteVerdict.Misattributed)]
    [InlineData(null, QuoteVerdict.Verbatim)]
    public void Words_of_another_speaker_are_misattributed(string? speaker, QuoteVerdict verdict) => Assert.Equal(
        verdict, Verdict("Sonya Huang: What is it?\nNoam Brown: It thinks for longer than before.", "It thinks for longer than before", speaker));

    [Theory]
    [InlineData("Noam Brown", QuoteVerdict.Misattributed, SpeakerCheck.Partly)]
    [InlineData("Sonya Huang", QuoteVerdict.Misattributed, SpeakerCheck.Other)]
    [InlineData(null, QuoteVerdict.Verbatim, SpeakerCheck.NotNamed)]
    public void Words_of_two_speakers_are_not_one_speakers(string? speaker, QuoteVerdict verdict, SpeakerCheck check)
    {
        var place = Check("Noam Brown: It thinks for longer than before.\nSonya Huang: So what does it think about?", "It thinks for longer than before. So what does it think about?", speaker)!;
        Assert.Equal((verdict, check), (place.Verdict, place.SpeakerCheck));
        Assert.Equal(["Noam Brown", "Sonya Huang"], place.Speakers);
    }

    [Theory]
    [InlineData("It thinks for longer than before.")]
    [InlineData("Speaker 1: It thinks for longer than before.")]
    public void Without_a_marked_speaker_nothing_is_misattributed(string said)
    {
        var place = Check(said, "It thinks for longer than before", "Sonya Huang")!;
        Assert.Equal((QuoteVerdict.Verbatim, SpeakerCheck.NotMarked, null), (place.Verdict, place.SpeakerCheck, place.Speaker));
    }

    [Fact]
    public void Other_words_on_the_same_matter_are_not_found() => Assert.Equal(
        QuoteVerdict.NotFound, Verdict(Compute, "We expect a fully automated researcher that needs much more compute by the end of next year."));

    [Fact]
    public void The_later_place_is_preferred_to_the_cold_open_unless_only_that_is_exact()
    {
        var clip = "the models are now capable enough to change how things are done";
        var filling = string.Join('\n', Enumerable.Range(0, 40).Select(i => $"caption number {i} about nothing at all"));
        var same = Places($"{clip}\n{filling}\n{clip}", clip);
        Assert.Equal((41, false), (same[0].First, same[0].ColdOpen));
        Assert.Equal((0, true), (same[1].First, same[1].ColdOpen));

        var cut = Places($"{clip}\n{filling}\nthe models are now um capable enough to, uh, change how things are done", clip);
        Assert.Equal((0, QuoteVerdict.Verbatim), (cut[0].First, cut[0].Verdict));
    }

    private static IReadOnlyList<QuotePlace> Places(string said, string quoted)
    {
        var segments = Said(said);
        var parsed = QuotedText.Parse(quoted);
        var windows = WordArchive.Of(segments).Find(parsed, null)
            .Select(w => new QuoteCandidate(0, 0, w.FirstSegment, segments.Count, segments.GetRange(w.FirstSegment, w.LastSegment - w.FirstSegment + 1)));
        return QuoteJudge.Judge(parsed, null, windows, Glossary, SpeakerNames.Plain);
    }
}
