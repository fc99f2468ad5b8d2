using TalkNotes.Core.Documents;
using TalkNotes.Core.Formats.Parts;

namespace TalkNotes.Core.Formats;

/// <summary>
/// TTML captions (also DFXP, IMSC and what Apple makes of it), https://www.w3.org/TR/ttml2/:
/// <code>
/// &lt;tt xmlns="http://www.w3.org/ns/ttml" xml:lang="en"&gt;&lt;body&gt;&lt;div&gt;
/// &lt;p begin="00:00:01.500" end="4s" ttm:agent="v1"&gt;One way to think&lt;br/&gt;about reasoning&lt;/p&gt;
/// </code>
/// Agents name speakers. Times may be clock times, frames, ticks or offsets, relative to their parent's.
/// </summary>
public sealed class TtmlFormat : ISourceFormat
{
    /// <inheritdoc />
    public string Id => "ttml";

    /// <inheritdoc />
    public string Name => "TTML captions";

    /// <inheritdoc />
    public int Revision => 2;

    /// <inheritdoc />
    public FormatMatch Match(SourceText source)
    {
        ArgumentNullException.ThrowIfNull(source);
        return XmlNodes.Root(source) == "tt" ? new FormatMatch(MatchStrength.Certain, "XML whose root is tt") : FormatMatch.None;
    }

    /// <inheritdoc />
    public TalkDocument Parse(SourceText source, LineLedger ledger)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(ledger);
        var reader = new TtmlReader(ledger);
        var diagnostics = XmlNodes.Read(source, ledger, reader.Take).ToBuilder();
        var captions = reader.Captions();
        foreach (var caption in captions.Where(c => !c.Lines.IsEmpty))
        {
            CaptionDiagnostics.Check(caption, caption.Lines[0].Number, diagnostics);
        }

        var segments = CaptionSegments.Of(RollingCaptions.Merge(captions));
        return new TalkDocument
        {
            Metadata = reader.Metadata with { Speakers = SpeakerList.Of(segments) },
            Segments = segments,
            Diagnostics = diagnostics.DrainToImmutable(),
        };
    }
}
