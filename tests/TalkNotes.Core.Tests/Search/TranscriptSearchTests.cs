using TalkNotes.Core.Search;
using TalkNotes.Core.Text;

namespace TalkNotes.Core.Tests.Search;

public class TranscriptSearchTests
{
    private static readonly Glossary Names = Glossary.Parse("""
        - term: GPT
          kind: model
          heard: [GBT]
        - term: chain of thought
          heard: [train of thought]
        """);

    private static readonly string[] Segments =
        ["The models reason about the maths", "and Akopi said reasoning is hard.", "With GBT 4.1 the train of", "thought was long, and 41 is fast."];

    [Theory]
    [InlineData("models maths", "0-0 models reason about the maths")]
    [InlineData("\"reason about\"", "0-0 reason about")]
    [InlineData("\"about reason\"", "")]
    [InlineData("reason", "0-0 reason|1-1 reasoning")]
    [InlineData("reas*", "0-0 reason|1-1 reasoning")]
    [InlineData("cats OR maths", "0-0 maths")]
    [InlineData("talk:slug maths -models", "0-0 maths")]
    [InlineData("chain of thought", "2-3 train of thought")]
    [InlineData("GPT-4.1", "2-2 gbt 4.1|2-2 4.1|3-3 41")]
    [InlineData("NEAR(maths said, 3)", "0-1 maths and akopi said")]
    [InlineData("models fast cats", "")]
    [InlineData("", "")]
    [InlineData("OR \" *", "")]
    public void Queries_find_their_places_with_the_variants_of_search(string query, string places) =>
        Assert.Equal(places, string.Join('|', Find(query).Select(p => $"{p.FirstSegment}-{p.LastSegment} {p.Words}")));

    [Fact]
    public void Names_of_one_person_find_each_other()
    {
        var found = Assert.Single(new TranscriptSearch(Segments, Glossary.Empty, [["Jakub Pachocki", "Akopi"]]).Find("\"Jakub Pachocki\""));
        Assert.Equal((1, 1, "akopi"), (found.FirstSegment, found.LastSegment, found.Words));
    }

    [Fact]
    public void Every_string_has_an_answer_in_order()
    {
        var random = new Random(9);
        var search = new TranscriptSearch(Segments, Names, [["Jakub Pachocki", "Akopi"], []]);
        for (var i = 0; i < 2_000; i++)
        {
            var places = search.Find(QueryStrings.Next(random));
            Assert.All(places, p => Assert.InRange(p.LastSegment, p.FirstSegment, Segments.Length - 1));
            Assert.Equal(places.OrderBy(p => p.FirstSegment), places);
        }
    }

    [Fact]
    public void A_transcript_without_words_has_no_places() => Assert.Empty(new TranscriptSearch([], Names, []).Find("reason"));

    private static IReadOnlyList<TranscriptPlace> Find(string query) => new TranscriptSearch(Segments, Names, []).Find(query);
}
