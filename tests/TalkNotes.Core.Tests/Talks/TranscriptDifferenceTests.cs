using TalkNotes.Core.Talks;

namespace TalkNotes.Core.Tests.Talks;

public class TranscriptDifferenceTests
{
    [Fact]
    public void Words_of_both_stand_once_and_others_where_they_belong()
    {
        var difference = TranscriptDifference.Of(Said("We trained GBT four,", "and it was good"), Said("we trained GPT four", "and um it was very good."));
        Assert.Equal(
            ["=We trained", "-GBT", "+GPT", "=four, and", "+um", "=it was", "+very", "=good"],
            difference.Runs.Select(r => (r.Op switch { "equal" => "=", "delete" => "-", _ => "+" }) + r.Text));
        Assert.Equal((7, 1, 3), (difference.Same, difference.OnlyFirst, difference.OnlySecond));
        Assert.Equal([0, 0, 0, 0, 1, 1, 1, 1], difference.Runs.Select(r => r.Segment));
    }

    [Fact]
    public void Nothing_is_lost_whatever_the_two_are()
    {
        var random = new Random(7);
        for (var round = 0; round < 200; round++)
        {
            var first = Enumerable.Range(0, random.Next(0, 60)).Select(_ => $"w{random.Next(0, 12)}").ToList();
            var second = Enumerable.Range(0, random.Next(0, 60)).Select(_ => $"w{random.Next(0, 12)}").ToList();
            var difference = TranscriptDifference.Of(Said([.. first]), Said([.. second]));
            Assert.Equal(first, Side(difference, "insert"));
            Assert.Equal(second, Side(difference, "delete"));
            Assert.Equal((first.Count, second.Count), (difference.Same + difference.OnlyFirst, difference.Same + difference.OnlySecond));
        }
    }

    [Fact]
    public void Long_transcripts_are_compared_in_moments()
    {
        var random = new Random(3);
        var first = Enumerable.Range(0, 12_000).Select(_ => $"w{random.Next(0, 900)}").ToArray();
        var second = first.Select((w, n) => n % 9 == 0 ? "x" + w : w).ToArray();
        var difference = TranscriptDifference.Of(Said(first), Said(second));
        Assert.InRange(difference.Same, 10_000, 10_667);
    }

    private static List<string> Side(TranscriptDifference difference, string without) =>
        [.. difference.Runs.Where(r => r.Op != without).SelectMany(r => r.Text.Split(' '))];

    private static List<TranscriptSegment> Said(params string[] lines) =>
        [.. lines.Select((text, n) => new TranscriptSegment(n, null, null, null, null, text, [n + 1, n + 1]))];
}
