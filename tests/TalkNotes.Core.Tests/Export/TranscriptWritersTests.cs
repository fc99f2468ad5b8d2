using System.Text.Json;
using TalkNotes.Core.Export;
using TalkNotes.Core.Talks;
using TalkNotes.Core.Tests.Formats;

namespace TalkNotes.Core.Tests.Export;

public sealed class TranscriptWritersTests
{
    private static readonly TalkSummary Talk = new()
    {
        Slug = "a-talk", Title = "A talk", Show = "A show", Published = new DateOnly(2025, 5, 14), Url = "https://example.com/a", Language = "en",
        HasTranscript = true, IsTimed = true, IsLabelled = true, SegmentCount = 4, WordCount = 9,
    };

    private static readonly TranscriptSegment[] Labelled =
    [
        new(0, 0, 1500, 0, "Noam Brown", "R&D is <hard> --> true.", [1, 1]),
        new(1, 1500, null, 0, "Noam Brown", "Two\n\nlines", [2, 2]),
        new(2, null, null, 0, "Noam Brown", "without a time", [3, 3]),
        new(3, 3_723_004, 3_724_000, 1, "Pat Grady", "Yes.", [4, 4]),
    ];

    [Fact]
    public void WebVTT_has_voices_and_escapes()
    {
        const string Expected = """
            WEBVTT

            NOTE
            A talk
            A show · 2025-05-14
            https://example.com/a
            Language: en

            00:00:00.000 --> 00:00:01.500
            <v Noam Brown>R&amp;D is &lt;hard&gt; --&gt; true.</v>

            00:00:01.500 --> 01:02:03.004
            <v Noam Brown>Two
            lines</v>
            <v Noam Brown>without a time</v>

            01:02:03.004 --> 01:02:04.000
            <v Pat Grady>Yes.</v>


            """;
        Assert.Equal(Expected.ReplaceLineEndings("\n"), Write("vtt", Labelled));
    }

    [Fact]
    public void SubRip_names_speakers_where_they_change()
    {
        const string Expected = """
            1
            00:00:00,000 --> 00:00:01,500
            Noam Brown: R&D is <hard> --&gt; true.

            2
            00:00:01,500 --> 01:02:03,004
            Two
            lines
            without a time

            3
            01:02:03,004 --> 01:02:04,000
            Pat Grady: Yes.


            """;
        Assert.Equal(Expected.ReplaceLineEndings("\n"), Write("srt", Labelled));
    }

    [Fact]
    public void Plain_text_reads_like_a_transcript()
    {
        const string Expected = """
            A talk
            A show · 2025-05-14
            https://example.com/a

            [0:00:00] Noam Brown: R&D is <hard> --> true.
            [0:00:01] Two lines
            without a time

            [1:02:03] Pat Grady: Yes.

            """;
        Assert.Equal(Expected.ReplaceLineEndings("\n"), Write("txt", Labelled));
    }

    [Fact]
    public void Podcast_json_states_only_what_the_transcript_states()
    {
        using var json = JsonDocument.Parse(Write("podcast", Labelled)!);
        var segments = json.RootElement.GetProperty("segments");
        Assert.Equal(3723.004, segments[3].GetProperty("startTime").GetDouble());
        Assert.False(segments[2].TryGetProperty("startTime", out _));
        Assert.Equal("Pat Grady", segments[3].GetProperty("speaker").GetString());
    }

    [Fact]
    public void Captions_need_times()
    {
        TranscriptSegment[] untimed = [new(0, null, null, 0, "A", "Words.", [1, 1])];
        Assert.Null(Write("vtt", untimed));
        Assert.Null(Write("srt", untimed));
        Assert.NotNull(Write("txt", untimed));
    }

    [Theory]
    [InlineData("vtt", "webvtt")]
    [InlineData("srt", "subrip")]
    [InlineData("podcast", "podcast-json")]
    public void What_went_out_comes_in_again_as_the_same_segments(string id, string format)
    {
        var random = new Random(5);
        for (var i = 0; i < 200; i++)
        {
            var segments = Some(random);
            var read = Reading.Of(Write(id, segments)!);
            Assert.Equal(format, read.Format.Id);
            Assert.Equal(
                segments.Select(s => ((double?)s.StartMs, (double?)s.EndMs, s.Speaker, s.Text)),
                read.Document.Segments.Select(s => (s.Start?.TotalMilliseconds, s.End?.TotalMilliseconds, s.Speaker, s.Text)));
        }
    }

