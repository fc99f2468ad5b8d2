using TalkNotes.Core.Documents;
using TalkNotes.Core.Formats.Parts;

namespace TalkNotes.Core.Formats;

/// <summary>
/// A transcript whose turns name speaker and time on a line above their paragraphs; a time alone goes on with the speaker:
/// <code>
/// Lenny Rachitsky (00:00:29):
/// Welcome to the podcast.
/// </code>
/// </summary>
public sealed class SpeakerTimesFormat : ISourceFormat
{
    /// <inheritdoc />
    public string Id => "speaker-times";

    /// <inheritdoc />
    public string Name => "Speaker (time) above paragraphs";

    /// <inheritdoc />
    public int Revision => 4;

    /// <inheritdoc />
    public FormatMatch Match(SourceText source)
    {
        var census = LineCensus.Of(source);
        var stamps = census.Of(TranscriptShape.NamedStamps);
        var isMost = stamps > 0 && stamps >= census.Stamped / 2 && census.IsShare(stamps, 0.1);
        return isMost
            ? new FormatMatch(stamps >= 3 ? MatchStrength.Certain : MatchStrength.Likely, $"lines like 'Name (00:01:02):' ({stamps} of the first {census.Lines.Count})")
            : FormatMatch.None;
    }

    /// <inheritdoc />
    public TalkDocument Parse(SourceText source, LineLedger ledger) => TalkPage.Read(source, ledger, TranscriptShape.NamedStamps);
}
