using TalkNotes.Core.Documents;

namespace TalkNotes.Core.Tests.Documents;

public class TimestampTests
{
    [Theory]
    [InlineData("0:01", 1_000)]
    [InlineData("58:47", 3_527_000)]
    [InlineData("90:00", 5_400_000)]
    [InlineData("1:02:03", 3_723_000)]
    [InlineData("00:00:01.500", 1_500)]
    [InlineData("00:00:01,5", 1_500)]
    public void Times_are_read_to_the_millisecond(string text, int milliseconds)
    {
        Assert.True(Timestamp.TryParse(text, out var time));
        Assert.Equal(milliseconds, time.TotalMilliseconds);
    }

    [Theory]
    [InlineData("")]
    [InlineData("12")]
    [InlineData("1:2")]
    [InlineData("1:60")]
    [InlineData("1:60:00")]
    [InlineData("1:2:03")]
    [InlineData("a:03")]
    [InlineData("1:02:03:04")]
    [InlineData("0:01.")]
    public void What_is_no_time_is_refused(string text) => Assert.False(Timestamp.TryParse(text, out _));

    [Theory]
    [InlineData(118, "1:58")]
    [InlineData(3_723, "1:02:03")]
    public void Times_are_written_as_people_write_them(int seconds, string text) =>
        Assert.Equal(text, Timestamp.Format(TimeSpan.FromSeconds(seconds)));
}
