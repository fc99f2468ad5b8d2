using TalkNotes.Core.Documents;

namespace TalkNotes.Core.Tests.Formats;

/// <summary>The cases of the public WebVTT parsing suites, rebuilt: what counts is which cues there are, their times and their words.</summary>
public sealed class WebVttConformanceTests
{
    private const string Times = "00:00:00.000 --> 00:00:01.000";

    [Theory]
    [InlineData("WEBVTT\n\n" + Times + "\ntext")]
    [InlineData("\uFEFFWEBVTT\n\n" + Times + "\ntext")]
    [InlineData("WEBVTT \n\n" + Times + "\ntext")]
    [InlineData("WEBVTT\t\n\n" + Times + "\ntext")]
    [InlineData("WEBVTT FILE kind: captions\n\n" + Times + "\ntext")]
    [InlineData("WEBVTT\n" + Times + "\ntext")]
    [InlineData("WEBVTT --> \n\n" + Times + "\ntext")]
    [InlineData("WEBVTT\nheader\nmore: header\n\n" + Times + "\ntext")]
    [InlineData("WEBVTT\nheader\n" + Times + "\ntext")]
    [InlineData("WEBVTT\n\n\n\n\n" + Times + "\ntext\n\n\n")]
    [InlineData("WEBVTT\r\n\r\n" + Times + "\r\ntext\r\n")]
    [InlineData("WEBVTT\r\r" + Times + "\rtext\r")]
    public void Header_in_all_its_forms(string file) => Assert.Equal([(0, 1000, "text")], Reading.Of(file).Cues());

    [Theory]
    [InlineData("WEBVTT")]
    [InlineData("WEBVTT\n")]
    [InlineData("WEBVTT \n\n")]
    [InlineData("WEBVTT\n\n" + Times)]
    [InlineData("WEBVTT\n\n" + Times + "\n")]
    public void File_without_words_has_no_segments(string file) => Assert.Empty(Reading.Of(file).Document.Segments);

    [Fact]
    public void Line_ends_may_be_mixed_and_located_lines_stay_those_of_the_file()
    {
        var vtt = Reading.Of("WEBVTT\n\ncr\r" + Times + "\rtext1\r\rlf\n" + Times + "\ntext2\n\ncrlf\r\n" + Times + "\r\ntext3\r\n\r\nlfcr\n" + Times + "\n\rtext4");
        Assert.Equal(["text1", "text2", "text3"], vtt.Texts());
        Assert.Equal([3, 5, 9], vtt.Document.Segments.Select(s => s.Lines.First));
    }

    [Fact]
    public void Lines_with_arrows_end_a_cue()
    {
        var vtt = Reading.Of("WEBVTT\n\n-->\n" + Times + "\ntext1\nfoo-->\n" + Times + "\ntext2\n-->foo\n" + Times + "\ntext3\n--->\n" + Times
            + "\ntext4\n-->-->\n" + Times + "\ntext5\n" + Times + "\ntext6\n\n00:00:00.000 -a -->\n\n00:00:00.000 --a -->\n\n00:00:00.000 - -->\n\n00:00:00.000 -- -->\n");
        Assert.Equal(["text1", "text2", "text3", "text4", "text5", "text6"], vtt.Texts());
    }

    [Fact]
    public void Identifiers_are_no_words()
    {
        var vtt = Reading.Of("WEBVTT\n\n leading space\n" + Times + "\ntext1\n\ntrailing space \n" + Times + "\ntext2\n\n-- >\n" + Times + "\ntext3\n\n->\n" + Times + "\ntext4\n\n \n" + Times + "\ntext5");
        Assert.Equal(["text1", "text2", "text3", "text4", "text5"], vtt.Texts());
    }

