using TalkNotes.Core.Formats.Parts;

namespace TalkNotes.Core.Tests.Formats.Parts;

public sealed class SpeakerLabelsTests
{
    [Fact]
    public void Label_is_what_comes_again_or_a_name_among_labels()
    {
        var labels = SpeakerLabels.Among(["Ada Keller: One thing: cloth.", "So I said: no.", "Jo Winter: Yes.", "Ada Keller: And?", "Jo Winter: No.", "Mr. Lee: Late.", "A line."]);
        Assert.Equivalent(new[] { "Ada Keller", "Jo Winter", "Mr. Lee" }, labels.All, strict: true);
    }

    [Fact]
    public void Prose_with_a_colon_here_and_there_has_no_labels()
    {
        var prose = Enumerable.Repeat("It was a long day and nobody spoke.", 60);
        Assert.Empty(SpeakerLabels.Among([.. prose, "The Answer: forty-two.", "So: what now?", "So: again."]).All);
    }

    [Theory]
    [InlineData("**Host:** Hello", "Host", "Hello")]
    [InlineData("**Host**: Hello", "Host", "Hello")]
    [InlineData(">> JACOB: Hello", "JACOB", "Hello")]
    [InlineData("話者：こんにちは", "話者", "こんにちは")]
    [InlineData("Speaker 1: 10:30 it is", "Speaker 1", "10:30 it is")]
    [InlineData("Dr. José Pérez-Núñez (host): Hi", "Dr. José Pérez-Núñez (host)", "Hi")]
    public void Label_and_words_are_split(string line, string label, string words)
    {
        Assert.True(SpeakerLabel.TrySplit(line, out var found, out var text));
        Assert.Equal((label, words), (found, text));
    }

    [Theory]
    [InlineData("10:30 is late")]
    [InlineData("https://example.org: x")]
    [InlineData("Yes, he said; and then: no")]
    [InlineData("Note: this is no speaker")]
    [InlineData("one two three four five six seven eight: no")]
    [InlineData(": nothing")]
    public void Other_colons_split_nothing(string line) => Assert.False(SpeakerLabel.TrySplit(line, out _, out _));
}
