using TalkNotes.Core.Talks;

namespace TalkNotes.Core.Tests.Talks;

public class TranscriptFindTests
{
    [Fact]
    public void Words_are_found_across_caption_lines_whatever_their_case_and_punctuation()
    {
        var match = Assert.Single(TranscriptFind.Matches(Segments("we hide the Chains", "of thought, mostly"), "chains of THOUGHT"));
        Assert.Equal([new TranscriptMatchPart(0, 12, 18), new TranscriptMatchPart(1, 0, 10)], match.Parts);
    }

    [Fact]
    public void The_last_word_may_still_be_typed_unless_whole_words_are_asked_for()
    {
        Assert.Equal(2, TranscriptFind.Matches(Segments("an internal intern"), "inter").Count);
        Assert.Empty(TranscriptFind.Matches(Segments("an internal intern"), "inter", wholeWords: true));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("…!")]
    [InlineData("absent")]
    public void What_has_no_words_or_is_not_there_finds_nothing(string? query) => Assert.Empty(TranscriptFind.Matches(Segments("some words"), query));

    [Fact]
    public void Matches_do_not_overlap() => Assert.Equal(2, TranscriptFind.Matches(Segments("no no no no"), "no no").Count);

    private static TranscriptSegment[] Segments(params string[] texts) =>
        [.. texts.Select((text, n) => new TranscriptSegment(n, null, null, null, null, text, [n + 1, n + 1]))];
}
