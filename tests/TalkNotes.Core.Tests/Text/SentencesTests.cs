using TalkNotes.Core.Text;

namespace TalkNotes.Core.Tests.Text;

public sealed class SentencesTests
{
    [Theory]
    [InlineData("One. Two! Three?", "One.|Two!|Three?")]
    [InlineData("It is 4.1 percent. o1 is better, e.g. at maths.", "It is 4.1 percent.|o1 is better, e.g. at maths.")]
    [InlineData("Dr. Lena Okafor of Duarte Inc. and others agree.", "Dr. Lena Okafor of Duarte Inc. and others agree.")]
    [InlineData("J. Smith said “Stop.” Then he left (twice). Nobody asked.", "J. Smith said “Stop.”|Then he left (twice).|Nobody asked.")]
    [InlineData("We believe... more than ever. It ends here", "We believe... more than ever.|It ends here")]
    [InlineData("今日は三つあります。一つ目です！終わり", "今日は三つあります。|一つ目です！|終わり")]
    [InlineData("   ", "")]
    [InlineData("...", "...")]
    public void Prose_is_cut_where_a_sentence_can_end(string text, string expected) =>
        Assert.Equal(expected, string.Join('|', Sentences.Of(text).Select(s => text[s.Start..s.End])));
}
