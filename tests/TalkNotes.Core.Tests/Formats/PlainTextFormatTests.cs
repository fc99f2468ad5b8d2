using TalkNotes.Core.Documents;
using TalkNotes.Core.Formats;

namespace TalkNotes.Core.Tests.Formats;

public sealed class PlainTextFormatTests
{
    [Fact]
    public void Every_line_is_kept_as_a_segment_and_nothing_is_claimed()
    {
        var parsed = Parse("  A line.\n\nAnother: line\n");
        Assert.Equal("plain-text", parsed.Format.Id);
        Assert.Equal(0.1, parsed.Match.Confidence);
        Assert.Equal([("A line.", 1), ("Another: line", 3)], parsed.Document.Segments.Select(s => (s.Text, s.Lines.First)));
        Assert.All(parsed.Document.Segments, s => Assert.Null(s.Speaker));
        Assert.Null(parsed.Document.Metadata.Title);
        Assert.Empty(parsed.Document.Claims);
        Assert.Equal(0, parsed.Ledger.Count(LineKind.Unrecognised));
    }

    [Fact]
    public void Empty_file_is_a_document_without_lines()
    {
        var parsed = Parse("");
        Assert.Empty(parsed.Document.Segments);
        Assert.Equal(0, parsed.Ledger.Total);
    }

    private static ParsedSource Parse(string text) =>
        Assert.IsType<ParseResult.Parsed>(SourceFormats.Parse(SourceText.FromText("plain.txt", text))).Source;
}
