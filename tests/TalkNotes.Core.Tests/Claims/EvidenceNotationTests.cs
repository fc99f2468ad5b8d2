using TalkNotes.Core.Claims;

namespace TalkNotes.Core.Tests.Claims;

public class EvidenceNotationTests
{
    private static readonly DateOnly Today = new(2026, 4, 12);

    [Theory]
    [InlineData("118-124", 118, 124)]
    [InlineData("s118-s124", 118, 124)]
    [InlineData("118–124", 118, 124)]
    [InlineData(" 7 ", 7, 7)]
    public void Segment_numbers_are_a_range(string text, int first, int last) =>
        Assert.Equal(new SegmentsEvidence(first, last), EvidenceNotation.Parse(text, null, null, null, Today));

    [Fact]
    public void Times_are_a_moment_with_the_words_heard()
    {
        Assert.Equal(
            new MomentEvidence(TimeSpan.FromSeconds(118), TimeSpan.FromSeconds(132), "yes") { Stance = "supports" },
            EvidenceNotation.Parse("1:58-2:12", "supports", "yes", null, Today));
        Assert.Equal(new MomentEvidence(TimeSpan.FromSeconds(118), null, ""), EvidenceNotation.Parse("1:58", null, null, null, Today));
    }

    [Fact]
    public void Address_is_a_page_read_today() =>
        Assert.Equal(new UrlEvidence("https://example.org/a-b", Today) { Note = "n" }, EvidenceNotation.Parse("https://example.org/a-b", null, null, "n", Today));

    [Fact]
    public void Anything_else_is_kept_as_unreadable()
    {
        foreach (var text in new[] { "", "-", "a-b", "1:2:3:4", "99999999999999", "12-", "-3" })
        {
            Assert.IsType<UnreadableEvidence>(EvidenceNotation.Parse(text, null, null, null, Today));
        }
    }
}
