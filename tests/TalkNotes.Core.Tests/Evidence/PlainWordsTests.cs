using TalkNotes.Core.Documents;
using TalkNotes.Core.Evidence;

namespace TalkNotes.Core.Tests.Evidence;

public class PlainWordsTests
{
    [Theory]
    [InlineData("The speakers acknowledge significant limitations.", "so it is not as good as me at writing code")]
    [InlineData("Individuals frequently utilize it to purchase groceries.", "people often use it when they buy food")]
    [InlineData("It is not universally superior.", "well it's absolutely not better at everything")]
    public void Formal_words_of_a_note_find_the_plain_words_that_were_said(string claim, string said)
    {
        var index = TranscriptIndex.Of([.. Filler(4), Segment(4, said), .. Filler(4).Select((s, i) => Segment(5 + i, s.Text))]);
        var plain = new PassageFeatures(index, new ClaimQuery(claim), new NoteTerms([new ClaimQuery(claim)])).Plain;
        var (from, to) = (index.Words.Index().First(w => w.Item.Segment == 4).Index, index.Words.Index().Last(w => w.Item.Segment == 4).Index);
        var best = plain.Index().MaxBy(p => p.Item);
        Assert.True(best.Item > 0);
        var (first, end) = index.Shape.WordsOf(best.Index);
        Assert.True(first <= to && end > from, $"words {first} to {end}, said at {from} to {to}");
    }

    [Fact]
    public void A_word_that_is_said_as_written_needs_no_other() =>
        Assert.DoesNotContain(Terms.Of("use"), PlainWords.Of(Terms.Of("use")));

    [Fact]
    public void Words_about_the_talk_count_less_than_what_was_said() =>
        Assert.True(ReportingWords.Share(Terms.Of("discusses")) < ReportingWords.Share(Terms.Of("chess")));

    [Theory]
    [InlineData("it is not better", "not better")]
    [InlineData("it doesn't really scale well today", "not realli not scale not well")]
    [InlineData("never the wrong one", "not wrong not on")]
    [InlineData("not not good", "not good")]
    [InlineData("no", "")]
    public void A_denial_reaches_three_words(string text, string denied) =>
        Assert.Equal(denied, string.Join(' ', Terms.DeniedOf(text.Split(' ')).Select(t => t.Text)));

    private static IEnumerable<Segment> Filler(int count) =>
        Enumerable.Range(0, count).Select(n => Segment(n, string.Join(' ', Enumerable.Range(0, 60).Select(i => $"filler{n}x{i}"))));

    private static Segment Segment(int n, string text) => new() { Text = text, Turn = n, Lines = new LineSpan(n + 1) };
}
