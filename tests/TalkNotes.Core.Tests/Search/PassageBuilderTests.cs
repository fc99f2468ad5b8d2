using TalkNotes.Core.Search;
using TalkNotes.Core.Text;

namespace TalkNotes.Core.Tests.Search;

public class PassageBuilderTests
{
    [Fact]
    public void Every_word_lies_in_exactly_one_passage_in_order()
    {
        for (var seed = 0; seed < 30; seed++)
        {
            var segments = Transcript(new Random(seed));
            var spoken = segments.SelectMany(s => Tokens.Forms(s.Text));
            var passages = PassageBuilder.Build(segments).Where(p => p.Bridge is null).SelectMany(p => Tokens.Forms(p.Text));
            Assert.Equal(spoken, passages);
        }
    }

    [Fact]
    public void Every_run_of_forty_words_lies_whole_in_a_passage_or_a_bridge()
    {
        for (var seed = 0; seed < 4; seed++)
        {
            var segments = Transcript(new Random(seed));
            var words = segments.SelectMany(s => Tokens.Forms(s.Text)).ToList();
            var texts = PassageBuilder.Build(segments).ConvertAll(p => $" {string.Join(' ', Tokens.Forms(p.Text))} ");
            for (var i = 0; i < words.Count; i++)
            {
                var run = $" {string.Join(' ', words.Skip(i).Take(PassageBuilder.LongestRun))} ";
                Assert.Contains(texts, t => t.Contains(run, StringComparison.Ordinal));
            }
        }
    }

    [Fact]
    public void A_passage_is_of_one_turn_and_of_citable_length()
    {
        for (var seed = 0; seed < 30; seed++)
        {
            var segments = Transcript(new Random(seed));
            foreach (var passage in PassageBuilder.Build(segments).Where(p => p.Bridge is null))
            {
                var touched = segments.Where(s => s.N >= passage.FirstSegment && s.N <= passage.LastSegment).ToList();
                Assert.Single(touched.Select(s => (s.Turn, s.SpeakerId)).Distinct());
                Assert.InRange(Tokens.Of(passage.Text).Count, 1, 130);
            }
        }
    }

    [Fact]
    public void The_text_of_a_passage_is_the_text_of_its_segments_from_where_it_starts()
    {
        for (var seed = 0; seed < 30; seed++)
        {
            var segments = Transcript(new Random(seed));
            foreach (var plan in PassageBuilder.Build(segments))
            {
                var joined = string.Join(' ', segments.Where(s => s.N >= plan.FirstSegment && s.N <= plan.LastSegment).Select(s => s.Text));
                Assert.StartsWith(plan.Text, joined[plan.StartInSegment..], StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public void Borders_of_a_bridge_are_where_its_passages_begin()
    {
        var segments = Transcript(new Random(3));
        var plans = PassageBuilder.Build(segments);
        var passages = plans.Where(p => p.Bridge is null).ToList();
        foreach (var plan in plans.Where(p => p.Bridge is not null))
        {
            Assert.Equal(plan.Bridge!.Last - plan.Bridge.First, plan.Bridge.Borders.Length);
            for (var i = 0; i < plan.Bridge.Borders.Length; i++)
            {
                var first = Tokens.Of(passages[plan.Bridge.First + 1 + i].Text)[0].Form;
                Assert.Equal(first, Tokens.Of(plan.Text[plan.Bridge.Borders[i]..])[0].Form);
            }
        }
    }

    [Fact]
    public void No_words_give_no_passages() =>
        Assert.Empty(PassageBuilder.Build([new SpokenSegment(0, null, null, "…"), new SpokenSegment(1, null, null, "")]));

    /// <summary>Captions, paragraphs or short turns of numbered words, so that every word is its own place.</summary>
    private static List<SpokenSegment> Transcript(Random random)
    {
        var segments = new List<SpokenSegment>();
        var word = 0;
        var turn = random.Next(3) == 0 ? (int?)null : 0;
        var longest = random.Next(3) switch { 0 => 8, 1 => 40, _ => 250 };
        for (var n = 0; n < random.Next(1, 40); n++)
        {
            turn += turn is not null && random.Next(4) == 0 ? 1 : 0;
            var words = Enumerable.Range(0, random.Next(0, longest)).Select(_ => $"w{word++}x" + (random.Next(12) == 0 ? "." : ""));
            segments.Add(new SpokenSegment(n, turn, turn % 3, string.Join(' ', words)));
        }

        return segments;
    }
}