    [Fact]
    public void Nul_is_shown_as_a_replacement_character_and_spoils_times()
    {
        var vtt = Reading.Of("WEBVTT\n\0\n(still the header)\n" + Times + "\ntext1\n\n\0 id\n" + Times + "\n\uFFFDtext\02\n\n" + Times + " align\0:end\ntext3\n\n"
            + Times + "\0align:end\ntext4\n\n00:00:00.000\0 --> 00:00:01.000\nFAIL\n\n00:00:0\00.000 --> 00:00:01.000\nFAIL\n\n00:00:00.000 --\0> 00:00:01.000\nFAIL\n\n00:00:00.000 --> 00:00\0:01.000\nFAIL\n");
        Assert.Equal(["text1", "\uFFFDtext\uFFFD2", "text3", "text4"], vtt.Texts());
    }

    [Theory]
    [InlineData("00:00.000 --> 00:00:01.000", 0, 1000)]
    [InlineData("00:00:00.000 --> 00:01.000", 0, 1000)]
    [InlineData("00:00.000-->00:01.000", 0, 1000)]
    [InlineData("000:00:00.000 --> 00:00:01.000", 0, 1000)]
    [InlineData("0:00:00.000 --> 0:00:01.000", 0, 1000)]
    [InlineData("   00:00:00.000    -->  00:00:01.000 ", 0, 1000)]
    [InlineData("\t\t00:00:00.000\t\t-->\t00:00:01.000\t", 0, 1000)]
    [InlineData("\f00:00:00.000\f-->\f00:00:01.000\f", 0, 1000)]
    [InlineData("00:00:00.000 --> 00:00:01.000align:start", 0, 1000)]
    [InlineData("100:00:00.001 --> 1000:59:59.999", 360000001, 3603599999)]
    [InlineData("60:00:00.000 --> 60:00:01.500", 216000000, 216001500)]
    [InlineData("00:01:00.000 --> 00:00:59.999", 60000, 59999)]
    public void Valid_times_are_kept_to_the_millisecond(string times, double start, double end) =>
        Assert.Equal([(start, end, "text")], Reading.Of("WEBVTT\n\n" + times + "\ntext\n").Cues().Select(c => (c.Start!.Value, c.End!.Value, c.Text)));

    [Theory]
    [InlineData("00:60:00.000 --> 00:60:01.000")]
    [InlineData("00:00:60.000 --> 00:00:61.000")]
    [InlineData("60:00.000 --> 60:01.000")]
    [InlineData("00::00:00.000 --> 00:00:01.000")]
    [InlineData("00:000:00.000 --> 00:00:01.000")]
    [InlineData("00:00:000.000 --> 00:00:01.000")]
    [InlineData("00:00:00..000 --> 00:00:01.000")]
    [InlineData("00:00:00.0000 --> 00:00:01.000")]
    [InlineData("000:00.000 --> 00:01.000")]
    [InlineData("00:00.000 --> 000:01.000")]
    [InlineData("0000:00.000 --> 00:00:01.000")]
    [InlineData("00:0:00.000 --> 00:00:01.000")]
    [InlineData("00:00:0.000 --> 00:00:01.000")]
    [InlineData("00:00:00.00 --> 00:00:01.000")]
    [InlineData("00:00:00 --> 00:00:01.000")]
    [InlineData("0:00.000 --> 00:01.000")]
    [InlineData("00:00,000 --> 00:01,000")]
    [InlineData("-00:00.000 --> 00:01.000")]
    [InlineData("00:00.000 --> ")]
    [InlineData(" --> 00:01.000")]
    [InlineData("00:00:00.000 -> 00:00:01.000")]
    [InlineData("\v00:00:00.000 --> 00:00:01.000")]
    public void Cue_with_bad_times_is_skipped(string times)
    {
        var vtt = Reading.Of("WEBVTT\n\n" + times + "\nbad\n\n" + Times + "\ngood\n");
        Assert.Equal(["good"], vtt.Texts());
        Assert.Contains(4, vtt.Ledger.Unrecognised().SelectMany(l => Enumerable.Range(l.First, l.Count)));
    }

