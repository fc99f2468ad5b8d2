using System.Diagnostics;
using System.Text;
using TalkNotes.Core.Documents;
using TalkNotes.Core.Formats;
using TalkNotes.Tests.Shared;

namespace TalkNotes.Core.Tests.Formats;

/// <summary>Whatever comes in: no exception, no lost line, and the words of every part stand in the lines it names.</summary>
public sealed class MangledInputTests
{
    private static readonly string[] Pieces =
    [
        "---", "# Title", "## Transcript", "Chapters", "- ", "- a claim [Unverified]", "- [00:01] words", "[00:02] more", "0:03", "1:02:03-1:02:09", "Name (00:05):", "Name: text",
        ">> hi", ">>", "key: \"va", "key: |", "  - item", "[a, \"b", "Hosts: A, B", "Show · 2025-01-01", "Key points", "“q” — A B", "```", "<!--", "| a |", "> q", "…。", "\u2028",
        "\t", " ", "", "WEBVTT", "1", "00:00:01,000 --> 00:00:02,000", "{", "<tt>", "·YouTLDR", "58:4713,171 words · ~66 min read", "a.Name: glued", "\ud83d\ude00: x", "\u0000",
        "**A B:** x", "A B", "- **[00:03]** w", "0:01 - 0:04", "[A B]: x", "  goes on", "claims:", "  - text: \"c\"", "    status: to verify", "start\tend\ttext", "\"", "Dialogue: 0,0:00:01.00,0:00:02.00,D,A,0,0,0,,x",
        "<details>", "| Claim | Status |", "[^1]: x", "Unverified: x", "…［未検証］", "# # #", "-->", "&lt;", "{\"utterances\": [",
    ];

    [Theory]
    [MemberData(nameof(Samples.Theory), MemberType = typeof(Samples))]
    public void A_mangled_sample_loses_no_line(string name)
    {
        var random = new Random(name.Length);
        var text = Encoding.UTF8.GetString(Samples.Bytes(name));
        for (var i = 0; i < 8; i++)
        {
            Check(Encoding.UTF8.GetBytes(Mangled(text, random)));
        }
    }

    [Theory]
    [InlineData("000")]
    [InlineData("001")]
    [InlineData("002")]
    [InlineData("003")]
    [InlineData("004")]
    public void A_mangled_seed_loses_no_line(string seed)
    {
        var random = new Random(7);
        var text = File.ReadAllText(Checkout.Seed(seed));
        for (var i = 0; i < 2; i++)
        {
            Check(Encoding.UTF8.GetBytes(Mangled(text, random)));
        }
    }

    [Fact]
    public void Lines_thrown_together_are_read_by_every_format()
    {
        var random = new Random(11);
        for (var i = 0; i < 150; i++)
        {
            var lines = Enumerable.Range(0, random.Next(30)).Select(_ => Pieces[random.Next(Pieces.Length)] + (random.Next(3) == 0 ? Pieces[random.Next(Pieces.Length)] : ""));
            Check(Encoding.UTF8.GetBytes(string.Join(random.Next(4) == 0 ? "\r\n" : "\n", lines)));
        }
    }

    [Fact]
    public void Any_bytes_are_read_by_every_format()
    {
        var random = new Random(13);
        for (var i = 0; i < 100; i++)
        {
            var bytes = new byte[random.Next(400)];
            random.NextBytes(bytes);
            Check(bytes);
        }
    }

    [Theory]
    [InlineData("a")]
    [InlineData("*")]
    [InlineData("a: ")]
    [InlineData(">> ")]
    [InlineData("[")]
    [InlineData("0:01 ")]
    [InlineData("x. A B: ")]
    [InlineData("http ")]
    [InlineData("“")]
    public void A_gigantic_line_is_read_in_linear_time(string unit)
    {
        var line = string.Concat(Enumerable.Repeat(unit, 150_000 / unit.Length));
        foreach (var text in new[] { line, $"# T\n- {line}\n", $"A B: x\nA B: y\nA B: {line}\n", $"- [00:01] >> a\n- [00:02] {line}\n- [00:03] b\n", $"---\nsummary: {line}\n---\n- [00:01] a\n" })
        {
            var watch = Stopwatch.StartNew();
            Check(Encoding.UTF8.GetBytes(text), standing: false);
            Assert.True(watch.Elapsed < TimeSpan.FromSeconds(20), $"took {watch.Elapsed}");
        }
    }

    private static void Check(byte[] bytes, bool standing = true)
    {
        var source = SourceText.FromBytes("mangled", bytes);
        foreach (var format in SourceFormats.All)
        {
            var parsed = Assert.IsType<ParseResult.Parsed>(SourceFormats.Parse(source, format.Id)).Source;
            Reading.KeepsThePromises(parsed);
            if (standing && IsOurs(format))
            {
                Assert.All(parsed.Document.Segments, s => AssertStands(source, s.Text, s.Lines));
                Assert.All(parsed.Document.Claims, c => AssertStands(source, c.Text, c.Lines));
            }
        }

        Assert.NotNull(SourceFormats.Parse(source));
    }

    /// <summary>Captions decode entities and strip tags; their words are checked by their own tests.</summary>
    private static bool IsOurs(ISourceFormat format) =>
        format is ClaimNotesFormat or EpisodePageFormat or PlainTextFormat or SpeakerTimesFormat or SpeakerTurnsFormat or TimedListFormat or YouTldrFormat;

    private static void AssertStands(SourceText source, string text, LineSpan lines)
    {
        var there = Letters(string.Concat(source.Lines.AsSpan()[(lines.First - 1)..lines.Last].ToArray()));
        Assert.True(there.Contains(Letters(text), StringComparison.Ordinal), $"'{text}' does not stand in lines {lines}");
    }

    private static string Letters(string text) => string.Concat(text.Where(char.IsLetterOrDigit));

    private static string Mangled(string text, Random random)
    {
        var lines = text.Split('\n').ToList();
        for (var i = random.Next(1, 6); i > 0 && lines.Count > 0; i--)
        {
            var at = random.Next(lines.Count);
            switch (random.Next(8))
            {
                case 6:
                    lines = [.. lines.OrderBy(_ => random.Next())];
                    break;
                case 0:
                    lines.RemoveAt(at);
                    break;
                case 1:
                    lines.Insert(at, lines[random.Next(lines.Count)]);
                    break;
                case 2:
                    lines[at] = lines[at][..random.Next(lines[at].Length + 1)];
                    break;
                case 3:
                    lines.Insert(at, Pieces[random.Next(Pieces.Length)]);
                    break;
                case 4:
                    lines.RemoveRange(at, lines.Count - at);
                    break;
                case 5:
                    (lines[at], lines[^1]) = (lines[^1], lines[at]);
                    break;
                default:
                    lines[at] = Pieces[random.Next(Pieces.Length)] + lines[at];
                    break;
            }
        }

        var mangled = string.Join(random.Next(3) == 0 ? "\r\n" : "\n", lines);
        return random.Next(4) == 0 ? "\ufeff" + mangled : mangled;
    }
}
