using TalkNotes.Core.Documents;
using TalkNotes.Core.Formats.Parts;

namespace TalkNotes.Core.Formats;

/// <summary>
/// Text pasted from YouTube's transcript panel, and from sites that show a transcript alike: a time on a line of its own,
/// the words below, with chapters or speakers above some times:
/// <code>
/// Introduction
/// 0:00
/// so today we talk about
/// 1:05
/// 1 minute, 5 seconds
/// reasoning
/// </code>
/// </summary>
public sealed class YouTubePanelFormat : ISourceFormat
{
    /// <summary>Lines above the first time; a page with a longer head is another format's.</summary>
    private const int LongestHead = 12;

    /// <inheritdoc />
    public string Id => "youtube-panel";

    /// <inheritdoc />
    public string Name => "Times on lines of their own";

    /// <inheritdoc />
    public int Revision => 4;

    /// <inheritdoc />
    public FormatMatch Match(SourceText source)
    {
        var census = LineCensus.Of(source);
        if (new YouTldrFormat().Match(source).Strength != MatchStrength.None || !census.Lines.Take(LongestHead).Any(l => Transcript.ShapeOf(l) is TranscriptShape.BareStamps or TranscriptShape.BareRanges))
        {
            return FormatMatch.None;
        }

        if (census.Turns * 4 > census.Stamped * 5)
        {
            return FormatMatch.None;
        }

        var single = census.MostlyStamped(TranscriptShape.BareStamps, "0:04 alone", share: 0.15);
        return single.Strength > MatchStrength.None ? single : census.MostlyStamped(TranscriptShape.BareRanges, "0:04 - 0:09 alone", share: 0.15);
    }

    /// <inheritdoc />
    public TalkDocument Parse(SourceText source, LineLedger ledger) => new TranscriptPanel(PlainLines.Of(source), ledger).Read();
}