    [Fact]
    public void Times_that_are_too_short_too_long_or_wrongly_divided_spoil_their_cue_alone()
    {
        string[] bad =
        [
            "00:0000.000", "00:00:00000", "00:00:00.0", "00:00:00.", "00:00:0", "00:00:", "00:00", "00:0", "00:", "00", "0", "", "0000.000", "00:0.000", "00:00000", "00:00.00", "00:00.0", "00:00.", "0:00.", ":00.",
            "00.", "0.", ".", "00:00::00.000", "00:00.0000", "00::00.000", "00:000.000", "00:00..000", "+00:00.000", "٠٠:00.000", "00:00:00,000", "00:00:00:000", "1e2:00:00.000", "00 :00:00.000",
        ];
        var starts = Reading.Of("WEBVTT\n\n" + string.Concat(bad.Select(b => $"{b} --> 00:00:01.000\nbad\n\n")) + Times + "\ngood\n");
        Assert.Equal(["good"], starts.Texts());
        Assert.Equal(bad.Length, starts.Codes().Count(c => c == "TN211"));
        var ends = Reading.Of("WEBVTT\n\n" + string.Concat(bad.Select(b => $"00:00:00.000 --> {b}\nbad\n\n")) + Times + "\ngood\n");
        Assert.Equal(["good"], ends.Texts());
    }

    [Fact]
    public void Ends_before_starts_are_kept_as_stated()
    {
        var vtt = Reading.Of("WEBVTT\n\n00:00:00.000 --> 00:00:00.000\na\n\n00:00:01.000 --> 00:00:00.999\nb\n\n01:00:00.000 --> 00:59:59.999\nc\n");
        Assert.Equal([(0, 0, "a"), (1000, 999, "b"), (3_600_000, 3_599_999, "c")], vtt.Cues());
    }

    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("<ruby>a<rt>b", "ab")]
    [InlineData("<ruby>a<rt><b>b</rt></ruby></b>c", "abc")]
    [InlineData("&<c>x", "&x")]
    [InlineData("&amp", "&")]
    [InlineData("a&#32;b", "a b")]
    [InlineData("<i>a</i> <b>b</b> <u>c</u>", "a b c")]
    [InlineData("<c.yellow.bg_blue>That's</c> <c>amore", "That's amore")]
    [InlineData("<ruby>base<rt>gloss</rt></ruby>", "basegloss")]
    [InlineData("<lang en-GB>colour</lang>", "colour")]
    [InlineData("<b><i><b>deep</i></b></u></b>", "deep")]
    [InlineData("<unknown x=1>kept</unknown>", "kept")]
    [InlineData("this<00:00:01.500><c> will</c>", "this will")]
    [InlineData("one</>two<>three", "onetwothree")]
    [InlineData("a <b", "a")]
    [InlineData("two <c\n.x>lines</c>", "two\nlines")]
    [InlineData("&amp; &lt;&gt; &nbsp;x", "& <> \u00A0x")]
    [InlineData("a&lrm;b&rlm;c", "a\u200Eb\u200Fc")]
    [InlineData("&quot;&copy;&#39;&#x27;&hellip;", "\"©''…")]
    [InlineData("& && &1; &; &nosuch; R&D", "& && &1; &; &nosuch; R&D")]
    [InlineData("&#0;&#x110000;&#99999999999;", "\uFFFD\uFFFD\uFFFD")]
    public void Cue_text_loses_its_mark_up(string payload, string words) =>
        Assert.Equal([words], Reading.Of("WEBVTT\n\n" + Times + "\n" + payload + "\n").Texts());

    [Fact]
    public void Styles_and_regions_end_at_an_empty_line_and_count_only_before_the_first_cue()
    {
        var vtt = Reading.Of("WEBVTT\n\nSTYLE\n::cue(#foo) {\n    width: 20px;\n} /*\nNOTE hello\n00:00:00.000 -- > 00:00:01.000\n*/\n\n.bar {\n}\n\nREGION: id=old width=40%\n\nfoo\n"
            + Times + "\ntext\n\nSTYLE\n::cue(::bar) { }\n\nbar\n" + Times + "\ntext\n");
        Assert.Equal(["text", "text"], vtt.Texts());
        Assert.Equal([new LineSpan(11, 12), new LineSpan(20, 21)], vtt.Ledger.Unrecognised());
    }
}
