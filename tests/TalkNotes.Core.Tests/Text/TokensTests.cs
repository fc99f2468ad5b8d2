using TalkNotes.Core.Text;

namespace TalkNotes.Core.Tests.Text;

public class TokensTests
{
    [Theory]
    [InlineData("GPT-4.1", "gpt 4.1")]
    [InlineData("GPT 4.1", "gpt 4.1")]
    [InlineData("gpt4.1", "gpt 4.1")]
    [InlineData("test-time", "test time")]
    [InlineData("o1's o1’s o1", "o1 o1 o1")]
    [InlineData("4o, H100 and 13,171", "4o h100 and 13171")]
    [InlineData("Łukasz don’t", "lukasz don't")]
    public void Spellings_of_the_same_words_become_the_same(string text, string forms) =>
        Assert.Equal(forms, string.Join(' ', Tokens.Forms(text)));

    [Theory]
    [InlineData("reason", "reasoning")]
    [InlineData("continual", "continue")]
    [InlineData("chains", "chain")]
    [InlineData("three", "3")]
    public void Inflections_and_number_words_share_a_stem(string a, string b) =>
        Assert.Equal(Tokens.StemOf(a), Tokens.StemOf(b));

    [Fact]
    public void Tokens_know_where_they_stand()
    {
        const string Text = "With GPT4.1 “o1’s” 13,171!";
        Assert.Equal(["With", "GPT", "4.1", "o1’s", "13,171"], Tokens.Of(Text).Select(t => Text[t.Start..t.End]));
    }

    [Fact]
    public void Any_text_gives_tokens_inside_it_in_order()
    {
        var random = new Random(7);
        for (var round = 0; round < 2_000; round++)
        {
            var text = new string([.. Enumerable.Range(0, random.Next(0, 40)).Select(_ => (char)random.Next(1, random.Next(2) == 0 ? 128 : 0xFFFF))]);
            var end = 0;
            foreach (var token in Tokens.Of(text))
            {
                Assert.True(token.Start >= end && token.Length > 0 && token.End <= text.Length, text);
                Assert.DoesNotContain(' ', token.Form);
                end = token.End;
            }
        }
    }
}
