using TalkNotes.Core.Documents;

namespace TalkNotes.Core.Tests.Formats;

/// <summary>SubRip has no standard; the cases are those of public parsers and of files that circulate.</summary>
public sealed class SubRipFormatTests
{
    [Theory]
    [InlineData("1\n00:00:01,500 --> 00:00:04,000\nWords\n")]
    [InlineData("\uFEFF1\n00:00:01,500 --> 00:00:04,000\nWords")]
    [InlineData("1\r\n00:00:01,500 --> 00:00:04,000\r\nWords\r\n\r\n")]
    [InlineData("1\r00:00:01,500 --> 00:00:04,000\rWords\r\r")]
    [InlineData("1\n00:00:01.500 --> 00:00:04.000\nWords\n")]
    [InlineData("1\n00:00:01.5 --> 00:00:04\nWords\n")]
    [InlineData("1\n0:00:01,500 --> 0:00:04,000\nWords\n")]
    [InlineData("1\n00:01,500 --> 00:04,000\nWords\n")]
    [InlineData("00:00:01,500 --> 00:00:04,000\nWords\n")]
    [InlineData("\n\n1\n00:00:01,500-->00:00:04,000\n\nWords\n")]
    [InlineData("1\n00:00:01,500 --> 00:00:04,000  X1:000 X2:000 Y1:050 Y2:100\nWords\n")]
    [InlineData("1\n00:00:01，500 --> 00:00:04，000\nWords\n")]
    [InlineData("7\n00:00:01,500 -> 00:00:04,000\n{\\an8}<i>Words</i>\n")]
    [InlineData("1\n00:00:01,500 --> 00:00:04,000\n<font color=\"#fff\" size=12>Words</font>{\\pos(1,2)}\n")]
    [InlineData("0:00:01.500,0:00:04.000\nWords\n")]
    public void One_caption_in_every_dialect(string file)
    {
        var srt = Reading.Of(file);
        Assert.Equal("subrip", srt.Format.Id);
        Assert.Equal([(1500, 4000, "Words")], srt.Cues());
        Assert.Equal(0, srt.Ledger.Count(LineKind.Unrecognised));
    }

    [Fact]
    public void Hours_have_no_limit_and_captions_may_overlap_and_lack_order()
    {
        var srt = Reading.Of("2\n123:00:01,001 --> 123:00:05,002\nlate\n\n1\n00:00:03,000 --> 00:00:09,000\nearly\n");
        Assert.Equal([(442801001, 442805002, "late"), (3000, 9000, "early")], srt.Cues());
    }

    [Fact]
    public void Blank_lines_may_be_missing_or_stand_inside_a_caption()
    {
        var srt = Reading.Of("1\n00:00:01,000 --> 00:00:02,000\none\n2\n00:00:02,000 --> 00:00:03,000\ntwo\n\nstill two\n\n3\n00:00:03,000 --> 00:00:04,000\n1984\n4\n00:00:04,000 --> 00:00:05,000\nfour\n");
        Assert.Equal(["one", "two\nstill two", "1984", "four"], srt.Texts());
    }

    [Fact]
    public void Word_where_the_number_should_stand_is_no_speech()
    {
        var srt = Reading.Of("1\n00:00:01,000 --> 00:00:02,000\none\n\n2a\n00:00:02,000 --> 00:00:03,000\ntwo\n\nthis is said\n00:00:03,000 --> 00:00:04,000\nthree\n");
        Assert.Equal(["one", "two\nthis is said", "three"], srt.Texts());
        Assert.Equal(0, srt.Ledger.Count(LineKind.Unrecognised));
    }

    [Fact]
    public void Captions_without_numbers_keep_their_figures()
    {
        var srt = Reading.Of("00:00:01,000 --> 00:00:02,000\nin the year\n1984\n\n00:00:02,000 --> 00:00:03,000\nit was\n");
        Assert.Equal(["in the year\n1984", "it was"], srt.Texts());
    }

    [Fact]
    public void Broken_captions_are_skipped_and_shown()
    {
        var srt = Reading.Of("1\n00:00:01,000 --> 00:00:02,000\none\n\n2\n00:00:xx,000 --> 00:00:03,000\nbad times\n\n3\nno times\n\n4\n00:00:04,000 --> 00:00:05,000\nfour\n");
        Assert.Equal(["one", "four"], srt.Texts());
        Assert.Equal([new LineSpan(5, 7), new LineSpan(9, 10)], srt.Ledger.Unrecognised());
        Assert.Equal([6, 9], srt.Document.Diagnostics.Where(d => d.Code == "TN211").Select(d => d.Line!.Value));
    }

    [Fact]
    public void Labels_mark_changes_of_speaker_and_govern_what_follows()
    {
        var srt = Reading.Of("1\n00:00:00,000 --> 00:00:02,760\nSarah: In today's episode,\nyou'll learn\n\n2\n00:00:02,760 --> 00:00:06,090\nmore. One rule: listen.\n\n3\n00:00:06,090 --> 00:00:07,000\nVan der Berg: Hi.\n\n4\n00:00:08,000 --> 00:00:09,000\n- Sarah: Hello.\n- Van der Berg: Yes?\n");
        Assert.Equal(["In today's episode,\nyou'll learn", "more. One rule: listen.", "Hi.", "Hello.", "Yes?"], srt.Texts());
        Assert.Equal([(0, "Sarah"), (0, "Sarah"), (1, "Van der Berg"), (2, "Sarah"), (3, "Van der Berg")], srt.Turns());
        Assert.Equal([("Sarah", 2), ("Van der Berg", 2)], srt.Document.Metadata.Speakers.Select(s => (s.Name, s.Turns)));
    }

    [Fact]
    public void Colons_of_sentences_name_nobody()
    {
        var srt = Reading.Of("1\n00:00:00,000 --> 00:00:02,000\nThere is one thing to say: no.\n\n2\n00:00:02,000 --> 00:00:04,000\nAnother thing: yes.\n\n3\n00:00:04,000 --> 00:00:05,000\nParis: a city.\n");
        Assert.All(srt.Turns(), t => Assert.Equal((null, null), t));
        Assert.Equal("Paris: a city.", srt.Texts().Last());
    }

    [Theory]
    [InlineData("2<3,5>1,4<6", "2<3,5>1,4<6")]
    [InlineData("<invalid>shown</invalid>", "<invalid>shown</invalid>")]
    [InlineData("<b><i>both</i></b>", "both")]
    [InlineData("{normal text} {y:i}italic", "{normal text} italic")]
    [InlineData("forced\\Nbreak\\hhere", "forced\nbreak\u00A0here")]
    [InlineData("<v Ann>not SubRip, but met</v>", "not SubRip, but met")]
    [InlineData("R&amp;D", "R&D")]
    public void Known_tags_go_and_everything_else_stays(string payload, string words) =>
        Assert.Equal([words], Reading.Of("1\n00:00:01,000 --> 00:00:02,000\n" + payload + "\n").Texts());

    [Theory]
    [InlineData("A text about 00:00:01,000 and arrows --> of time.\n")]
    [InlineData("1\n2\n3\n")]
    [InlineData("[00:00:01.000 --> 00:00:02.000]  words\n")]
    public void Other_texts_are_no_captions(string text) => Assert.NotEqual("subrip", Reading.Of(text).Format.Id);
}