    [Theory]
    [InlineData("vtt", "webvtt")]
    [InlineData("srt", "subrip")]
    public void Words_that_look_like_the_file_s_own_marks_come_back_as_words(string id, string format)
    {
        string[] pieces =
        [
            "00:00:01,000 --> 00:00:02,000", "00:01.000 --> 00:02.000 align:start", "0:01 -> 0:02", "0:00:01.500,0:00:04.000", "\uFEFF00:00:01,000 --> 00:00:02,000", "a --> b", "-->", "--&gt;", "<!--", "7", "8\n9", "1\n\n2",
            "WEBVTT", "webvtt - x", "NOTE this", "STYLE", "REGION", "{\\an8}up", "{y:i}x", "\\N", "\\h", "a\\Nb", "<b>bold</b>", "<i", "<v Ann>x</v>", "<00:00:01.000>", "<br>", "R&D", "&amp;", "&amp;amp;", "&#65;", "&lt;b&gt;", "&copy 2025",
            "a\n\n\nb", "a\r\nb", "a\rb", "a\u2028b", "a\u0085b", "x\t\ty", "- dash", "[Music]", "日本語", "\U0001F600", "\u200Bx", "what: this", "Sarah: hello there",
        ];
        var random = new Random(7);
        for (var i = 0; i < 400; i++)
        {
            var segments = Enumerable.Range(0, random.Next(1, 9)).Select(n => new TranscriptSegment(
                n, n * 2000, (n * 2000) + 1500, n % 2, n % 2 == 0 ? "Noam Brown" : "Łukasz Kaiser", $"w{n} " + string.Join(random.Next(2) == 0 ? " " : "\n", Enumerable.Range(0, random.Next(1, 4)).Select(_ => pieces[random.Next(pieces.Length - 1)])), [1, 1])).ToList();
            segments.Add(segments[^1] with { N = segments.Count, StartMs = 90_000, EndMs = 91_000, Text = pieces[i % pieces.Length] }); // alone, at the start of its cue
            var written = Write(id, segments)!;
            var read = Reading.Of(written);
            Assert.Equal(format, read.Format.Id);
            Assert.Equal(
                segments.Select(s => ((double?)s.StartMs, (double?)s.EndMs, s.Speaker, CaptionLines.Of(s.Text))),
                read.Document.Segments.Select(s => (s.Start?.TotalMilliseconds, s.End?.TotalMilliseconds, s.Speaker, s.Text)));
            Assert.Empty(read.Document.Diagnostics);
        }
    }

    [Fact]
    public void Every_format_has_a_name_a_type_and_one_id()
    {
        Assert.Equal(ExportFormat.All.Length, ExportFormat.All.Select(f => f.Id).Distinct().Count());
        Assert.Equal(ExportFormat.All.Length, ExportFormat.All.Select(f => f.Ending).Distinct().Count());
        Assert.All(ExportFormat.All, f => Assert.Same(f, ExportFormat.Find(f.Id)));
        Assert.Null(ExportFormat.Find("doc"));
    }

    private static string? Write(string id, IReadOnlyList<TranscriptSegment> segments) => ExportFormat.Find(id)!.Write(new ExportedTalk(Talk, [], segments), new ExportSite(ExportSite.Default)) is { } bytes ? System.Text.Encoding.UTF8.GetString(bytes) : null;

    /// <summary>A transcript in which everybody is named, with words that caption files must guard.</summary>
    private static List<TranscriptSegment> Some(Random random)
    {
        string[] names = ["Noam Brown", "Łukasz Kaiser", "Speaker 2", "Van der Berg"];
        string[] words = ["so", "R&D", "a < b", "x > y", "1984", "[Music]", "it’s", "two\nlines", "日本語", "…", "- dash", "{braces}"];
        var segments = new List<TranscriptSegment>();
        var (at, turn) = (0L, -1);
        string? speaker = null;
        for (var n = 0; n < random.Next(1, 12); n++)
        {
            var next = names[random.Next(names.Length)];
            turn += next == speaker ? 0 : 1;
            speaker = next;
            at += random.Next(1, 4000);
            var text = string.Join(' ', Enumerable.Range(0, random.Next(1, 6)).Select(_ => words[random.Next(words.Length)]));
            segments.Add(new TranscriptSegment(n, at, at + random.Next(1, 9000), turn, speaker, text, [1, 1]));
        }

        return segments;
    }
}
