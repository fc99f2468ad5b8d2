using TalkNotes.Web.Pages.Notes;

namespace TalkNotes.Web.Tests.Pages;

public class DifferenceTests
{
    [Theory]
    [InlineData("o1 is better at math than essays", "o1 is better at mathematics than essays", "o1 is better at ", "math", "mathematics", " than essays")]
    [InlineData("one two", "one two three", "one two", "", " three", "")]
    [InlineData("one two three", "two three", "", "one ", "", "two three")]
    [InlineData("a a", "a a a", "a a", "", " a", "")]
    [InlineData("old", "new", "", "old", "new", "")]
    [InlineData("same", "same", "same", "", "", "")]
    [InlineData("", "all new", "", "", "all new", "")]
    public void Wordings_part_ways_at_whole_words(string before, string after, string start, string removed, string added, string end)
    {
        var difference = Difference.Of(before, after);
        Assert.Equal(new Difference(start, removed, added, end), difference);
        Assert.Equal((before, after), (start + removed + end, start + added + end));
    }
}
