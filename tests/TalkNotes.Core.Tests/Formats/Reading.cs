using System.Text;
using TalkNotes.Core.Documents;
using TalkNotes.Core.Formats;

namespace TalkNotes.Core.Tests.Formats;

/// <summary>Reads text with the formats and checks what holds for every source.</summary>
internal static class Reading
{
    public static ParsedSource Of(string text, string? format = null) => Of(Encoding.UTF8.GetBytes(text), format);

    public static ParsedSource Of(byte[] bytes, string? format = null)
    {
        var parsed = Assert.IsType<ParseResult.Parsed>(SourceFormats.Parse(SourceText.FromBytes("sample", bytes), format)).Source;
        KeepsThePromises(parsed);
        return parsed;
    }

    /// <summary>The segments as <c>start end text</c>, times in milliseconds.</summary>
    public static IEnumerable<(double? Start, double? End, string Text)> Cues(this ParsedSource source) =>
        source.Document.Segments.Select(s => (s.Start?.TotalMilliseconds, s.End?.TotalMilliseconds, s.Text));

    public static IEnumerable<string> Texts(this ParsedSource source) => source.Document.Segments.Select(s => s.Text);

    public static IEnumerable<(int? Turn, string? Speaker)> Turns(this ParsedSource source) =>
        source.Document.Segments.Select(s => (s.Turn, s.Speaker));

    public static IEnumerable<string> Codes(this ParsedSource source) => source.Document.Diagnostics.Select(d => d.Code);

    /// <summary>Lines add up and every part names lines that are there.</summary>
    public static void KeepsThePromises(ParsedSource source)
    {
        var total = source.Source.Lines.Length;
        Assert.Equal(total, Enum.GetValues<LineKind>().Sum(source.Ledger.Count));
        foreach (var segment in source.Document.Segments)
        {
            Assert.InRange(segment.Lines.First, 1, segment.Lines.Last);
            Assert.InRange(segment.Lines.Last, segment.Lines.First, total);
            Assert.False(string.IsNullOrWhiteSpace(segment.Text));
            Assert.True(segment.Start is null || segment.Start >= TimeSpan.Zero);
            Assert.NotEqual(LineKind.Unrecognised, source.Ledger[segment.Lines.First].Kind);
        }

        Assert.All(source.Document.Claims, c => Assert.InRange(c.Lines.Last, 1, total));
        Assert.All(source.Document.Diagnostics, d => Assert.InRange(d.Line ?? 1, 1, Math.Max(1, total)));
    }
}
