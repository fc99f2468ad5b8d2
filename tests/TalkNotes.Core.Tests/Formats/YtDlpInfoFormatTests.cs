using TalkNotes.Core.Documents;

namespace TalkNotes.Core.Tests.Formats;

public sealed class YtDlpInfoFormatTests
{
    [Fact]
    public void Description_of_a_video_has_metadata_and_chapters_and_no_words()
    {
        var talk = Reading.Of("""
            {
              "id": "hEx4mpl3-_0",
              "title": "Scaling Test Time Compute",
              "formats": [{"format_id": "1", "url": "https://example.com/v"}],
              "description": "We talk about reasoning.",
              "webpage_url": "https://www.youtube.com/watch?v=hEx4mpl3-_0",
              "channel": "Example Talks",
              "duration": 2803,
              "upload_date": "20250514",
              "tags": ["reasoning", "o1", "reasoning"],
              "chapters": [
                {"start_time": 0.0, "end_time": 95.5, "title": "Intro"},
                {"start_time": 95.5, "end_time": 2803.0, "title": "Reasoning"}
              ],
              "language": null,
              "extractor": "youtube",
              "epoch": 1700000000
            }
            """);
        Assert.Equal("yt-dlp-info", talk.Format.Id);
        var stated = talk.Document.Metadata;
        Assert.Equal(("Scaling Test Time Compute", "hEx4mpl3-_0", "https://www.youtube.com/watch?v=hEx4mpl3-_0"), (stated.Title, stated.VideoId, stated.Url));
        Assert.Equal((new DateOnly(2025, 5, 14), TimeSpan.FromSeconds(2803)), (stated.Published, stated.Duration));
        Assert.Null(stated.Show);
        Assert.Equal(["reasoning", "o1"], stated.Topics);
        Assert.Contains(stated.Fields, f => f is { Key: "channel", Value: "Example Talks" });
        Assert.Equal([("Intro", 0, 95500), ("Reasoning", 95500, 2803000)], talk.Document.Chapters.Select(c => (c.Title, c.Start!.Value.TotalMilliseconds, c.End!.Value.TotalMilliseconds)));
        Assert.Empty(talk.Document.Segments);
        Assert.Equal(0, talk.Ledger.Count(LineKind.Unrecognised));
        Assert.Equal("JSON field formats", talk.Ledger[4].Owner);
    }

    [Fact]
    public void Video_of_another_site_has_no_YouTube_id() =>
        Assert.Null(Reading.Of("""{"id": "12345678901", "title": "T", "extractor": "vimeo", "webpage_url": "https://vimeo.com/12345678901"}""").Document.Metadata.VideoId);
}
