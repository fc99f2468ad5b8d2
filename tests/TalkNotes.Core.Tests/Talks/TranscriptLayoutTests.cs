using TalkNotes.Core.Talks;
using TalkNotes.Core.Text;

namespace TalkNotes.Core.Tests.Talks;

public class TranscriptLayoutTests
{
    [Fact]
    public void Nothing_in_gives_nothing() => Assert.Empty(TranscriptLayout.Arrange([], [0, null]));

    [Fact]
    public void Caption_lines_become_paragraphs_that_end_where_sentences_end()
    {
        var lines = Enumerable.Range(0, 40).Select(i => i % 4 == 3 ? "and so it goes. Then we" : "some words of a caption line").ToArray();
        var paragraphs = Assert.Single(Assert.Single(TranscriptLayout.Arrange(Captions(lines), [])).Turns).Paragraphs;
        Assert.True(paragraphs.Count >= 3);
        Assert.All(paragraphs.Take(paragraphs.Count - 1), p =>
        {
            Assert.EndsWith(". ", Read(Captions(lines), p), StringComparison.Ordinal);
            Assert.InRange(Words.Of(Read(Captions(lines), p)).Count, 55, 90);
        });
    }

    [Fact]
    public void Captions_without_any_full_stop_are_still_cut_at_a_line()
    {
        var lines = Enumerable.Repeat("some words of a caption line", 100).ToArray();
        var paragraphs = TranscriptLayout.Arrange(Captions(lines), [])[0].Turns[0].Paragraphs;
        Assert.All(paragraphs, p => Assert.InRange(Words.Of(Read(Captions(lines), p)).Count, 1, 126));
        Assert.All(paragraphs, p => Assert.True(p.StartsSegment));
    }

    [Fact]
    public void A_segment_cut_by_a_paragraph_keeps_both_parts_and_its_time()
    {
        var lines = Enumerable.Repeat("ten words stand in each line of this very transcript", 6).Append("the end of it. We start anew").Append("and go on").ToArray();
        var paragraphs = TranscriptLayout.Arrange(Captions(lines), [])[0].Turns[0].Paragraphs;
        Assert.Equal(2, paragraphs.Count);
        Assert.False(paragraphs[1].StartsSegment);
        Assert.Equal(6, paragraphs[1].First);
        Assert.Equal(6000, paragraphs[1].StartMs);
        Assert.Equal("We start anew and go on", Read(Captions(lines), paragraphs[1]));
    }

    [Fact]
    public void Paragraphs_of_an_untimed_source_stay_paragraphs()
    {
        TranscriptSegment[] segments = [Segment(0, "Short."), Segment(1, "Also short."), Segment(2, "And this one too.")];
        Assert.Equal(3, TranscriptLayout.Arrange(segments, [])[0].Turns[0].Paragraphs.Count);
    }

    [Fact]
    public void Turns_change_with_the_turn_or_the_label_and_short_ones_are_brief()
    {
        TranscriptSegment[] segments =
        [
            Segment(0, "Happy to be here.", turn: 0, speaker: "Ana"), Segment(1, "Thank you so much for coming to us.", turn: 1, speaker: "Ben"),
            Segment(2, "Yes.", turn: 2), Segment(3, "No.", turn: 3),
        ];
        var turns = Assert.Single(TranscriptLayout.Arrange(segments, [])).Turns;
        Assert.Equal([true, false, true, true], turns.Select(t => t.IsBrief));
        Assert.Equal(["Ana", "Ben", null, null], turns.Select(t => t.Speaker));
    }

    [Fact]
    public void Chapters_open_sections_and_what_stands_before_the_first_has_one_without_a_title()
    {
        var segments = Captions([.. Enumerable.Repeat("a b c", 10)]);
        var sections = TranscriptLayout.Arrange(segments, [7, 2, null, 99, 2]);
        Assert.Equal([null, 1, 4, 0], sections.Select(s => s.Chapter));
        Assert.Empty(sections[1].Turns);
        Assert.Equal(2, sections[2].Turns[0].Paragraphs[0].First);
    }

    [Fact]
    public void Whatever_comes_in_every_word_comes_out_once_and_in_order()
    {
        var random = new Random(7);
        string[] words = ["a", "b.", "C", "Dr.", "今日。", "x-", "", "“Yes!”", " ", "\u2028", "\uD800", "e.g.", "4.1"];
        for (var round = 0; round < 300; round++)
        {
            var segments = Enumerable.Range(0, random.Next(1, 60)).Select(n => Segment(
                n,
                string.Join(' ', Enumerable.Range(0, random.Next(0, 40)).Select(_ => words[random.Next(words.Length)])),
                random.Next(4) == 0 ? null : n * 1000,
                random.Next(3) == 0 ? null : n / 9,
                random.Next(3) == 0 ? "Ana" : null)).ToList();
            var sections = TranscriptLayout.Arrange(segments, [.. Enumerable.Range(0, random.Next(4)).Select(_ => (int?)random.Next(-2, 70))]);
            var pieces = sections.SelectMany(s => s.Turns).SelectMany(t => t.Paragraphs).SelectMany(p => p.Pieces).ToList();
            for (var n = 0; n < segments.Count; n++)
            {
                Assert.Equal(segments[n].Text, string.Concat(pieces.Where(p => p.Segment == n).Select(p => segments[n].Text[p.From..p.To])));
            }

            Assert.Equal(pieces.OrderBy(p => p.Segment).ThenBy(p => p.From), pieces);
        }
    }

    private static TranscriptSegment[] Captions(string[] lines) => [.. lines.Select((text, n) => Segment(n, text, n * 1000))];

    private static TranscriptSegment Segment(int n, string text, long? startMs = null, int? turn = null, string? speaker = null) =>
        new(n, startMs, null, turn, speaker, text, [n + 1, n + 1]);

    private static string Read(IReadOnlyList<TranscriptSegment> segments, TranscriptParagraph paragraph) =>
        string.Concat(paragraph.Pieces.Select(p => segments[p.Segment].Text[p.From..p.To] + (p.BlankAfter ? " " : "")));
}
