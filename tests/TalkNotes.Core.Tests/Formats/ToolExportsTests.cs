using TalkNotes.Core.Documents;

namespace TalkNotes.Core.Tests.Formats;

/// <summary>Transcripts as tools export them and as panels are copied: what the tool says itself is furniture, each time and name goes to the words it stands for.</summary>
public sealed class ToolExportsTests
{
    [Fact]
    public void A_meeting_transcript_has_notices_and_times_of_blocks()
    {
        var parsed = Reading.Of("""
            Mar 14, 2024
            Weekly sync - Transcript

            00:00:00

            Ada Keller: So we begin.
            Jo Winter: Note: the room is cold.

            00:05:00

            Ada Keller: And go on.
            Jo Winter: And end.

            Transcription ended after 00:09:12

            This editable transcript was computer generated and might contain errors. People can also change the text after it was created.
            """);
        Assert.Equal([(0, null, "So we begin."), (null, null, "Note: the room is cold."), (300_000, null, "And go on."), (null, null, "And end.")], parsed.Cues());
        Assert.Equal(["Ada Keller", "Jo Winter", "Ada Keller", "Jo Winter"], parsed.Document.Segments.Select(s => s.Speaker));
        Assert.Equal(2, parsed.Ledger.Owners.Count(o => o.Owner is "notice" or "site navigation" || (o.Kind == LineKind.Chrome && o.Owner != "rule")));
    }

    [Theory]
    [InlineData("Transkript", "Sekunden", "1 Minute und 5 Sekunden", "Englisch (automatisch erzeugt)")]
    [InlineData("Transcription", "secondes", "1 minute et 5 secondes", "Anglais (générés automatiquement)")]
    [InlineData("Transcripción", "segundos", "1 minuto y 5 segundos", "Inglés (generados automáticamente)")]
    [InlineData("文字起こし", "秒", "1 分 5 秒", "英語 (自動生成)")]
    [InlineData("Расшифровка видео", "секунды", "1 минута 5 секунд", "Английский (создано автоматически)")]
    [InlineData("스크립트", "초", "1분 5초", "영어 (자동 생성됨)")]
    [InlineData("Transcript", "seconds", "1 minute, 5 seconds", "English")]
    public void The_panel_is_read_in_the_languages_of_its_pages(string name, string seconds, string aloud, string language)
    {
        var parsed = Reading.Of($"{name}\n0:04\n4 {seconds}\nso today we talk about\n0:09\n9 {seconds}\n5 models and\n1:05\n{aloud}\nreasoning\n{language}\n");
        Assert.Equal([(4000, null, "so today we talk about"), (9000, null, "5 models and"), (65_000, null, "reasoning")], parsed.Cues());
        Assert.Equal("en", parsed.Document.Metadata.Language);
        Assert.Empty(parsed.Document.Chapters);
    }

    [Theory]
    [InlineData("0:044 secondsso we begin\n0:099 secondsand go on\n1:051 minute, 5 secondsand end\n")]
    [InlineData("0:04\n4 Sekundenso we begin\n0:09\n9 Sekundenand go on\n1:05\n1 Minute und 5 Sekundenand end\n")]
    [InlineData("Ada\n4 seconds\n0:04\nso we begin\nJo\n9 seconds\n0:09\nand go on\nAda\n1 minute 5 seconds\n1:05\nand end\n")]
    public void Times_read_aloud_are_not_said(string text) =>
        Assert.Equal([(4000, null, "so we begin"), (9000, null, "and go on"), (65_000, null, "and end")], Reading.Of(text).Cues());

    [Fact]
    public void A_number_of_things_is_no_time_read_aloud()
    {
        var parsed = Reading.Of("0:04\n4 models were trained\n0:09\nand failed\n1:05\nso we stopped\n");
        Assert.Equal(["4 models were trained", "and failed", "so we stopped"], parsed.Texts());
    }

