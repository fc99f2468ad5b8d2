using System.Collections.Immutable;
using TalkNotes.Core.Documents;
using TalkNotes.Core.Formats.Parts;

namespace TalkNotes.Core.Formats;

/// <summary>
/// The HTML transcript of Podcasting 2.0, https://github.com/Podcastindex-org/podcast-namespace:
/// <code>
/// &lt;cite&gt;Kevin:&lt;/cite&gt;
/// &lt;time&gt;0:00&lt;/time&gt;
/// &lt;p&gt;We have an update planned&lt;/p&gt;
/// </code>
/// </summary>
public sealed class PodcastHtmlFormat : ISourceFormat
{
    /// <inheritdoc />
    public string Id => "podcast-html";

    /// <inheritdoc />
    public string Name => "Podcasting 2.0 HTML transcript";

    /// <inheritdoc />
    public int Revision => 2;

    /// <inheritdoc />
    public FormatMatch Match(SourceText source)
    {
        ArgumentNullException.ThrowIfNull(source);
        return HtmlPage.IsHtml(source) && IsPodcast(source)
            ? new FormatMatch(MatchStrength.Certain, "HTML with cite for names, time for times and p for words")
            : FormatMatch.None;
    }

    /// <inheritdoc />
    public TalkDocument Parse(SourceText source, LineLedger ledger)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(ledger);
        var page = HtmlPage.Read(source, "cite", "time");
        var segments = ImmutableArray.CreateBuilder<Segment>();
        var turns = new TurnCounter();
        TimeSpan? start = null;
        var strange = new HashSet<int>();
        var fields = new List<MetadataField>();
        foreach (var block in page.Blocks)
        {
            if (block.Tag == "cite")
            {
                turns.Label(block.Text.TrimEnd(':', ' '));
                ledger.UseFree(block.Lines, "speaker");
            }
            else if (block.Tag == "time" && Timestamp.TryParse(block.Text, out var time))
            {
                start = time;
                ledger.UseFree(block.Lines, "time");
            }
            else if (block.Tag == "p")
            {
                ledger.UseFree(block.Lines, "paragraph");
                segments.Add(new Segment { Start = start, Turn = turns.Turn, Speaker = turns.Speaker, Text = block.Text, Lines = block.Lines });
                start = null;
            }
            else if (block.Tag is ['h', >= '1' and <= '6'])
            {
                fields.Add(new MetadataField("heading", block.Text, block.Lines, "stands beside the transcript; nothing says what it is"));
                ledger.UseFree(block.Lines, "heading");
            }
            else
            {
                strange.UnionWith(Enumerable.Range(block.Lines.First, block.Lines.Count));
            }
        }

        HtmlLines.Furnish(ledger, strange);
        return new TalkDocument
        {
            Metadata = HtmlLines.Metadata(page, new TalkMetadata { Fields = [.. fields] }, ledger) with { Speakers = SpeakerList.Of(segments) },
            Segments = segments.DrainToImmutable(),
        };
    }

    /// <summary>Whether the first lines have both names and times, or names alone in a page that is nothing but a transcript.</summary>
    internal static bool IsPodcast(SourceText source)
    {
        var head = source.Head;
        return head.Contains("<cite", StringComparison.OrdinalIgnoreCase) && head.Contains("<p", StringComparison.OrdinalIgnoreCase)
            && (head.Contains("<time", StringComparison.OrdinalIgnoreCase) || XmlNodes.Root(source)?.Equals("cite", StringComparison.OrdinalIgnoreCase) == true);
    }
}
