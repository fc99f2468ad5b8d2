using TalkNotes.Core.Talks;

namespace TalkNotes.Core.Tests.Talks;

public class WordMarksTests
{
    private static readonly TranscriptSegment[] Segments = [.. new[] { "Is your model for you,", "or yours? GPT4.1", "said you." }.Select((t, n) => Segment(n, t))];

    [Theory]
    [InlineData("18-21", "0:you")]
    [InlineData("18-21.45-48", "0:you|2:you")]
    [InlineData("8-13", "0:model")]
    [InlineData("18-25", "0:you,|1:or")]
    [InlineData("33-36.36-39", "1:GPT|1:4.1")]
    [InlineData("3-6", "")]
    [InlineData("18-21.3-7", "0:you")]
    [InlineData("2-7", "")]
    [InlineData("18-22", "")]
    [InlineData("0-9999", "")]
    [InlineData("5-5.x-9.-.7", "")]
    [InlineData("99999999999-3", "")]
    [InlineData(null, "")]
    public void Whole_words_of_the_range_are_marked_and_nothing_else(string? marks, string marked) =>
        Assert.Equal(marked, string.Join('|', WordMarks.Parse(marks, Segments, new SegmentRange(0, 2)).SelectMany(m => m.Parts).Select(p => $"{p.Segment}:{Segments[p.Segment].Text[p.From..p.To]}")));

    [Fact]
    public void Without_a_range_nothing_is_marked() => Assert.Empty(WordMarks.Parse("0-2", Segments, null));

    [Fact]
    public void Ranges_that_touch_are_written_as_one() => Assert.Equal("10-16.20-22", WordMarks.Write([[0, 3], [3, 6], [10, 12]], 10));

    private static TranscriptSegment Segment(int n, string text) => new(n, null, null, null, null, text, [n + 1, n + 1]);
}
