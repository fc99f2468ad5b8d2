namespace TalkNotes.Core.Quotes.Archive;

/// <summary>A stretch of a transcript where a quotation may stand.</summary>
/// <param name="TalkId">The talk.</param>
/// <param name="SourceId">Its transcript.</param>
/// <param name="FirstSegment">Number of the first segment.</param>
/// <param name="LastSegment">Number of the last segment, included.</param>
/// <param name="SegmentCount">Number of segments of the whole transcript.</param>
internal readonly record struct SpokenPlace(int TalkId, int SourceId, int FirstSegment, int LastSegment, int SegmentCount)
{
    /// <summary>The segments that hold some words.</summary>
    /// <param name="transcript">Whose segments they are.</param>
    /// <param name="firstWords">Number of the first word of each segment.</param>
    /// <param name="words">How many words the transcript has; at least one.</param>
    /// <param name="from">The first word; may lie before the transcript.</param>
    /// <param name="to">The last word; may lie behind it.</param>
    public static SpokenPlace Of(IArchivedTranscript transcript, ReadOnlySpan<int> firstWords, int words, int from, int to) => new(
        transcript.TalkId, transcript.SourceId, SegmentOf(firstWords, Math.Clamp(from, 0, words - 1)), SegmentOf(firstWords, Math.Clamp(to, 0, words - 1)), firstWords.Length);

    private static int SegmentOf(ReadOnlySpan<int> firstWords, int word)
    {
        var found = firstWords.BinarySearch(word);
        if (found < 0)
        {
            return ~found - 1;
        }

        while (found + 1 < firstWords.Length && firstWords[found + 1] == firstWords[found])
        {
            found++; // a segment without words begins where the next one does
        }

        return found;
    }
}
