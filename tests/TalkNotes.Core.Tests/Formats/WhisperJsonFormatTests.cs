using TalkNotes.Core.Documents;

namespace TalkNotes.Core.Tests.Formats;

public sealed class WhisperJsonFormatTests
{
    [Fact]
    public void Segments_of_Whisper_have_times_and_no_turns()
    {
        var talk = Reading.Of("""
            {"text": " So today. We talk.", "segments": [
              {"id": 0, "seek": 0, "start": 0.0, "end": 4.5, "text": " So today.", "tokens": [1, 2], "avg_logprob": -0.1},
              {"id": 1, "start": 4.5, "end": 7.0049, "text": " We talk.", "words": [{"word": " We", "start": 4.5, "end": 5.0, "probability": NaN}]}
            ], "language": "en"}
            """);
        Assert.Equal("whisper-json", talk.Format.Id);
        Assert.Equal([(0, 4500, "So today."), (4500, 7005, "We talk.")], talk.Cues());
        Assert.Equal([new LineSpan(2), new LineSpan(3)], talk.Document.Segments.Select(s => s.Lines));
        Assert.All(talk.Turns(), t => Assert.Equal((null, null), t));
        Assert.Equal("en", talk.Document.Metadata.Language);
        Assert.Equal((4, 0), (talk.Ledger.Count(LineKind.Used), talk.Ledger.Count(LineKind.Unrecognised)));
    }

    [Fact]
    public void A_key_with_half_a_surrogate_pair_hides_no_other()
    {
        var talk = Reading.Of("""
            {"segments": [
              {"start": 0, "end": 1, "text": "So today."},
              {"\ud800": 1, "start": 1, "end": 2, "\ud801": {}, "text": "We talk."}
            ]}
            """);
        Assert.Equal([(0, 1000, "So today."), (1000, 2000, "We talk.")], talk.Cues());
    }

    [Fact]
    public void WhisperX_names_speakers_and_words_give_missing_times()
    {
        var talk = Reading.Of("""
            {"segments": [
              {"start": 0.031, "end": 2.5, "text": " Hello.", "speaker": "SPEAKER_00", "words": []},
              {"text": "Hi", "speaker": "SPEAKER_01", "words": [{"word": "2019"}, {"word": "Hi", "start": 2.6, "end": 2.9, "score": 0.9}]},
              {"start": 3, "end": 4, "text": "there", "speaker": "SPEAKER_01"},
              {"start": 4, "end": 5, "text": "who?"}
            ], "word_segments": [{"word": "Hello.", "start": 0.031}]}
            """);
        Assert.Equal([(31, 2500, "Hello."), (2600, 2900, "Hi"), (3000, 4000, "there"), (4000, 5000, "who?")], talk.Cues());
        Assert.Equal([(0, "SPEAKER_00"), (1, "SPEAKER_01"), (1, "SPEAKER_01"), (null, null)], talk.Turns());
        Assert.Equal("JSON field word_segments", talk.Ledger[6].Owner);
    }

    [Theory]
    [InlineData("""{"systeminfo": "x", "result": {"language": "de"}, "transcription": [{"timestamps": {"from": "00:00:00,000", "to": "00:00:02,500"}, "offsets": {"from": 0, "to": 2500}, "text": " Hallo"}]}""")]
    [InlineData("""{"text": "Hallo", "chunks": [{"timestamp": [0.0, 2.5], "text": " Hallo"}]}""")]
    [InlineData("""[{"start": 0, "end": 2.5, "text": "Hallo"}]""")]
    [InlineData("""{"segments": [{"id": 1, "start": "0", "end": "2.5", "text": "Hallo", "temperature": 0}], "duration": 2.5, "language": "german"}""")]
    [InlineData("""[{"text": "Hallo", "start": 0.0, "duration": 2.5}]""")]
    [InlineData("""{"video_id": "x", "snippets": [{"text": "Hallo", "start": 0.0, "duration": 2.5}]}""")]
    public void Kin_of_Whisper_are_read(string json) => Assert.Equal([(0, 2500, "Hallo")], Reading.Of(json).Cues());

    [Fact]
    public void Damaged_file_gives_everything_before_the_damage_and_says_where()
    {
        var talk = Reading.Of("{\"segments\": [\n{\"start\": 0, \"end\": 1, \"text\": \"one\"},\n{\"start\": 1, \"end\": 2, \"text\": \"two\"},\n{\"start\": 2, \"end\"\n: 3, \"te");
        Assert.Equal(["one", "two"], talk.Texts());
        Assert.Contains(talk.Document.Diagnostics, d => d is { Code: "TN220", Severity: Severity.Error, Line: 5 });
        Assert.Equal([new LineSpan(4, 5)], talk.Ledger.Unrecognised());
    }

    [Fact]
    public void Item_without_text_is_named_and_skipped()
    {
        var talk = Reading.Of("{\"segments\": [\n{\"start\": 0, \"end\": 1, \"text\": \"one\"},\n7,\n{\"start\": 1, \"end\": 2}]}");
        Assert.Equal(["one"], talk.Texts());
        Assert.Equal([3, 4], talk.Document.Diagnostics.Where(d => d.Code == "TN221").Select(d => d.Line!.Value));
    }
}
