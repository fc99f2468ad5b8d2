using TalkNotes.Core.Quotes;

namespace TalkNotes.Core.Tests.Quotes;

public class QuotedTextTests
{
    [Theory]
    [InlineData("“We are buying a lot of compute.” Jakub Pachocki", "We are buying a lot of compute.", "Jakub Pachocki")]
    [InlineData("\"We are buying a lot of compute\" — Jakub Pachocki", "We are buying a lot of compute", "Jakub Pachocki")]
    [InlineData("“We are buying a lot of compute.”", "We are buying a lot of compute.", null)]
    [InlineData("We are buying a lot of compute", "We are buying a lot of compute", null)]
    [InlineData("“Thinking” longer enables the model", "“Thinking” longer enables the model", null)]
    [InlineData("", "", null)]
    public void Marks_around_the_whole_and_a_name_behind_are_taken_off(string pasted, string text, string? speaker)
    {
        var quoted = QuotedText.Parse(pasted);
        Assert.Equal((text, speaker), (quoted.Text, quoted.Speaker));
    }

    [Theory]
    [InlineData("“We are buying a lot of compute,” she said.", "We are buying a lot of compute,", null, "she said")]
    [InlineData("“We are buying a lot of compute,” said Jakub Pachocki of OpenAI.", "We are buying a lot of compute,", "Jakub Pachocki", "said Jakub Pachocki of OpenAI")]
    [InlineData("\"We are buying,\" Pachocki explained, \"a lot of compute.\"", "We are buying, a lot of compute.", "Pachocki", "Pachocki explained")]
    [InlineData("“We are buying a lot of compute” in the long run", "“We are buying a lot of compute” in the long run", null, null)]
    [InlineData("“Thinking,” he said, “pays”", "“Thinking,” he said, “pays”", null, null)]
    [InlineData("and he said “we are buying a lot of compute”", "and he said “we are buying a lot of compute”", null, null)]
    public void Words_of_reporting_behind_or_between_the_marks_are_set_aside(string pasted, string text, string? speaker, string? aside)
    {
        var quoted = QuotedText.Parse(pasted);
        Assert.Equal((text, speaker, aside), (quoted.Text, quoted.Speaker, quoted.Aside));
    }

    [Theory]
    [InlineData("Noam Brown: Maybe they need to be better.", "Noam Brown", "Maybe they need to be better.")]
    [InlineData("Noam Brown: “Maybe they need to be better.”", "Noam Brown", "Maybe they need to be better.")]
    [InlineData("the point is: it works", null, null)]
    [InlineData("Noam Brown:", null, null)]
    public void A_name_in_front_can_be_taken_off(string pasted, string? speaker, string? text)
    {
        var bare = QuotedText.Parse(pasted).WithoutLabel();
        Assert.Equal((speaker, text), (bare?.Speaker, bare?.Text));
    }

    [Theory]
    [InlineData("one two … three four", 2)]
    [InlineData("one two ... three four", 2)]
    [InlineData("one two . . . three four", 2)]
    [InlineData("one two [...] three four", 2)]
    public void An_ellipsis_stands_before_the_word_that_follows(string pasted, int word)
    {
        var quoted = QuotedText.Parse(pasted);
        Assert.Equal([word], Enumerable.Range(0, quoted.Tokens.Count).Where(i => quoted.GapBefore[i]));
    }

    [Theory]
    [InlineData("… one two. Three …")]
    [InlineData("one. two.")]
    public void Full_stops_and_an_ellipsis_at_an_end_hide_nothing(string pasted) => Assert.DoesNotContain(true, QuotedText.Parse(pasted).GapBefore);

    [Fact]
    public void Letters_in_brackets_belong_to_their_word()
    {
        var quoted = QuotedText.Parse("[W]e want[ed] it");
        Assert.Equal(["we", "wanted", "it"], quoted.Tokens.Select(t => t.Key));
        Assert.Equal([false, true, false], quoted.Tokens.Select(t => t.Bracketed));
    }
}
