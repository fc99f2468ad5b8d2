using TalkNotes.Core.Documents;
using TalkNotes.Core.Formats.Parts;

namespace TalkNotes.Core.Formats;

/// <summary>
/// A transcript whose lines begin with a bare time; a line without one goes on with the line above:
/// <code>
/// 0:04 One way to think about reasoning
/// 1:02:03 is this.
/// </code>
/// </summary>
public sealed class LeadingTimesFormat : ISourceFormat
{
    /// <inheritdoc />
    public string Id => "leading-times";

    /// <inheritdoc />
    public string Name => "Lines behind a bare time";

    /// <inheritdoc />
    public int Revision => 4;

    /// <inheritdoc />
    public FormatMatch Match(SourceText source) => LineCensus.Of(source).MostlyStamped(TranscriptShape.LeadingStamps, "0:04 text");

    /// <inheritdoc />
    public TalkDocument Parse(SourceText source, LineLedger ledger) => TalkPage.Read(source, ledger, TranscriptShape.LeadingStamps);
}
