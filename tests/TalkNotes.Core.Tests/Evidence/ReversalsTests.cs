using TalkNotes.Core.Documents;
using TalkNotes.Core.Evidence;

namespace TalkNotes.Core.Tests.Evidence;

public class ReversalsTests
{
    [Theory]
    [InlineData("Alignment is not a nebulous problem.", "alignment is a very nebulous problem", "negation")]
    [InlineData("Robots can cook dinner.", "robots can never cook dinner", "negation")]
    [InlineData("They need more compute.", "we need less compute", "comparison")]
    [InlineData("It is easier to verify.", "it is harder to verify", null)]
    [InlineData("Alignment is not solved.", "alignment isn't solved", null)]
    [InlineData("They talk about prior models.", "welcome back to No Priors models and more", null)]
    [InlineData("They need more compute.", "we need more compute", null)]
    public void A_denial_or_comparison_the_other_way_is_found(string claim, string said, string? kind)
    {
        var about = string.Concat(Enumerable.Range(0, 400).Select(i => $"something else {i} "));
        var transcript = TranscriptIndex.Of([new Segment { Text = about, Lines = new LineSpan(3) }, new Segment { Text = said, Lines = new LineSpan(4) }]);
        var reversals = EvidenceRanker.Rank(transcript, [new ClaimText("a", claim)]).Single().Reversals;
        if (kind is null)
        {
            Assert.Empty(reversals);
        }
        else
        {
            Assert.Contains(kind, reversals.Select(r => r.Kind));
            Assert.All(reversals, r => Assert.Contains(r.Said, said, StringComparison.Ordinal));
        }
    }
}
