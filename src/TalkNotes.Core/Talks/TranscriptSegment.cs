namespace TalkNotes.Core.Talks;

/// <summary>One segment of a transcript, as stored. Its JSON is the contract's.</summary>
/// <param name="N">Number in this transcript, from 0.</param>
/// <param name="StartMs">Stated start, or null.</param>
/// <param name="EndMs">Stated end (exclusive), or null.</param>
/// <param name="Turn">Turn, from 0, where the source marks turns; else null.</param>
/// <param name="Speaker">Label of its turn as written, or null where no label governs it.</param>
/// <param name="Text">The words.</param>
/// <param name="Lines">First and last line in the source file, from 1.</param>
public sealed record TranscriptSegment(int N, long? StartMs, long? EndMs, int? Turn, string? Speaker, string Text, IReadOnlyList<int> Lines);
