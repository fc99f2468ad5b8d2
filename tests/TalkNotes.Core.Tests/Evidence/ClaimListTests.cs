using TalkNotes.Core.Evidence;

namespace TalkNotes.Core.Tests.Evidence;

public class ClaimListTests
{
    [Fact]
    public void Plain_lines_are_numbered_and_json_lines_keep_their_ids()
    {
        var list = ClaimList.Read(["First claim. ", "", """{"id": "a1", "text": "Second"}""", """{"id": 7, "text": "Third"}"""]);
        Assert.Equal([new ClaimText("1", "First claim."), new ClaimText("a1", "Second"), new ClaimText("7", "Third")], list.Claims);
        Assert.Empty(list.Problems);
    }

    [Theory]
    [InlineData("{")]
    [InlineData("{}")]
    [InlineData("{\"id\": 1}")]
    [InlineData("{\"id\": 1, \"text\": 2}")]
    public void A_line_that_is_no_claim_is_named(string line)
    {
        var list = ClaimList.Read([line, "A claim"]);
        Assert.Equal("A claim", Assert.Single(list.Claims).Text);
        Assert.StartsWith("line 1:", Assert.Single(list.Problems), StringComparison.Ordinal);
    }
}
