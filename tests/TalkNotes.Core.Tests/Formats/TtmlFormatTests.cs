using TalkNotes.Core.Documents;

namespace TalkNotes.Core.Tests.Formats;

public sealed class TtmlFormatTests
{
    private const string Open = "<tt xmlns=\"http://www.w3.org/ns/ttml\" xmlns:ttm=\"http://www.w3.org/ns/ttml#metadata\" xmlns:ttp=\"http://www.w3.org/ns/ttml#parameter\" xml:lang=\"en\"";

    [Fact]
    public void Captions_title_language_and_agents()
    {
        var talk = Reading.Of($"""
            <?xml version="1.0" encoding="UTF-8"?>
            {Open}>
              <head>
                <metadata>
                  <ttm:title>A talk &amp; more</ttm:title>
                  <ttm:agent xml:id="v1" type="person"><ttm:name type="full">Noam Brown</ttm:name></ttm:agent>
                </metadata>
                <styling><style xml:id="s1" color="white"/></styling>
              </head>
              <body>
                <div>
                  <p begin="00:00:01.500" end="00:00:04" ttm:agent="v1">One <span style="s1">way</span> to think<br/>about
                     reasoning</p>
                  <p begin="4s" dur="1500ms" ttm:agent="v2">Yes.</p>
                  <p begin="6s" end="7s">  </p>
                </div>
              </body>
            </tt>
            """);
        Assert.Equal("ttml", talk.Format.Id);
        Assert.Equal([(1500, 4000, "One way to think\nabout reasoning"), (4000, 5500, "Yes.")], talk.Cues());
        Assert.Equal([(0, "Noam Brown"), (1, "v2")], talk.Turns());
        Assert.Equal(("A talk & more", "en"), (talk.Document.Metadata.Title, talk.Document.Metadata.Language));
        Assert.Equal([new LineSpan(12, 13), new LineSpan(14)], talk.Document.Segments.Select(s => s.Lines));
        Assert.Equal("metadata", talk.Ledger[5].Owner);
        Assert.Equal(LineKind.Chrome, talk.Ledger[8].Kind);
        Assert.Equal(0, talk.Ledger.Count(LineKind.Unrecognised));
    }

    [Theory]
    [InlineData("", "00:00:01.500", 1500d)]
    [InlineData("", "00:01:01.05", 61050d)]
    [InlineData("", "100:00:00", 360000000d)]
    [InlineData("", "1.5h", 5400000d)]
    [InlineData("", "2m", 120000d)]
    [InlineData("", "1.0006s", 1001d)]
    [InlineData("", "250ms", 250d)]
    [InlineData("", "15f", 500d)]
    [InlineData("", "00:00:01:15", 1500d)]
    [InlineData("", "12.345", 12345d)]
    [InlineData("", "1:02.5", 62500d)]
    [InlineData(" ttp:frameRate=\"25\"", "00:00:01:05", 1200d)]
    [InlineData(" ttp:frameRate=\"24\" ttp:frameRateMultiplier=\"1000 1001\"", "24f", 1001d)]
    [InlineData(" ttp:frameRate=\"25\" ttp:subFrameRate=\"2\"", "50t", 1000d)]
    [InlineData(" ttp:tickRate=\"10000000\"", "15000000t", 1500d)]
    [InlineData("", "3t", 3000d)]
    [InlineData("", "tomorrow", null)]
    [InlineData("", "-1s", null)]
    public void Times_in_every_expression(string parameters, string begin, double? milliseconds) =>
        Assert.Equal(milliseconds, Reading.Of($"{Open}{parameters}><body><div><p begin=\"{begin}\">x</p></div></body></tt>").Cues().Single().Start);

    [Fact]
    public void Times_are_relative_to_the_parent()
    {
        var talk = Reading.Of(Open + "><body begin=\"10s\"><div begin=\"5s\" end=\"60s\"><p begin=\"1s\" end=\"2s\">one</p><p><span begin=\"3s\" end=\"4s\">two</span></p></div></body></tt>");
        Assert.Equal([(16000, 17000, "one"), (18000, 19000, "two")], talk.Cues());
    }

    [Fact]
    public void Apple_writes_absolute_times_and_words_without_blanks()
    {
        var talk = Reading.Of(Open + " xmlns:podcasts=\"http://podcasts.apple.com/transcript-ttml-internal\"><body dur=\"100.0\"><div>"
            + "<p begin=\"10.1\" end=\"12.5\" ttm:agent=\"SPEAKER_1\"><span begin=\"10.1\" end=\"12.5\" podcasts:unit=\"sentence\"><span begin=\"10.1\" end=\"11.0\" podcasts:unit=\"word\">Hello</span><span begin=\"11.0\" end=\"12.5\" podcasts:unit=\"word\">there.</span></span></p>"
            + "</div></body></tt>");
        Assert.Equal([(10100, 12500, "Hello there.")], talk.Cues());
        Assert.Equal([(0, "SPEAKER_1")], talk.Turns());
    }

    [Fact]
    public void Words_outside_captions_and_after_damage_are_shown()
    {
        var talk = Reading.Of(Open + "><body><div>\n<p begin=\"1s\" end=\"2s\">one</p>\nstray words\n<p begin=\"2s\" end=\"3s\">two\n</wrong>\n<p begin=\"4s\">three</p>\n");
        Assert.Equal(["one", "two"], talk.Texts());
        Assert.Equal([new LineSpan(3), new LineSpan(5, 6)], talk.Ledger.Unrecognised());
        Assert.Contains(talk.Document.Diagnostics, d => d is { Code: "TN220", Line: 5 });
    }

    [Fact]
    public void Deep_nesting_is_damage_not_a_crash()
    {
        var talk = Reading.Of(Open + "><body><div><p begin=\"1s\">one</p>" + string.Concat(Enumerable.Repeat("<div>", 100_000)));
        Assert.Equal(["one"], talk.Texts());
        Assert.Contains("TN220", talk.Codes());
    }
}
