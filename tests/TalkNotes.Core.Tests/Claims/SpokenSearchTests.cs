using TalkNotes.Core.Claims;
using TalkNotes.Core.Text;

namespace TalkNotes.Core.Tests.Claims;

public class SpokenSearchTests
{
    private static readonly TranscriptWords Transcript = new("sha",
        [new TranscriptSegment("the models reason about the maths", null, null, null), new TranscriptSegment("and Akopi said reasoning is hard", null, null, null)]);

    [Theory]
    [InlineData("models maths", 1)]
    [InlineData("\"reason about\"", 1)]
    [InlineData("\"about reason\"", 0)]
    [InlineData("reason*", 2)]
    [InlineData("cats OR maths", 1)]
    [InlineData("talk:slug maths", 1)]
    [InlineData("maths -reason", 1)]
    [InlineData("cats maths", 0)]
    [InlineData("", 0)]
    [InlineData("\"", 0)]
    [InlineData("OR OR *", 0)]
    public void Words_phrases_prefixes_and_alternatives_are_found(string query, int places) =>
        Assert.Equal(places, new SpokenSearch(Transcript, Glossary.Empty, []).Find(query).Count);

    [Fact]
    public void Name_finds_the_other_names_of_that_person() =>
        Assert.Equal(["akopi"], new SpokenSearch(Transcript, Glossary.Empty, [["Jakub Pachocki", "Akopi"]]).Find("\"Jakub Pachocki\""));

    [Fact]
    public void Search_that_finds_very_much_keeps_its_first_places()
    {
        var many = new TranscriptWords("sha", [.. Enumerable.Range(0, 90).Select(i => new TranscriptSegment($"maths number {i}", null, null, null))]);
        Assert.Equal(50, new SpokenSearch(many, Glossary.Empty, []).Find("maths").Count);
    }
}
