using TalkNotes.Core.Documents;

namespace TalkNotes.Core.Tests.Formats;

/// <summary>What WebVTT means for a talk; the letter of the parsing rules is in <see cref="WebVttConformanceTests"/>.</summary>
public sealed class WebVttFormatTests
{
    [Fact]
    public void Voice_spans_name_speakers_and_mark_turns()
    {
        var vtt = Reading.Of("""
            WEBVTT

            00:00:00.000 --> 00:00:05.000
            <v Mary Ann>Podcasting is changing.

            00:00:05.000 --> 00:00:10.000
            <v.loud Tom>Yes.</v>

            00:00:10.000 --> 00:00:15.000
            <v Tom>It is.
            """);
        Assert.Equal("webvtt", vtt.Format.Id);
        Assert.Equal(1, vtt.Match.Confidence);
        Assert.Equal([(0, "Mary Ann"), (1, "Tom"), (1, "Tom")], vtt.Turns());
        Assert.Equal([("Mary Ann", 1), ("Tom", 1)], vtt.Document.Metadata.Speakers.Select(s => (s.Name, s.Turns)));
        Assert.Equal(new LineSpan(4), vtt.Document.Segments[0].Lines);
    }

    [Fact]
    public void The_same_words_again_and_again_are_a_refrain_and_no_rolling()
    {
        var vtt = "WEBVTT\n\n" + string.Concat(Enumerable.Range(0, 9).Select(i => $"00:0{i}.000 --> 00:0{i + 1}.000\nla la\n\n"));
        Assert.Equal(9, Reading.Of(vtt).Document.Segments.Length);
    }

    [Fact]
    public void Voice_governs_its_own_caption_only()
    {
        const string Changes = "WEBVTT\n\n00:01.000 --> 00:02.000\n<v Ann>One\n\n00:02.000 --> 00:03.000\ntwo\n\n00:03.000 --> 00:04.000\n<v Bob>Three\n";
        Assert.Equal([(0, "Ann"), (null, null), (1, "Bob")], Reading.Of(Changes).Turns());

        const string Every = "WEBVTT\n\n00:01.000 --> 00:02.000\n<v Ann>One\n\n00:02.000 --> 00:03.000\n<v Ann>two\n\n00:03.000 --> 00:04.000\nThree\n";
        Assert.Equal([(0, "Ann"), (0, "Ann"), (null, null)], Reading.Of(Every).Turns());
    }

    [Fact]
    public void Two_voices_in_a_caption_are_two_segments_at_its_time()
    {
        var vtt = Reading.Of("WEBVTT\n\n00:01.000 --> 00:02.000\n<v Ann>Did you?</v>\n<v Bob>I did.</v>\n");
        Assert.Equal([(1000, 2000, "Did you?"), (1000, 2000, "I did.")], vtt.Cues());
        Assert.Equal([new LineSpan(4), new LineSpan(5)], vtt.Document.Segments.Select(s => s.Lines));
    }

    [Fact]
    public void Marks_at_line_starts_begin_turns_by_nobody_named()
    {
        var vtt = Reading.Of("WEBVTT\n\n00:01.000 --> 00:02.000\nbefore\n\n00:02.000 --> 00:03.000\n&gt;&gt; Hello.\n&gt;&gt; JOHN: Hi.\n\n00:03.000 --> 00:04.000\nthere\n");
        Assert.Equal(["before", "Hello.", "Hi.", "there"], vtt.Texts());
        Assert.Equal([(null, null), (0, null), (1, "JOHN"), (1, "JOHN")], vtt.Turns());
    }

    [Fact]
    public void Rolling_captions_are_said_once_at_the_time_they_appear()
    {
        var text = new System.Text.StringBuilder("WEBVTT\nKind: captions\nLanguage: en\n\n");
        string[] said = ["so today we", "talk about", "reasoning and", "what it costs", "to run", "these models"];
        for (var i = 0; i < said.Length; i++)
        {
            text.Append(Invariant($"00:00:0{i}.160 --> 00:00:0{i + 1}.150 align:start position:0%\n{(i == 0 ? " " : said[i - 1])}\n"));
            text.Append(Invariant($"{said[i].Split(' ')[0]}<00:00:0{i}.480><c> {string.Join(' ', said[i].Split(' ')[1..])}</c>\n\n"));
            text.Append(Invariant($"00:00:0{i + 1}.150 --> 00:00:0{i + 1}.160 align:start position:0%\n{said[i]}\n \n\n"));
        }

        var vtt = Reading.Of(text.ToString());
        Assert.Equal(said, vtt.Texts());
        Assert.Equal(Enumerable.Range(0, said.Length).Select(i => (double?)((i * 1000) + 160)), vtt.Cues().Select(c => c.Start));
        Assert.Equal(new LineSpan(7, 14), vtt.Document.Segments[0].Lines);
        Assert.Equal("en", vtt.Document.Metadata.Language);
        Assert.Equal(0, vtt.Ledger.Count(LineKind.Unrecognised));
        Assert.All(vtt.Turns(), t => Assert.Null(t.Turn));
    }

    [Fact]
    public void Comments_styles_and_regions_are_furniture_and_skipped_blocks_are_shown()
    {
        var vtt = Reading.Of("WEBVTT - a title\n\nNOTE made by hand\nin two lines\n\nSTYLE\n::cue { color: red }\n\nREGION\nid:a\n\n00:99.000 --> 00:01.000\nlost?\n\nno cue at all\n\n1\n00:01.000 --> 00:02.000 line:0\nkept\n");
        Assert.Equal(["kept"], vtt.Texts());
        Assert.Equal(["comment", "comment", "style sheet", "style sheet", "region", "region"], vtt.Ledger.Owners.Where(o => o.Kind == LineKind.Chrome).Select(o => o.Owner));
        Assert.Equal([new LineSpan(12, 13), new LineSpan(15)], vtt.Ledger.Unrecognised());
        Assert.Contains(vtt.Document.Diagnostics, d => d is { Code: "TN211", Line: 12 });
    }

    [Fact]
    public void Damaged_signature_is_an_error_and_everything_readable_is_read()
    {
        var vtt = Reading.Of("\n webvtt\n\n00:01.000 --> 00:02.000\nkept\n");
        Assert.Equal("webvtt", vtt.Format.Id);
        Assert.Equal(0.6, vtt.Match.Confidence);
        Assert.Equal(["kept"], vtt.Texts());
        Assert.Contains(vtt.Document.Diagnostics, d => d is { Code: "TN210", Severity: Severity.Error, Line: 2 });
    }

    [Fact]
    public void Caption_without_words_and_one_that_ends_too_early_are_noted()
    {
        var vtt = Reading.Of("WEBVTT\n\n00:01.000 --> 00:02.000\n\n00:03.000 --> 00:02.000\n[Music]\n");
        Assert.Equal([(3000, 2000, "[Music]")], vtt.Cues());
        Assert.Equal(["TN213", "TN212"], vtt.Codes());
    }

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