    /// <summary>A few words without a full stop, below a name and above another, are all that somebody says, not the title of a chapter.</summary>
    [Theory]
    [InlineData("Ada Keller\n(0:01)\nYou know what I mean\nJo Winter\n(0:04)\nYeah\nAda Keller\n(0:09)\nSo we go on.\nJo Winter\n(0:12)\nLet's go\n")]
    [InlineData("## Ada Keller\nYou know what I mean\n\n## Jo Winter\nYeah\n\n## Ada Keller\nSo we go on.\n\n## Jo Winter\nLet's go\n")]
    [InlineData("0:01\nAda Keller\nYou know what I mean\n\n0:04\nJo Winter\nYeah\n\n0:09\nAda Keller\nSo we go on.\n\n0:12\nJo Winter\nLet's go\n")]
    public void Short_turns_are_no_titles(string text)
    {
        var parsed = Reading.Of(text);
        Assert.Equal(["You know what I mean", "Yeah", "So we go on.", "Let's go"], parsed.Texts());
        Assert.Equal(["Ada Keller", "Jo Winter", "Ada Keller", "Jo Winter"], parsed.Document.Segments.Select(s => s.Speaker));
        Assert.Empty(parsed.Document.Chapters);
    }

    [Fact]
    public void Words_that_announce_go_on_with_the_turn_above()
    {
        var parsed = Reading.Of("Q: So what did you measure?\n\nA: The cost of it all.\n\nNote: the slide is wrong here.\n\nQ: And then?\n\nA: We left.\n\nNote: this was cut.\n");
        Assert.Equal(["Q", "A", "A", "Q", "A", "A"], parsed.Document.Segments.Select(s => s.Speaker));
        Assert.Contains("Note: this was cut.", parsed.Texts());
    }

    [Theory]
    [InlineData("Ada Keller (0:01) So we begin.\nJo Winter (0:04) And go on.\nAda Keller (0:09) And end.\n")]
    [InlineData("Ada Keller   0:01   So we begin.\nJo Winter   0:04   And go on.\nAda Keller   0:09   And end.\n")]
    public void A_time_may_stand_between_name_and_words(string text)
    {
        var parsed = Reading.Of(text);
        Assert.Equal([(1000, null, "So we begin."), (4000, null, "And go on."), (9000, null, "And end.")], parsed.Cues());
        Assert.Equal(["Ada Keller", "Jo Winter", "Ada Keller"], parsed.Document.Segments.Select(s => s.Speaker));
    }

    [Fact]
    public void A_time_of_day_within_a_sentence_stays_there()
    {
        var parsed = Reading.Of("(0:01)\nAt 3:45 the cluster broke.\n\n(0:04)\nAt 4:30 it ran.\n\n(0:09)\nBy 5:00 all was well.\n\n(0:12)\nBy 6:00 we left.\n");
        Assert.Equal(["At 3:45 the cluster broke.", "At 4:30 it ran.", "By 5:00 all was well.", "By 6:00 we left."], parsed.Texts());
        Assert.All(parsed.Document.Segments, s => Assert.Null(s.Speaker));
    }

    [Fact]
    public void A_time_of_day_behind_a_sound_makes_nobody_speak()
    {
        var parsed = Reading.Of("*Ada Keller (0:01)*\nHm. [laughter] At 3:45 the cluster broke\n\n*Jo Winter (0:09)*\nHm. [laughter] At 3:45 it did\n\n*Ada Keller (0:12)*\nSo we left.\n");
        Assert.Equal(["Hm. [laughter] At 3:45 the cluster broke", "Hm. [laughter] At 3:45 it did", "So we left."], parsed.Texts());
        Assert.Equal(["Ada Keller", "Jo Winter", "Ada Keller"], parsed.Document.Segments.Select(s => s.Speaker));
    }

