using TalkNotes.Core.Text;

namespace TalkNotes.Core.Tests.Text;

public class JoiningTests
{
    [Theory]
    [InlineData("about all the", "questions", true)]
    [InlineData("the post-", "training run", false)]
    [InlineData("a - ", "b", false)]
    [InlineData("これは", "本です", false)]
    [InlineData("これは", "GPT", true)]
    [InlineData("-", "well", true)]
    [InlineData("", "well", false)]
    public void Cut_lines_join_as_they_would_be_written(string left, string right, bool blank) => Assert.Equal(blank, Joining.NeedsBlank(left, right));
}
