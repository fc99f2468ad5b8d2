using System.Globalization;
using System.Text;
using System.Xml;
using TalkNotes.Core.Documents;
using TalkNotes.Core.Formats.Parts;

namespace TalkNotes.Core.Formats;

/// <summary>
/// YouTube's captions in XML: <c>srv3</c> with words in <c>s</c>, <c>srv2</c> with milliseconds, <c>srv1</c> with seconds:
/// <code>
/// &lt;timedtext format="3"&gt;&lt;body&gt;&lt;p t="160" d="4480"&gt;&lt;s&gt;so&lt;/s&gt;&lt;s t="320"&gt; today&lt;/s&gt;&lt;/p&gt;&lt;/body&gt;&lt;/timedtext&gt;
/// &lt;transcript&gt;&lt;text start="0.16" dur="4.48"&gt;so today&lt;/text&gt;&lt;/transcript&gt;
/// </code>
/// The older ones escape their text twice.
/// </summary>
public sealed class YouTubeTimedTextFormat : ISourceFormat
{
    /// <inheritdoc />
    public string Id => "youtube-timed-text";

    /// <inheritdoc />
    public string Name => "YouTube timed text (srv1, srv2, srv3)";

    /// <inheritdoc />
    public int Revision => 2;

    /// <inheritdoc />
    public FormatMatch Match(SourceText source)
    {
        ArgumentNullException.ThrowIfNull(source);
        var root = XmlNodes.Root(source);
        return root is "timedtext" || (root is "transcript" && source.Head.Contains("<text start=", StringComparison.Ordinal))
            ? new FormatMatch(MatchStrength.Certain, $"XML whose root is {root}")
            : FormatMatch.None;
    }

    /// <inheritdoc />
    public TalkDocument Parse(SourceText source, LineLedger ledger)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(ledger);
        var captions = new List<Caption>();
        var text = new StringBuilder();
        (TimeSpan? Start, TimeSpan? End, LineSpan Lines)? open = null;
        var damage = XmlNodes.Read(source, ledger, (node, lines) =>
        {
            switch (node.NodeType)
            {
                case XmlNodeType.Element when node.LocalName is "p" or "text":
                    open = node.IsEmptyElement ? null : (Start(node), End(node), lines);
                    text.Clear();
                    break;
                case XmlNodeType.Element when node.LocalName == "br":
                    text.Append('\n');
                    break;
                case XmlNodeType.EndElement when node.LocalName is "p" or "text" && open is { } caption:
                    Close(caption, lines);
                    open = null;
                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace:
                    if (open is not null)
                    {
                        ledger.UseFree(lines, "caption");
                        text.Append(node.Value);
                    }

                    return open is not null;
            }

            return true;
        });
        if (open is { } cut)
        {
            Close(cut, cut.Lines);
        }

        var segments = CaptionSegments.Of(RollingCaptions.Merge(captions));
        return new TalkDocument { Metadata = new TalkMetadata { Speakers = SpeakerList.Of(segments) }, Segments = segments, Diagnostics = damage };

        void Close((TimeSpan? Start, TimeSpan? End, LineSpan Lines) caption, LineSpan last)
        {
            var span = caption.Lines.Through(last);
            var said = CaptionText.Lines(CharacterReferences.Decode(text.ToString()), span);
            if (!said.IsEmpty)
            {
                ledger.UseFree(span, "caption");
                captions.Add(new Caption(caption.Start, caption.End, said));
            }
        }
    }

    private static TimeSpan? Start(XmlReader node) => Number(node, "t") ?? Number(node, "start", 1000);

    private static TimeSpan? End(XmlReader node) => Start(node) + (Number(node, "d") ?? Number(node, "dur", 1000));

    private static TimeSpan? Number(XmlReader node, string name, int milliseconds = 1) =>
        double.TryParse(node.GetAttribute(name), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) && value < 1e10
            ? TimeSpan.FromMilliseconds((long)Math.Round(value * milliseconds))
            : null;
}
