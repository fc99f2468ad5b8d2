using TalkNotes.Core.Documents;
using TalkNotes.Core.Formats.Parts;

namespace TalkNotes.Core.Formats;

/// <summary>
/// A transcript whose lines begin with a time, or two, in brackets, with a speaker's label behind them or without; a line
/// without a time goes on with the line above:
/// <code>
/// [00:00:04] NOAM BROWN: One way to think about reasoning
/// [00:00:04.500 --> 00:00:09.000]  is this.
/// </code>
/// </summary>
public sealed class BracketedTimesFormat : ISourceFormat
{
    /// <inheritdoc />
    public string Id => "bracketed-times";

    /// <inheritdoc />
    public string Name => "Lines behind a time in brackets";

    /// <inheritdoc />
    public int Revision => 4;

    /// <inheritdoc />
    public FormatMatch Match(SourceText source) => LineCensus.Of(source).MostlyStamped(TranscriptShape.BracketedLines, "[00:04] text");

    /// <inheritdoc />
    public TalkDocument Parse(SourceText source, LineLedger ledger) => TalkPage.Read(source, ledger, TranscriptShape.BracketedLines);
}
