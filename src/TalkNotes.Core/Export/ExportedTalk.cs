using TalkNotes.Core.Talks;

namespace TalkNotes.Core.Export;

/// <summary>What leaves the program about one talk, whatever the file format.</summary>
/// <param name="Talk">What is known of it.</param>
/// <param name="Chapters">Titled ranges, in order.</param>
/// <param name="Segments">The transcript, in reading order.</param>
public sealed record ExportedTalk(TalkSummary Talk, IReadOnlyList<ChapterView> Chapters, IReadOnlyList<TranscriptSegment> Segments);
