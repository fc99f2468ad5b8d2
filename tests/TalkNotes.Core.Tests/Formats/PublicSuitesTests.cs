using System.Text.Json;
using TalkNotes.Tests.Shared;

namespace TalkNotes.Core.Tests.Formats;

/// <summary>Test suites of other parsers, <c>Fixtures/</c>: the same cues, times and words come out, except where the standard says otherwise.</summary>
public sealed class PublicSuitesTests
{
    private static readonly string Fixtures = Path.Combine(Checkout.Root, "tests/TalkNotes.Core.Tests/Fixtures");

    /// <summary>Where this program reads something else than vtt.js 0.10, with what the standard (or this program's promise to lose nothing) says.</summary>
    private static readonly Dictionary<string, string> Differences = new(StringComparer.Ordinal)
    {
        ["cue-times/min-top-digits.vtt"] = "000:00.000: three digits can only be hours, and hours need minutes and seconds behind them",
        ["cue-times/minimum-spots-over-sixty.vtt"] = "120:00.000: the same",
        ["cuetext/escape-characters/incorrect.vtt"] = "references are those of HTML, which knows some without a semicolon; vtt.js is older",
        ["file-layout/cue-spacing.vtt"] = "a line with an arrow ends the cue above it",
        ["integration/arrows.vtt"] = "the same: the cue has no words",
        ["integration/id.vtt"] = "an arrow alone is a line with bad times; the cue below it is a cue, as the suite of the W3C says",
        ["file-layout/header-no-new-line.vtt"] = "a line with an arrow ends the header, too",
        ["file-layout/bom-garbage-data.vtt"] = "no signature, so no WebVTT; read as SubRip rather than lost",
        ["file-layout/bom-tab-webvtt.vtt"] = "the signature is not at the very start: read, with an error (TN210)",
        ["file-layout/newline-before-webvtt.vtt"] = "the same",
        ["file-layout/tab-after-bom-before-header.vtt"] = "the same",
        ["file-layout/garbage-signature.vtt"] = "no signature and no times: plain text keeps every line",
    };

    [Fact]
    public void Cues_of_the_suite_of_vtt_js()
    {
        var different = new List<string>();
        var cases = File.ReadAllLines(Path.Combine(Fixtures, "vtt.js/cases.jsonl"));
        foreach (var line in cases)
        {
            using var json = JsonDocument.Parse(line);
            var expected = json.RootElement.GetProperty("cues").EnumerateArray()
                .Select(c => (Start: (double?)c.GetProperty("startMs").GetDouble(), End: (double?)c.GetProperty("endMs").GetDouble(), Text: c.GetProperty("words").GetString()!));
            if (!Joined(expected).SequenceEqual(Joined(Reading.Of(json.RootElement.GetProperty("file").GetString()!).Cues())))
            {
                different.Add(json.RootElement.GetProperty("name").GetString()!);
            }
        }

        Assert.Equal(239, cases.Length);
        Assert.Equal(Differences.Keys.Order(StringComparer.Ordinal), different.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_signature_behind_something_else_is_an_error()
    {
        foreach (var line in File.ReadLines(Path.Combine(Fixtures, "vtt.js/cases.jsonl")))
        {
            using var json = JsonDocument.Parse(line);
            if (json.RootElement.GetProperty("name").GetString() is "file-layout/bom-tab-webvtt.vtt" or "file-layout/newline-before-webvtt.vtt" or "file-layout/tab-after-bom-before-header.vtt")
            {
                Assert.Contains("TN210", Reading.Of(json.RootElement.GetProperty("file").GetString()!).Codes());
            }
        }
    }

    [Theory]
    [InlineData("sample.srt", "subrip")]
    [InlineData("sample.sbv", "subrip")]
    public void Captions_of_subsrt(string file, string format)
    {
        using var json = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(Fixtures, "subsrt/sample.json")));
        var parsed = Reading.Of(File.ReadAllBytes(Path.Combine(Fixtures, "subsrt", file)));
        var expected = json.RootElement.EnumerateArray()
            .Select(c => ((double?)c.GetProperty("start").GetDouble(), (double?)c.GetProperty("end").GetDouble(), c.GetProperty("text").GetString()!));
        Assert.Equal(format, parsed.Format.Id);
        Assert.Equal(Joined(expected), Joined(parsed.Cues()));
        Assert.Equal(["ALICE", "JOHN", "ALICE"], parsed.Document.Segments.Take(3).Select(s => s.Speaker));
    }

    /// <summary>Cues with words; those of one time are one, since voices cut a cue into several segments. Marks of direction and white space do not count.</summary>
    private static List<(double? Start, double? End, string Words)> Joined(IEnumerable<(double? Start, double? End, string Text)> cues)
    {
        var joined = new List<(double? Start, double? End, string Words)>();
        foreach (var (start, end, text) in cues)
        {
            var words = string.Concat(text.Where(c => !char.IsWhiteSpace(c) && c is not ('\u200E' or '\u200F')));
            if (joined.Count > 0 && joined[^1].Start == start && joined[^1].End == end)
            {
                joined[^1] = (start, end, joined[^1].Words + words);
            }
            else if (words.Length > 0)
            {
                joined.Add((start, end, words));
            }
        }

        return joined;
    }
}
