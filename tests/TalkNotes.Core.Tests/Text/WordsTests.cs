using TalkNotes.Core.Text;

namespace TalkNotes.Core.Tests.Text;

public class WordsTests
{
    [Theory]
    [InlineData("It’s GPT-4.1, really.", "it's gpt 4.1 really")]
    [InlineData("13,171 words", "13,171 words")]
    [InlineData("Łukasz Žižek café", "lukasz zizek cafe")]
    [InlineData("post- training", "post training")]
    [InlineData("東京 talk", "東 京 talk")]
    [InlineData("", "")]
    public void Text_is_cut_into_folded_words(string text, string words) =>
        Assert.Equal(words, string.Join(' ', Words.Of(text).Select(w => w.Folded)));

    [Fact]
    public void Words_know_where_they_stand()
    {
        const string Text = "So: “Don’t panic” 😀 4.1!";
        Assert.Equal(["So", "Don’t", "panic", "4.1"], Words.Of(Text).Select(w => Text.Substring(w.Start, w.Length)));
    }
}
