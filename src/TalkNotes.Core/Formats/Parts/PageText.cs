using System.Text;
using TalkNotes.Core.Documents;

namespace TalkNotes.Core.Formats.Parts;

/// <summary>The text of a web page as a source of its own, read by the format that knows it, with the way back to the page's lines.</summary>
internal sealed class PageText
{
    private readonly List<LineSpan> _places;
    private readonly ParsedSource? _parsed;

    private PageText(List<LineSpan> places, ParsedSource? parsed) => (_places, _parsed) = (places, parsed);

    /// <summary>How sure the format is that knows the text.</summary>
    public MatchStrength Strength => _parsed?.Match.Strength ?? MatchStrength.None;

    /// <summary>Writes the blocks as lines, list items as bullets, with a blank line around paragraphs, and has them read.</summary>
    /// <param name="page">The page.</param>
    /// <param name="path">Its path.</param>
    /// <param name="marked">Whether headings are marked as in Markdown; some formats know their pages by that, others without.</param>
    public static PageText Of(HtmlPage page, string path, bool marked)
    {
        var text = new StringBuilder();
        var places = new List<LineSpan>();
        var rows = page.Blocks.Where(b => b.Text.Contains('\t', StringComparison.Ordinal)).ToList();
        var isTimed = rows.Count(r => r.Text.Split('\t').Any(cell => Stamps.TryBare(cell, out _))) * 2 > rows.Count; // a table of what was said
        foreach (var block in page.Blocks)
        {
            var isHeading = block.Tag is ['h', >= '1' and <= '6'];
            if (text.Length > 0 && (isHeading || block.Tag is "p" or "blockquote" or "section" or "article"))
            {
                text.Append('\n');
                places.Add(block.Lines);
            }

            text.Append(isHeading && marked ? new string('#', block.Tag[1] - '0') + " " : block.Tag == "li" ? "- " : "").Append(isTimed ? block.Text : block.Text.Replace('\t', ' ')).Append('\n');
            places.Add(block.Lines);
        }

        // The text of a page that shows the source of a page is text: pages within pages would be read without end.
        var formats = SourceFormats.All.RemoveAll(f => f is SavedPageFormat or PodcastHtmlFormat);
        var source = SourceText.FromText(path, text.ToString());
        var parsed = SourceFormats.Parse(source, null, formats) as ParseResult.Parsed ?? SourceFormats.Parse(source, "plain-text", formats) as ParseResult.Parsed;
        return new PageText(places, parsed?.Source);
    }

    /// <summary>The document with the lines of the page, whose ledger takes over the owners.</summary>
    /// <param name="ledger">The page's ledger.</param>
    /// <param name="strange">Lines of the page whose words nobody understood.</param>
    public TalkDocument Document(LineLedger ledger, out HashSet<int> strange)
    {
        strange = [];
        return _parsed is null ? new TalkDocument { Metadata = new TalkMetadata() } : Relocation.Document(_parsed, _places, ledger, out strange);
    }
}
