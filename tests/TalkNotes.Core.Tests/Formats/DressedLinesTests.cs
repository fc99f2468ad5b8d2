using System.Globalization;
using TalkNotes.Core.Documents;

namespace TalkNotes.Core.Tests.Formats;

/// <summary>
/// Transcripts in all the ways in which sites, tools and people set times and names, made from a known talk: whatever the dress,
/// each word, time and speaker of the talk comes out, and nothing else.
/// </summary>
public sealed class DressedLinesTests
{
    private static readonly string[] Said =
    [
        "Most teams train larger models because it was cheap.", "So: what did you measure? The question is: why now?", "Note: it was never published, see https://a.example/c?t=63 for that.",
        "At 3:45 in the morning it broke.", "[laughter] Two reasons: cost and speed.", "I said: don't do it.", "Right.", "With about 40% less compute, and so on…",
    ];

    private static readonly string[][] Casts =
    [
        ["Noam Brown", "Sonya Huang"], ["Dr. Fei-Fei Li", "J. R. R. Tolkien"], ["Guido van Rossum", "Jean-Luc O'Neill"], ["SPEAKER_00", "SPEAKER_01"], ["Speaker 1", "Speaker 2"], ["HOST", "ADA KELLER"],
        ["李飞飞", "山田太郎"], ["Дмитрий Иванов", "Łukasz Kaiser"], ["Leah (she/her)", "Sam A."], ["Martin Luther King, Jr.", "Lenny"],
    ];

    /// <summary>How a turn looks: <c>N</c> the name, <c>T</c> the time, <c>X</c> the words.</summary>
    private static readonly string[] Named =
    [
        "N (T):\nX", "N (T)\nX", "N [T]:\nX", "N: (T)\nX", "**N** (T)\n\nX", "**N (T):**\nX", "N  T\nX", "N\tT\nX", "N - T\nX", "N | T\nX", "N · T\nX", "N @ T\nX", "N, T\nX", "**N** *T*\nX", "### N (T)\nX", "### N T\nX",
        "T N\nX", "[T] N\nX", "**[T]** **N**\nX", "N\nT\nX", "T\nN\nX", "**N** [(T)](https://youtu.be/AbCdEf12_-3?t=63)\nX", "[**N**](https://a.example/n) (T)\nX",
        "[T] N: X", "[T] **N:** X", "**[T] N:** X", "(T) N: X", "T N: X", "T – N: X", "N [T]: X", "N: (T) X", "**N:** [T] X", "- [T] N: X", "- **N** (T): X", "* T N: X", "[T](https://youtu.be/AbCdEf12_-3?t=63) N: X",
        "T\tN\tX", "| T | N | X |", "[T] [N] X", "[N] [T] X", "[T] <N> X", "N: X (T)", "N: X [T]", "[T --> T] [N]: X", "T --> T [N] X", "> **[T]** N: X", "`T` N: X",
    ];

    private static readonly string[] Unnamed =
    [
        "T\nX", "T X", "[T] X", "(T) X", "- [T] X", "**T** X", "`T` X", "[T](https://youtu.be/AbCdEf12_-3?t=63) X", "[[T](https://youtu.be/AbCdEf12_-3?t=63)] X", "T: X", "T - X", "T | X", "T\tX", "X [T]", "[T]\nX", "**[T]**\nX",
        "## T\nX", "| T | X |", "> [T] X", "<T> X", "{T} X", "#T X", "@T X", "T --> T X",
    ];

    private static readonly string[] Heads =
    [
        "", "# Scaling and its limits\n\n", "Episode 12: Scaling and its limits\nMarch 3, 2025\n\n", "---\ntitle: \"Scaling: a talk\"\nwho-knows: yes\nnested:\n  a: 1\n---\n\n", "Scaling and its limits\n\nTranscript\n\n",
        "Home\nSubscribe\n\nScaling and its limits\n\nShare\n\n",
    ];

