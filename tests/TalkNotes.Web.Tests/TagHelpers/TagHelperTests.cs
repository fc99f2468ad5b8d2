using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Razor.TagHelpers;
using TalkNotes.Core.Search;
using TalkNotes.Core.Talks;
using TalkNotes.Web.TagHelpers;

namespace TalkNotes.Web.Tests.TagHelpers;

public class TagHelperTests
{
    [Fact]
    public async Task Range_with_times_shows_its_times_and_links_to_the_marked_words() =>
        Assert.Equal(
            """<a class="ts" href="/talks/a-talk/transcript?at=s3-s5#s3">1:58–2:12</a>""",
            await Html(new TimestampTagHelper { Talk = "a-talk", First = 3, Last = 5, StartMs = 118_000, EndMs = 132_000 }));

    [Fact]
    public async Task Place_without_times_is_a_paragraph_counted_from_one() =>
        Assert.Contains(">¶ 174–176</a>", await Html(new TimestampTagHelper { Talk = "a", First = 173, Last = 175 }), StringComparison.Ordinal);

    [Fact]
    public async Task Moment_links_to_the_video_and_is_left_out_without_one()
    {
        Assert.Equal(
            """<a class="ts ts-play" href="https://www.youtube.com/watch?v=vK1qEF3a3WM&amp;t=118s">Watch<span class="vh"> from 1:58</span></a>""",
            await Html(new WatchTagHelper { Video = "vK1qEF3a3WM", AtMs = 118_000 }));
        Assert.Empty(await Html(new WatchTagHelper { Video = null, AtMs = 1 }));
        Assert.Empty(await Html(new WatchTagHelper { Video = "vK1qEF3a3WM", AtMs = null }));
    }

    [Fact]
    public async Task Marked_words_are_encoded_and_bad_ranges_are_harmless()
    {
        Assert.Equal("a &lt;<mark>b&gt;</mark> c", await Html(new HighlightTagHelper { Text = "a <b> c", Ranges = [[3, 5]] }));
        Assert.Equal("abc", await Html(new HighlightTagHelper { Text = "abc", Ranges = [[5, 9], [2, 1], [-4, 0]] }));
        Assert.Equal("<mark>abc</mark>", await Html(new HighlightTagHelper { Text = "abc", Ranges = [[-1, 2], [1, 9]] }));
        Assert.Equal("<mark>chain of</mark> a <mark>thought</mark>", await Html(new HighlightTagHelper { Text = "chain of a thought", Ranges = [[0, 5], [6, 8], [11, 18]] }));
    }

    [Fact]
    public async Task A_caption_line_that_breaks_inside_a_mark_shows_the_time_of_the_next_one()
    {
        var breaks = new SegmentBreak[] { new(4, 1, 60_000), new(13, 2, 2_149_000), new(21, 3, null) };
        var html = await Html(new HighlightTagHelper { Text = "the long chain of thought ends", Ranges = [[9, 25]], Breaks = breaks });
        Assert.Equal("the long <mark>chai<span class=\"cut\"><span class=\"vh\">next caption line, </span>35:49</span> n of thought</mark> ends", html);
    }

    [Theory]
    [InlineData("unverified", "<span class=\"st st-open\">Unverified</span>")]
    [InlineData("not-said", "<span class=\"st st-notsaid\">Not said</span>")]
    [InlineData("blocked", "<span class=\"st st-blocked\">No transcript</span>")]
    public async Task Verdict_is_a_shape_and_a_word(string value, string expected) =>
        Assert.Equal(expected, await Html(new VerdictBadgeTagHelper { Value = value }));

    [Fact]
    public async Task Progress_is_a_picture_with_its_sentence_and_no_inline_style()
    {
        var html = await Html(new ProgressTagHelper { Counts = new VerdictCounts(11, 4, 3, 1, 1) });
        Assert.Contains("role=\"img\" aria-label=\"9 of 11 claims checked: 4 verified, 3 partly, 1 not said, 1 refuted\"", html, StringComparison.Ordinal);
        Assert.DoesNotContain("style", html, StringComparison.Ordinal);
        Assert.Empty(await Html(new ProgressTagHelper { Counts = VerdictCounts.None }));
    }

    private static async Task<string> Html(TagHelper helper)
    {
        var context = new TagHelperContext([], new Dictionary<object, object>(), "id");
        var output = new TagHelperOutput("x", [], (_, _) => Task.FromResult<TagHelperContent>(new DefaultTagHelperContent()));
        await helper.ProcessAsync(context, output);
        using var writer = new StringWriter();
        output.WriteTo(writer, HtmlEncoder.Create(System.Text.Unicode.UnicodeRanges.All));
        return writer.ToString();
    }
}
