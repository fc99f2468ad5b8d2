using TalkNotes.Core.Talks;

namespace TalkNotes.Core.Tests.Talks;

public class SegmentRangeTests
{
    private static readonly TranscriptSegment[] Timed =
        [.. new long[] { 5, 10, 10, 20, 30 }.Select((s, n) => new TranscriptSegment(n, s * 1000, null, null, null, "words", [n + 1, n + 1]))];

    private static readonly TranscriptSegment[] Untimed =
        [.. Enumerable.Range(0, 3).Select(n => new TranscriptSegment(n, null, null, null, null, "words", [n + 1, n + 1]))];

    [Theory]
    [InlineData("s1-s3", "s1-s3")]
    [InlineData("s2", "s2")]
    [InlineData("s3-s99", "s3-s4")]
    [InlineData("0:10-0:30", "s1-s3")]
    [InlineData("0:10–0:25", "s1-s3")]
    [InlineData("0:12", "s1-s2")]
    [InlineData("0:00", "s0")]
    [InlineData("0:31", "s4")]
    [InlineData("0:25-9:59:59", "s3-s4")]
    [InlineData("0:32", null)]
    [InlineData("9:59:59", null)]
    [InlineData("9:59:58-9:59:59", null)]
    [InlineData("s5", null)]
    [InlineData("s3-s1", null)]
    [InlineData("s1-2", null)]
    [InlineData("0:30-0:10", null)]
    [InlineData("0:99", null)]
    [InlineData("nonsense", null)]
    [InlineData("s99999999999", null)]
    [InlineData("-", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void Address_names_a_range_or_nothing(string? text, string? expected) =>
        Assert.Equal(expected, SegmentRange.Parse(text, Timed)?.ToString());

    [Fact]
    public void The_end_of_the_last_words_is_the_end_where_a_source_states_it()
    {
        TranscriptSegment[] segments = [Timed[0], new TranscriptSegment(1, 10_000, 12_500, null, null, "many more words than that", [2, 2])];
        Assert.Equal("s1", SegmentRange.Parse("0:12", segments)?.ToString());
        Assert.Null(SegmentRange.Parse("0:13", segments));
    }

    [Fact]
    public void Transcript_without_times_has_no_moment() => Assert.Null(SegmentRange.Parse("0:10", Untimed));

    [Fact]
    public void Range_ends_where_the_next_words_start_or_with_the_talk()
    {
        Assert.Equal(20_000, SegmentRange.EndMs(Timed, 1, null));
        Assert.Equal(45_000, SegmentRange.EndMs(Timed, 4, 45_000));
        Assert.Null(SegmentRange.EndMs(Timed, 4, null));
        Assert.Null(SegmentRange.EndMs(Untimed, 1, 45_000));
    }

    [Fact]
    public void Whatever_comes_in_the_range_lies_in_the_transcript()
    {
        var random = new Random(11);
        const string Letters = "s0123456789:-– .";
        for (var round = 0; round < 3000; round++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(12)).Select(_ => Letters[random.Next(Letters.Length)]));
            foreach (var segments in new[] { Timed, Untimed, [] })
            {
                if (SegmentRange.Parse(text, segments) is { } range)
                {
                    Assert.InRange(range.First, 0, range.Last);
                    Assert.InRange(range.Last, range.First, segments.Length - 1);
                }
            }
        }
    }
}