    [Fact]
    public void Names_and_times_are_found_in_every_dress()
    {
        for (var i = 0; i < Named.Length; i++)
        {
            Check(Named[i], Casts[i % Casts.Length], i);
            Check(Named[i], Casts[(i + 3) % Casts.Length], i + 1);
        }
    }

    [Fact]
    public void Times_are_found_in_every_dress()
    {
        for (var i = 0; i < Unnamed.Length; i++)
        {
            Check(Unnamed[i], [], i);
            Check(Unnamed[i], [], i + 1);
        }
    }

    [Theory]
    [InlineData("[1h2m3s] so we begin\n[1h12m03s] and go on\n[2h0m0s] and end\n", 3_723_000, 4_323_000, 7_200_000)]
    [InlineData("62:03 so we begin\n72:03 and go on\n120:00 and end\n", 3_723_000, 4_323_000, 7_200_000)]
    [InlineData("[1:02:03.5] so we begin\n[1:12:03,250] and go on\n[02:00:00.000] and end\n", 3_723_500, 4_323_250, 7_200_000)]
    [InlineData("1:02:03so we begin\n1:12:03and go on\n2:00:00and end\n", 3_723_000, 4_323_000, 7_200_000)]
    [InlineData("1:02:03\n1 hour, 2 minutes, 3 secondsso we begin\n1:12:03\n1 hour, 12 minutes, 3 secondsand go on\n2:00:00\n2 hours, 0 minutes, 0 secondsand end\n", 3_723_000, 4_323_000, 7_200_000)]
    public void Times_in_other_notations_are_kept_to_the_millisecond(string text, double first, double second, double third)
    {
        var parsed = Reading.Of(text);
        Assert.Equal([(first, null, "so we begin"), (second, null, "and go on"), (third, null, "and end")], parsed.Cues());
    }

    [Fact]
    public void Lone_carriage_returns_end_lines_of_text_and_the_lines_named_are_those_of_the_file()
    {
        var parsed = Reading.Of("Ada Keller (0:01):\rSo we begin.\r\rJo Winter (0:09):\rAnd go on.\nAda Keller (0:12):\rAnd end.\r");
        Assert.Equal([(1000, null, "So we begin."), (9000, null, "And go on."), (12000, null, "And end.")], parsed.Cues());
        Assert.Equal([1, 1, 2], parsed.Document.Segments.Select(s => s.Lines.First));
        Assert.Equal(2, parsed.Ledger.Total);
    }

    [Fact]
    public void A_long_text_has_the_lines_of_a_short_one()
    {
        var part = "\uFEFFAda Keller: Wörter und 言葉 😀.\r\n\r\nJo Winter: \u2028 Und mehr.\r\n\n\r";
        var whole = string.Concat(Enumerable.Repeat(part, 110_000));
        var (bytes, lines) = (System.Text.Encoding.UTF8.GetBytes(whole), whole[1..].Split('\n'));
        var source = SourceText.FromBytes("long", bytes);
        Assert.Equal(("utf-8", lines.Length), (source.EncodingName, source.Lines.Length));
        Assert.Equal(lines.Select((l, i) => l.EndsWith('\r') && i < lines.Length - 1 ? l[..^1] : l), source.Lines);
        Assert.Equal(whole[1..], source.Text);
    }

    [Fact]
    public void Characters_nobody_sees_are_no_part_of_a_name()
    {
        var parsed = Reading.Of("\u200BAda\u00A0Keller:\u200B So we begin.\n\nJo Winter: And go on.\n\n\u2060Ada Keller: And end.\n");
        Assert.Equal(["Ada Keller", "Jo Winter", "Ada Keller"], parsed.Document.Segments.Select(s => s.Speaker));
        Assert.Equal("So we begin.", parsed.Document.Segments[0].Text);
    }

