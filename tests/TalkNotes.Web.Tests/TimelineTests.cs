using TalkNotes.Core.Talks;
using TalkNotes.Web.Pages.Talks;

namespace TalkNotes.Web.Tests;

public class TimelineTests
{
    [Fact]
    public void Timed_chapters_stand_in_proportion_and_claims_where_their_words_stand()
    {
        var timeline = Timeline.Of(View([Chapter(0, 0, 40), Chapter(1, 40, 100)], [Claim("verified", 70)]))!;
        Assert.Equal([(0, 0.4), (0.4, 1)], timeline.Chapters.Select(c => (Math.Round(c.From, 3), Math.Round(c.To, 3))));
        Assert.Equal(0.7, Assert.Single(timeline.Marks).At, 3);
    }

    [Fact]
    public void Narrow_chapters_are_wide_enough_to_hit_and_still_fill_the_line_in_order()
    {
        var chapters = Enumerable.Range(0, 20).Select(n => Chapter(n, n, n + 1)).Append(Chapter(20, 20, 1000)).ToArray();
        var drawn = Timeline.Of(View(chapters, [], 1000))!.Chapters;
        Assert.All(drawn, c => Assert.True(c.To - c.From > 0.035));
        Assert.All(drawn.Zip(drawn.Skip(1)), pair => Assert.Equal(pair.First.To, pair.Second.From, 9));
        Assert.Equal(1, drawn[^1].To, 6);
    }

    [Fact]
    public void Marks_in_one_place_stand_apart()
    {
        var marks = Timeline.Of(View([Chapter(0, 0, 100)], [Claim("partly", 10), Claim("refuted", 10), Claim("verified", 10)]))!.Marks;
        Assert.All(marks.Zip(marks.Skip(1)), pair => Assert.True(pair.Second.At - pair.First.At > 0.013));
    }

    [Fact]
    public void Talk_without_times_is_laid_out_by_its_paragraphs()
    {
        ChapterView[] chapters = [new(0, "a", null, null, null, null, 0, 4), new(1, "b", null, null, null, null, 5, 9)];
        var view = View(chapters, [Claim("verified", null, 5)]) with { Talk = Talk(isTimed: false, segments: 10) };
        var timeline = Timeline.Of(view)!;
        Assert.Equal(0.5, timeline.Chapters[1].From, 3);
        Assert.Equal(0.5, timeline.Marks[0].At, 3);
    }

    [Fact]
    public void Nothing_to_show_draws_nothing()
    {
        Assert.Null(Timeline.Of(View([], [])));
        Assert.Null(Timeline.Of(View([], []) with { Talk = Talk(isTimed: false, segments: 0) }));
    }

    private static TalkView View(ChapterView[] chapters, TalkClaim[] claims, long seconds = 100) => new()
    {
        Talk = Talk(isTimed: true, segments: 1000) with { DurationMs = seconds * 1000 },
        Chapters = chapters,
        Claims = claims,
        Sources = [],
        Doubtful = [],
        Turns = 0,
        Shares = [],
        Neighbours = [],
    };

    private static TalkSummary Talk(bool isTimed, int segments) => new()
    {
        Slug = "a", HasTranscript = segments > 0, IsTimed = isTimed, IsLabelled = false, SegmentCount = segments, WordCount = 0,
    };

    private static ChapterView Chapter(int n, int from, int to) => new(n, $"chapter {n}", from * 1000, to * 1000, null, null, from, to - 1);

    private static TalkClaim Claim(string status, int? seconds, int segment = 0) => new()
    {
        Id = "x", Kind = "claim", Origin = "ai", Text = "text", Status = status,
        Evidence = [new ClaimEvidenceView(new SegmentRange(segment, segment), seconds * 1000L, null, "words", null, null)],
    };
}
