using TalkNotes.Core.Documents;

namespace TalkNotes.Core.Tests.Formats;

/// <summary>Podcasting 2.0 HTML and saved pages.</summary>
public sealed class HtmlFormatsTests
{
    [Fact]
    public void Podcast_html_names_speakers_and_times()
    {
        var talk = Reading.Of("""
            <cite>Kevin:</cite>
            <time>0:00</time>
            <p>We have an update &amp; more
            to say</p>
            <p>Still me.</p>
            <cite>Alban :</cite>
            <time>1:02:09</time>
            <p>You're <b>on</b>.</p>
            """);
        Assert.Equal("podcast-html", talk.Format.Id);
        Assert.Equal([(0, null, "We have an update & more to say"), (null, null, "Still me."), (3729000, null, "You're on.")], talk.Cues());
        Assert.Equal([(0, "Kevin"), (0, "Kevin"), (1, "Alban")], talk.Turns());
        Assert.Equal(new LineSpan(3, 4), talk.Document.Segments[0].Lines);
        Assert.Equal(0, talk.Ledger.Count(LineKind.Unrecognised));
    }

    [Fact]
    public void Saved_page_is_read_by_the_format_that_knows_its_text()
    {
        var talk = Reading.Of("""
            <!DOCTYPE html>
            <html lang="en-US"><head><title>A talk | Site</title>
            <meta property="og:title" content="A talk about things">
            <link rel="canonical" href="https://example.com/talk">
            <script>if (a < b) document.write("<p>no</p>");</script></head>
            <body><nav><ul><li>Home</li></ul></nav>
            <div class="turn"><p>1</p>
            <pre>
            00:00:01,500 --> 00:00:04,000
            Words
            of a caption
            </pre></div>
            <footer>© Site</footer>
            </body></html>
            """);
        Assert.Equal("saved-page", talk.Format.Id);
        Assert.Equal([(1500, 4000, "Words\nof a caption")], talk.Cues());
        Assert.Equal(new LineSpan(10, 11), talk.Document.Segments[0].Lines);
        var stated = talk.Document.Metadata;
        Assert.Equal(("A talk about things", "https://example.com/talk", "en-US"), (stated.Title, stated.Url, stated.Language));
        Assert.Equal("page mark-up", talk.Ledger[13].Owner);
        Assert.Equal(0, talk.Ledger.Count(LineKind.Unrecognised));
    }

    [Fact]
    public void Saved_page_of_any_text_keeps_its_words_and_their_lines()
    {
        var talk = Reading.Of("<html><body>\n<div>Head</div>\n<p>one\ntwo<br>three &hellip;</p>\n<table><tr><td>a<td>b</table>\n<nav>never closed\n<p>kept</p>\n");
        Assert.Equal(["Head", "one two", "three …", "a b", "never closed", "kept"], talk.Texts());
        Assert.Equal([2, 3, 4, 5, 6, 7], talk.Document.Segments.Select(s => s.Lines.First));
    }

    [Fact]
    public void Lines_are_counted_beyond_65535()
    {
        var talk = Reading.Of("<html><body>\n" + new string('\n', 70_000) + "<p>late</p>\n");
        Assert.Equal(new LineSpan(70_002), talk.Document.Segments.Single().Lines);
    }

    [Fact]
    public void Page_that_shows_the_source_of_pages_is_read_once()
    {
        var nested = "words";
        for (var i = 0; i < 12; i++)
        {
            nested = "<html>" + System.Net.WebUtility.HtmlEncode(nested);
        }

        Assert.StartsWith("<html>", Reading.Of(nested).Texts().First(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<div><p>")]
    [InlineData("<nav>")]
    [InlineData("<a b='")]
    [InlineData("<!--")]
    [InlineData("<script>")]
    [InlineData("<table><tr><td>")]
    public void Nesting_and_unclosed_elements_cost_no_more_than_their_length(string piece)
    {
        var watch = System.Diagnostics.Stopwatch.StartNew();
        Reading.Of("<html><body>words " + string.Concat(Enumerable.Repeat(piece, 100_000)));
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(20), $"took {watch.Elapsed}");
    }
}
