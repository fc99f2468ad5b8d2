using TalkNotes.Core.Documents;

namespace TalkNotes.Core.Tests.Documents;

public sealed class YouTubeTests
{
    [Theory]
    [InlineData("https://youtu.be/3K-R4yVjJfU", "3K-R4yVjJfU")]
    [InlineData("https://youtu.be/3K-R4yVjJfU?t=12", "3K-R4yVjJfU")]
    [InlineData("http://www.youtube.com/watch?v=3K-R4yVjJfU&t=10s", "3K-R4yVjJfU")]
    [InlineData("https://m.youtube.com/watch?app=desktop&v=3K-R4yVjJfU", "3K-R4yVjJfU")]
    [InlineData("https://www.youtube-nocookie.com/embed/3K-R4yVjJfU", "3K-R4yVjJfU")]
    [InlineData("https://www.youtube.com/live/3K-R4yVjJfU?si=x", "3K-R4yVjJfU")]
    [InlineData("https://www.youtube.com/shorts/3K-R4yVjJfU", "3K-R4yVjJfU")]
    [InlineData("https://www.youtube.com/watch?v=short", null)]
    [InlineData("https://www.youtube.com/@channel/3K-R4yVjJfU", null)]
    [InlineData("https://notyoutube.com/watch?v=3K-R4yVjJfU", null)]
    [InlineData("youtu.be/3K-R4yVjJfU", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void Video_id_is_taken_from_every_kind_of_address(string? address, string? id) => Assert.Equal(id, YouTube.VideoId(address));
}
