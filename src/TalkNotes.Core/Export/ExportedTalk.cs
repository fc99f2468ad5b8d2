using TalkNotes.Core.Claims;
using TalkNotes.Core.Documents;
using TalkNotes.Core.Talks;
using TranscriptSegment = TalkNotes.Core.Talks.TranscriptSegment;

namespace TalkNotes.Core.Export;

/// <summary>What leaves the program about one talk, whatever the file format.</summary>
/// <param name="Talk">What is known of it.</param>
/// <param name="Chapters">Titled ranges, in order.</param>
/// <param name="Segments">The transcript as corrected, in reading order; empty when there is none.</param>
public sealed record ExportedTalk(TalkSummary Talk, IReadOnlyList<ChapterView> Chapters, IReadOnlyList<TranscriptSegment> Segments)
{
    /// <summary>The transcript with words as written and corrections beside them, as the API gives it.</summary>
    public IReadOnlyList<TranscriptSegment> Stored { get; init; } = Segments;

    /// <summary>Summary of a source as one text, or null.</summary>
    public string? Summary { get; init; }

    /// <summary>Sources in order of arrival.</summary>
    public IReadOnlyList<SourceRef> Sources { get; init; } = [];

    /// <summary>Every claim that a source makes today, with all that is on record about it.</summary>
    public IReadOnlyList<ClaimRecord> Claims { get; init; } = [];

    /// <summary>The notes that came in about it and go out again, or null: then notes are written from what is known.</summary>
    public SourceText? Notes { get; init; }
}
