using TalkNotes.Core.Documents;
using TalkNotes.Core.Evidence;

namespace TalkNotes.Core.Tests.Evidence;

public class DetailCheckTests
{
    private static readonly TalkHeader In2026 = new(["Jakub Pachocki"], new DateOnly(2026, 4, 11));

    [Theory]
    [InlineData("It took 6 months.", "it took six months", "6 months", "duration", "yes")]
    [InlineData("It took two years.", "it took us 24 months or so", "two years", "duration", "yes")]
    [InlineData("It took 6 months.", "it took six weeks", "6 months", "duration", "differs")]
    [InlineData("It took 6 months.", "it took nine months", "6 months", "duration", "differs")]
    [InlineData("It grew by 80%.", "it grew by eighty percent", "80", "percent", "yes")]
    [InlineData("It grew by 80%.", "it grew by 70 percent", "80", "percent", "differs")]
    [InlineData("They raised $1.5 million.", "we raised 1.5 million dollars", "1.5 million", "money", "yes")]
    [InlineData("It costs 12,500 units.", "it costs 12500 units", "12,500", "number", "yes")]
    [InlineData("It scored 4.1 there.", "it scored 41 there", "4.1", "number", "yes")]
    [InlineData("By 2028 it is done.", "by twenty twenty-eight it is done", "2028", "date", "yes")]
    [InlineData("Since the year 2017.", "that was back in 17 already", "2017", "date", "yes")]
    [InlineData("By late 2024 it is done.", "it is done by September of this year", "late 2024", "date", "differs")]
    [InlineData("By late 2026 it is done.", "it is done by September of this year", "late 2026", "date", "yes")]
    [InlineData("By 2026 it is done.", "it is done six months from now", "2026", "date", "yes")]
    [InlineData("In 2024 it was done.", "nobody said when", "2024", "date", "no")]
    [InlineData("They like o3 best.", "we like oh, three best", "o3", "model", "yes")]
    [InlineData("They like o3 best.", "this is a 03 like model", "o3", "model", "yes")]
    [InlineData("They like GPT-4.1 best.", "we like 41 best", "GPT-4.1", "model", "yes")]
    [InlineData("They like GPT-4.1 best.", "we like GBT 4.1 best", "GPT-4.1", "model", "yes")]
    [InlineData("They like GPT-5 best.", "we like GPT 4 best", "GPT-5", "model", "differs")]
    [InlineData("He met Andrej Karpathy there.", "he met andre carpathy there", "Andrej Karpathy", "name", "yes")]
    [InlineData("He said that Pachocki left.", "well akopi left", "Pachocki", "name", "yes")]
    [InlineData("He met Grace Hopper there.", "nobody was there", "Grace Hopper", "name", "no")]
    public void Details_are_looked_up_in_the_spoken_words(string claim, string said, string detail, string type, string found)
    {
        var finding = Check(claim, said).Single(d => d.Text == detail);
        Assert.Equal(type, finding.Type);
        Assert.Equal(found, finding.Found);
        Assert.True(found == "yes" || finding.Source is null == (found == "no"));
    }

    [Theory]
    [InlineData("There are three reasons and one more.", "we like it because of many things")]
    [InlineData("Proactive Communication: They told everybody.", "we told everybody")]
    [InlineData("Important talk about RL and AI.", "we spoke about learning")]
    [InlineData("", "something")]
    [InlineData("% $ 1,2,3 …", "something 1,2,3")]
    public void What_may_be_the_words_of_the_note_raises_no_flag(string claim, string said) =>
        Assert.DoesNotContain(Check(claim, said), d => d.Found != "yes");

    [Fact]
    public void A_detail_is_shown_where_the_best_passage_has_it()
    {
        var filler = string.Concat(Enumerable.Repeat("and so on and so forth ", 60));
        Segment[] segments =
        [
            new() { Text = "in 2017 nothing happened " + filler, Lines = new LineSpan(1) },
            new() { Text = filler, Lines = new LineSpan(2) },
            new() { Text = "robots learned to walk in 2017 " + filler, Lines = new LineSpan(3) },
        ];
        var result = EvidenceRanker.Rank(TranscriptIndex.Of(segments), [new ClaimText("a", "Robots learned to walk in 2017.")]).Single();
        Assert.Equal([3, 3], result.Details.Single().Source!.Lines);
    }

    [Fact]
    public void Any_text_can_be_checked()
    {
        var random = new Random(5);
        string[] parts = ["o3", "GPT-", "4.1", "$", "%", "twenty", "point", "five", "2024", "Sept", "'s", "“", "Ann Lee", "hundred", "and", "½", "\u0301", "ß", "-", "0", "99999999999999999999", "months", "from now"];
        string Text() => string.Join(random.Next(2) == 0 ? " " : "", Enumerable.Range(0, random.Next(12)).Select(_ => parts[random.Next(parts.Length)]));
        for (var i = 0; i < 500; i++)
        {
            var claim = Text();
            Assert.All(Check(claim, Text()), d => Assert.Contains(d.Text, claim, StringComparison.Ordinal));
        }
    }

    private static IReadOnlyList<DetailFinding> Check(string claim, string said) =>
        EvidenceRanker.Rank(TranscriptIndex.Of([new Segment { Text = said, Lines = new LineSpan(7) }]), [new ClaimText("a", claim)], In2026).Single().Details;
}
