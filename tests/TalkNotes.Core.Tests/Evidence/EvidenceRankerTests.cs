using TalkNotes.Core.Documents;
using TalkNotes.Core.Evidence;

namespace TalkNotes.Core.Tests.Evidence;

public class EvidenceRankerTests
{
    private static readonly string[] Topics = ["chess", "weather", "reinforcement learning", "cooking", "robotics", "compute", "music", "alignment"];

    [Fact]
    public void The_passage_that_says_it_comes_first()
    {
        var transcript = Talk();
        foreach (var (n, topic) in Topics.Index())
        {
            var result = EvidenceRanker.Rank(transcript, [new ClaimText("a", $"They explain why {topic} became important.")]).Single();
            Assert.InRange(n, result.Passages[0].Segments[0], result.Passages[0].Segments[1]);
        }
    }

    [Fact]
    public void Text_is_the_words_of_its_segments_and_highlights_lie_inside()
    {
        var transcript = Talk();
        var results = EvidenceRanker.Rank(transcript, [.. Topics.Select(t => new ClaimText(t, $"About {t}, weather and compute"))]);
        foreach (var passage in results.SelectMany(r => r.Passages))
        {
            var whole = string.Join(' ', Enumerable.Range(passage.Segments[0], passage.Segments[1] - passage.Segments[0] + 1).Select(n => transcript.Segments[n].Text));
            Assert.Contains(passage.Text, whole, StringComparison.Ordinal);
            Assert.Equal(transcript.Segments[passage.Segments[0]].Lines.First, passage.Source.Lines[0]);
            Assert.Equal(transcript.Segments[passage.Segments[1]].Lines.Last, passage.Source.Lines[1]);
            Assert.All(passage.Highlights, h => Assert.InRange(h[1], h[0] + 1, passage.Text.Length));
        }
    }

    [Fact]
    public void Ranks_count_from_one_and_scores_fall()
    {
        var passages = EvidenceRanker.Rank(Talk(), [new ClaimText("a", "weather, chess, music and robotics")]).Single().Passages;
        Assert.Equal(Enumerable.Range(1, passages.Count), passages.Select(p => p.Rank));
        Assert.Equal(passages.Select(p => p.Score).OrderDescending(), passages.Select(p => p.Score));
    }

    [Theory]
    [InlineData("")]
    [InlineData("the and of")]
    [InlineData("zebra")]
    [InlineData("💬 \u0000 -- ...")]
    public void A_claim_without_spoken_words_finds_nothing(string claim)
    {
        var result = EvidenceRanker.Rank(Talk(), [new ClaimText("a", claim)]).Single();
        Assert.Empty(result.Passages);
        Assert.Equal("not-found", result.Suggestion);
    }

    [Fact]
    public void An_empty_transcript_and_one_of_a_single_word_are_no_trouble()
    {
        var claims = Topics.Select(t => new ClaimText(t, t)).ToList();
        Assert.All(EvidenceRanker.Rank(TranscriptIndex.Of([]), claims), r => Assert.Empty(r.Passages));
        var one = TranscriptIndex.Of([new Segment { Text = "Chess!", Lines = new LineSpan(3) }]);
        Assert.Equal("Chess!", EvidenceRanker.Rank(one, claims)[0].Passages.Single().Text);
    }

    /// <summary>One segment a topic, each long enough to be a passage of its own.</summary>
    private static TranscriptIndex Talk() => TranscriptIndex.Of([.. Topics.Select((topic, n) => new Segment
    {
        Speaker = n % 2 == 0 ? "Ann" : "Bob",
        Turn = n,
        Text = string.Join(' ', Enumerable.Range(0, 12).Select(i => $"Well, number {i} of part {n} tells a little more about {topic}.")),
        Lines = new LineSpan(n + 1),
    })]);
}
