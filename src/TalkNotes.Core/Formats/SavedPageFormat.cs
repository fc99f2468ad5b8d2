using TalkNotes.Core.Documents;
using TalkNotes.Core.Formats.Parts;

namespace TalkNotes.Core.Formats;

/// <summary>
/// A web page as a browser saved it. Its text is taken out block by block, each with its lines, and given to the format
/// that knows such text: a saved page of any of the text formats reads like the text itself:
/// <code>
/// &lt;html lang="en"&gt;&lt;head&gt;&lt;title&gt;Episode 12&lt;/title&gt;…
/// &lt;p&gt;Noam Brown: One way to think about reasoning&lt;/p&gt;
/// </code>
/// </summary>
public sealed class SavedPageFormat : ISourceFormat
{
    /// <inheritdoc />
    public string Id => "saved-page";

    /// <inheritdoc />
    public string Name => "Saved web page";

    /// <inheritdoc />
    public int Revision => 4;

    /// <inheritdoc />
    public FormatMatch Match(SourceText source)
    {
        ArgumentNullException.ThrowIfNull(source);
        return !HtmlPage.IsHtml(source) || PodcastHtmlFormat.IsPodcast(source) ? FormatMatch.None
            : new FormatMatch(XmlNodes.Root(source) is "html" or "HTML" ? MatchStrength.Certain : MatchStrength.Likely, "begins as an HTML page does");
    }

    /// <inheritdoc />
    public TalkDocument Parse(SourceText source, LineLedger ledger)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(ledger);
        var page = HtmlPage.Read(source);
        var best = PageText.Of(page, source.Path, marked: false);
        if (best.Strength < MatchStrength.Likely)
        {
            // Notes are known by their headings; a browser shows headings without a mark.
            best = PageText.Of(page, source.Path, marked: true) is { Strength: >= MatchStrength.Likely } marked ? marked : best;
        }

        var document = best.Document(ledger, out var strange);
        var metadata = HtmlLines.Metadata(page, document.Metadata, ledger);
        HtmlLines.Furnish(ledger, strange);
        return document with { Metadata = metadata };
    }
}
