using System.Collections.Immutable;
using TalkNotes.Core.Documents;

namespace TalkNotes.Core.Formats;

/// <summary>
/// The last resort: any text. Every line that is not blank is a segment as it stands; nothing is known about title,
/// speakers or times.
/// </summary>
public sealed class PlainTextFormat : ISourceFormat
{
    /// <inheritdoc />
    public string Id => "plain-text";

    /// <inheritdoc />
    public string Name => "Plain text";

    /// <inheritdoc />
    public int Revision => 1;

    /// <inheritdoc />
    public FormatMatch Match(SourceText source) => new(MatchStrength.Fallback, "any text; no other format knows it");

    /// <inheritdoc />
    public TalkDocument Parse(SourceText source, LineLedger ledger)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(ledger);
        var segments = ImmutableArray.CreateBuilder<Segment>();
        for (var line = 1; line <= source.Lines.Length; line++)
        {
            if (ledger.IsFree(line))
            {
                var lines = new LineSpan(line);
                ledger.Use(lines, "text");
                segments.Add(new Segment { Text = source.Lines[line - 1].Trim(), Lines = lines });
            }
        }

        return new TalkDocument { Metadata = new TalkMetadata(), Segments = segments.DrainToImmutable() };
    }
}
