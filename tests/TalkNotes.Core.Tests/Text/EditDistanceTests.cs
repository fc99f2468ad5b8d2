using TalkNotes.Core.Text;

namespace TalkNotes.Core.Tests.Text;

public class EditDistanceTests
{
    [Theory]
    [InlineData("", "", 0)]
    [InlineData("reason", "reason", 0)]
    [InlineData("pokrass", "pokris", 2)]
    [InlineData("form", "from", 1)]
    [InlineData("", "abc", 3)]
    [InlineData("kitten", "sitting", 3)]
    [InlineData("abcdefgh", "xyz", 4)]
    public void Letters_that_differ_are_counted_up_to_the_limit(string a, string b, int distance) =>
        Assert.Equal(distance, EditDistance.Between(a, b, limit: 3));
}