    [Fact]
    public void Names_in_brackets_behind_times_with_links_among_the_words_are_no_chapters()
    {
        var parsed = Reading.Of(string.Join("\n\n", Enumerable.Range(0, 8).Select(i => $"[00:00:{i * 4:00}] [{(i % 2 == 0 ? "Ada Keller" : "Jo Winter")}] {(i % 3 == 0 ? $"See https://a.example/{i} for it." : $"Let's go {i}")}")));
        Assert.Equal(8, parsed.Document.Segments.Length);
        Assert.Equal(["Ada Keller", "Jo Winter"], parsed.Document.Metadata.Speakers.Select(s => s.Name));
    }

    [Fact]
    public void Two_times_may_stand_before_the_words() =>
        Assert.Equal([(0, 4000, "so we begin"), (4000, 9500, "and go on")], Reading.Of("00:00:00-00:00:04: so we begin\n00:00:04-00:00:09.500: and go on\n").Cues());

    [Fact]
    public void Labels_of_audacity_are_a_table_without_names()
    {
        var parsed = Reading.Of("0.840000\t2.293000\tso we begin\n2.293000\t5.500000\tand go on\n");
        Assert.Equal("timed-table", parsed.Format.Id);
        Assert.Equal([(840, 2293, "so we begin"), (2293, 5500, "and go on")], parsed.Cues());
    }

    [Theory]
    [InlineData("""{"speakers": [{"id": 0, "name": "Ada"}, {"id": 1, "name": "Jo"}], "monologues": [{"speaker": 0, "elements": [{"type": "text", "value": "Hi", "ts": 0.5, "end_ts": 1}]}, {"speaker": 1, "elements": [{"type": "text", "value": "Yes", "ts": 1, "end_ts": 2}]}]}""")]
    [InlineData("""{"monologues": [{"speaker": 0, "speaker_info": {"display_name": "Ada"}, "elements": [{"type": "text", "value": "Hi", "ts": 0.5, "end_ts": 1}]}, {"speaker": 1, "speaker_info": {"display_name": "Jo"}, "elements": [{"type": "text", "value": "Yes", "ts": 1, "end_ts": 2}]}]}""")]
    [InlineData("""{"speakers": [{"speaker": "Ada", "text": " Hi", "timestamp": [0.5, 1]}, {"speaker": "Jo", "text": " Yes", "timestamp": [1, 2]}], "chunks": [{"text": " Hi", "timestamp": [0.5, 1]}, {"text": " Yes", "timestamp": [1, 2]}], "text": "Hi Yes"}""")]
    public void Names_of_speakers_are_found_where_the_service_puts_them(string json)
    {
        var parsed = Reading.Of(json);
        Assert.Equal([(500, 1000, "Hi"), (1000, 2000, "Yes")], parsed.Cues());
        Assert.Equal(["Ada", "Jo"], parsed.Document.Segments.Select(s => s.Speaker));
        Assert.Equal(["Ada", "Jo"], parsed.Document.Metadata.Speakers.Select(s => s.Name));
    }

    [Fact]
    public void Names_behind_times_with_links_below_are_no_chapters()
    {
        var turns = Enumerable.Range(0, 12).Select(i => $"0:{i * 4:00} {(i % 2 == 0 ? "Ada Keller" : "Jo Winter")}\nWe wrote it up at https://a.example/{i} for all to see.\n");
        var parsed = Reading.Of(string.Join('\n', turns));
        Assert.Equal(12, parsed.Document.Segments.Length);
        Assert.Equal("Jo Winter", parsed.Document.Segments[1].Speaker);
    }

    [Fact]
    public void A_short_arrow_among_long_ones_leaves_no_number_behind()
    {
        var parsed = Reading.Of("1\n00:00:01,000 --> 00:00:02,000\nSo we begin.\n\n2\n00:00:02,000 -> 00:00:03,000\nAnd go on.\n\n3\n00:00:03,000 --> 00:00:04,000\nAnd end.\n");
        Assert.Equal(["So we begin.", "And go on.", "And end."], parsed.Texts());
        Assert.Equal(0, parsed.Ledger.Count(LineKind.Unrecognised));
    }
}
