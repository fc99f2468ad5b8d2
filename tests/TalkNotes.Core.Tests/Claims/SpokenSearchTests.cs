using TalkNotes.Core.Claims;

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
        Assert.Equal(places, new SpokenSearch([]).Find(Transcript, query).Count);

    [Fact]
    public void Name_finds_the_other_names_of_that_person() =>
        Assert.Equal(["akopi"], new SpokenSearch([["Jakub Pachocki", "Akopi"]]).Find(Transcript, "\"Jakub Pachocki\""));

    [Fact]
    public void Any_query_gives_an_answer()
    {
        var random = new Random(3);
        const string Alphabet = "ab \"*-:O R漢";
        for (var i = 0; i < 2000; i++)
        {
            var query = string.Concat(Enumerable.Range(0, random.Next(20)).Select(_ => Alphabet[random.Next(Alphabet.Length)]));
            Assert.NotNull(new SpokenSearch([["a b", "c"]]).Find(Transcript, query));
        }
    }
}