    [Fact]
    public void Titles_behind_times_above_a_transcript_are_chapters_without_a_heading_too()
    {
        var parsed = Reading.Of("(0:00) Intro\n(1:00) Middle & more\n(2:10) What next?\n\nAda Keller (0:00):\nSo we begin.\n\nJo Winter (1:02):\nAnd go on.\n\nAda Keller (2:30):\nAnd end.\n");
        Assert.Equal(["Intro", "Middle & more", "What next?"], parsed.Document.Chapters.Select(c => c.Title));
        Assert.Equal([(0, null, "So we begin."), (62000, null, "And go on."), (150000, null, "And end.")], parsed.Cues());
    }

    [Fact]
    public void Prose_with_colons_has_no_speakers()
    {
        foreach (var opening in (string[])["Note", "Q", "Example", "The problem", "Step 1", "TL;DR", "PS", "Bottom line", "Here's why", "Key insight", "First", "Episode 3", "http://a.example/b"])
        {
            var parsed = Reading.Of($"# Scaling\n\n{string.Join("\n\n", Said.Select((s, i) => i % 3 == 0 ? $"{opening}: {s}" : s))}\n");
            Assert.All(parsed.Document.Segments, s => Assert.Null(s.Speaker));
        }
    }

    [Fact]
    public void What_stands_at_the_foot_of_a_page_was_not_said()
    {
        var parsed = Reading.Of("Ada Keller: So we begin.\n\nJo Winter: And go on.\n\nAda Keller: Subscribe\n\n---\n\nShare this episode\n\nSubscribe\n\n© 2025 A Show. All rights reserved.\n");
        Assert.Equal(["So we begin.", "And go on.", "Subscribe"], parsed.Texts());
        Assert.Equal(0, parsed.Ledger.Count(LineKind.Unrecognised));
    }

    /// <summary>Writes the talk in a dress and reads it.</summary>
    private static void Check(string dress, string[] cast, int seed)
    {
        var start = 1 + (seed * 37);
        var turns = Enumerable.Range(0, 12).Select(i => (Time: TimeSpan.FromSeconds(start + (i * (20 + (seed * 11)))), Name: cast.Length == 0 ? null : cast[i % 2], Words: Said[i % Said.Length])).ToList();
        var gap = dress.StartsWith('|') || (seed % 2 == 0 && !dress.Contains("\n\n", StringComparison.Ordinal)) ? "\n" : "\n\n";
        var columns = dress[0] == '|' ? (cast.Length > 0 ? "| Time | Speaker | Text |\n|---|---|---|\n" : "| Time | Text |\n|---|---|\n") : "";
        var body = string.Join(gap, turns.Select(t => string.Concat(dress.Select(c => c switch { 'N' => t.Name, 'T' => Written(t.Time, seed), 'X' => t.Words, _ => c.ToString() }))));
        var text = Heads[seed % Heads.Length] + columns + body + "\n";
        text = seed % 5 == 0 ? "\uFEFF" + text.Replace("\n", "\r\n", StringComparison.Ordinal) : text;

        var parsed = Reading.Of(text);
        var expected = turns.SelectMany(t => Words(t.Words).Select(w => (w, t.Name)));
        var actual = parsed.Document.Segments.SelectMany(s => Words(s.Text).Select(w => (w, s.Speaker)));
        Assert.True(expected.SequenceEqual(actual), $"{parsed.Format.Id} reads\n{text}\nas\n{string.Join('\n', parsed.Document.Segments.Select(s => $"{s.Start} {s.Speaker}: {s.Text}"))}");
        Assert.Equal(turns.Select(t => (TimeSpan?)t.Time), parsed.Document.Segments.Select(s => s.Start).Distinct());
        Assert.Equal(0, parsed.Ledger.Count(LineKind.Unrecognised));
    }

    private static string[] Words(string text) => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);

    private static string Written(TimeSpan time, int seed) => (seed % 4) switch
    {
        0 => time.ToString(@"hh\:mm\:ss", CultureInfo.InvariantCulture),
        1 => Timestamp.Format(time),
        2 => string.Create(CultureInfo.InvariantCulture, $"{(int)time.TotalMinutes}:{time.Seconds:00}"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{(int)time.TotalMinutes:00}:{time.Seconds:00}"),
    };
}
