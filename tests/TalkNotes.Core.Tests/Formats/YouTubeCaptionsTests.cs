using TalkNotes.Core.Documents;

namespace TalkNotes.Core.Tests.Formats;

/// <summary>YouTube's caption files: json3 and the three generations of timed text.</summary>
public sealed class YouTubeCaptionsTests
{
    [Fact]
    public void Json3_events_are_captions_and_rolling_line_breaks_say_nothing()
    {
        var talk = Reading.Of("""
            {"wireMagic": "pb3", "pens": [{}], "wsWinStyles": [{}], "events": [
              {"tStartMs": 0, "dDurationMs": 9999, "id": 1, "wpWinPosId": 1},
              {"tStartMs": 160, "dDurationMs": 4480, "wWinId": 1, "segs": [{"utf8": "so"}, {"utf8": " today", "tOffsetMs": 320}]},
              {"tStartMs": 2310, "dDurationMs": 2330, "wWinId": 1, "aAppend": 1, "segs": [{"utf8": "\n"}]},
              {"tStartMs": 2320, "dDurationMs": 4000, "segs": [{"utf8": ">> JANE: yes"}]},
              {"tStartMs": 5000, "dDurationMs": 1000, "segs": [{"utf8": "\u200b[Music]\u200b"}]}
            ]}
            """);
        Assert.Equal("youtube-json3", talk.Format.Id);
        Assert.Equal([(160, 4640, "so today"), (2320, 6320, "yes"), (5000, 6000, "[Music]")], talk.Cues());
        Assert.Equal([(null, null), (0, "JANE"), (0, "JANE")], talk.Turns());
        Assert.Equal("JSON field pens", Reading.Of("{\n\"pens\": [],\n\"events\": [{\"tStartMs\": 1, \"segs\": []}]}").Ledger[2].Owner);
    }

    [Theory]
    [InlineData("""<?xml version="1.0" encoding="utf-8" ?><timedtext format="3"><head><ws id="0"/><wp id="0"/></head><body><w t="0" id="1"/><p t="160" d="4480" w="1"><s ac="0">so</s><s t="320"> it&#39;s</s></p><p t="2310" d="10" w="1" a="1">""" + "\n" + """</p></body></timedtext>""")]
    [InlineData("""<?xml version="1.0" encoding="utf-8" ?><timedtext><text t="160" d="4480" w="1">so it&amp;#39;s</text></timedtext>""")]
    [InlineData("""<transcript><text start="0.16" dur="4.48">so it&amp;#39;s</text><text start="9" dur="1"/></transcript>""")]
    public void Timed_text_of_all_generations(string xml)
    {
        var talk = Reading.Of(xml);
        Assert.Equal("youtube-timed-text", talk.Format.Id);
        Assert.Equal([(160, 4640, "so it's")], talk.Cues());
        Assert.Empty(talk.Document.Diagnostics);
    }

    [Fact]
    public void Damaged_timed_text_gives_what_stands_before()
    {
        var talk = Reading.Of("<transcript>\n<text start=\"1\" dur=\"2\">one</text>\n<text start=\"3\" dur=\"2\">two &bogus; three</text>\n<text start=\"5\">four</text>\n");
        Assert.Equal(["one"], talk.Texts());
        Assert.Contains(talk.Document.Diagnostics, d => d is { Code: "TN220", Line: 3 });
        Assert.Equal([new LineSpan(3, 4)], talk.Ledger.Unrecognised());
    }

    [Fact]
    public void Entities_cannot_grow()
    {
        var bomb = Reading.Of("<?xml version=\"1.0\"?>\n<!DOCTYPE lolz [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;\">]>\n<transcript><text start=\"0\" dur=\"1\">x &b; y</text></transcript>");
        Assert.DoesNotContain("ha", string.Concat(bomb.Texts()), StringComparison.Ordinal);
        Assert.Contains("TN220", bomb.Codes());
    }
}
