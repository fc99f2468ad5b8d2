using TalkNotes.Core.Text;

namespace TalkNotes.Core.Talks;

/// <summary>
/// Lays a transcript out for reading: chapters, turns, and paragraphs of readable length that end where sentences end.
/// No word is changed, dropped or added; the stored segments stay recoverable piece by piece.
/// </summary>
public static class TranscriptLayout
{
    /// <summary>A paragraph ends at the first sentence end after this many words.</summary>
    private const int EnoughWords = 55;

    /// <summary>Without a sentence end in sight, it ends with the segment that reaches this many words.</summary>
    private const int TooManyWords = 120;

    /// <summary>A segment of this many words is somebody's paragraph already and starts one here.</summary>
    private const int ParagraphWords = 25;

    /// <summary>A turn of this many words or fewer stands on one line with its name.</summary>
    private const int BriefWords = 4;

    /// <summary>Lays out segments in reading order.</summary>
    /// <param name="segments">All segments, by number.</param>
    /// <param name="chapters">
    /// The segment with which each chapter begins, in any order; null where none belongs to it, then it gets no section.
    /// </param>
    /// <param name="linePerSegment">Whether each segment stands alone, as it came in, instead of being joined to paragraphs.</param>
    public static IReadOnlyList<TranscriptSection> Arrange(
        IReadOnlyList<TranscriptSegment> segments, IReadOnlyList<int?> chapters, bool linePerSegment = false)
    {
        ArgumentNullException.ThrowIfNull(segments);
        ArgumentNullException.ThrowIfNull(chapters);
        var starts = chapters.Select((first, chapter) => (first, chapter))
            .Where(c => c.first is { } n && n >= 0 && n < segments.Count)
            .GroupBy(c => c.first!.Value, c => c.chapter)
            .OrderBy(c => c.Key)
            .SelectMany(c => c.Order().Select((chapter, i) => (First: c.Key, Chapter: (int?)chapter, IsLast: i == c.Count() - 1)))
            .ToList();
        if (segments.Count > 0 && (starts.Count == 0 || starts[0].First > 0))
        {
            starts.Insert(0, (0, null, true));
        }

        var sections = new List<TranscriptSection>(starts.Count);
        for (var i = 0; i < starts.Count; i++)
        {
            var end = i + 1 < starts.Count ? starts[i + 1].First : segments.Count;
            sections.Add(new TranscriptSection(starts[i].Chapter, Turns(segments, starts[i].First, end, linePerSegment)));
        }

        return sections;
    }

    private static List<TranscriptTurn> Turns(IReadOnlyList<TranscriptSegment> segments, int first, int end, bool linePerSegment)
    {
        var turns = new List<TranscriptTurn>();
        while (first < end)
        {
            var last = first + 1;
            while (last < end && segments[last].Turn == segments[first].Turn && segments[last].Speaker == segments[first].Speaker)
            {
                last++;
            }

            var paragraphs = linePerSegment ? Lines(segments, first, last) : Paragraphs(segments, first, last);
            var isBrief = paragraphs.Count == 1 && segments.Skip(first).Take(last - first).Sum(s => Words.Of(s.Text).Count) <= BriefWords;
            turns.Add(new TranscriptTurn(segments[first].Turn, segments[first].Speaker, isBrief, paragraphs));
            first = last;
        }

        return turns;
    }

    private static List<TranscriptParagraph> Lines(IReadOnlyList<TranscriptSegment> segments, int first, int end) =>
        [.. segments.Skip(first).Take(end - first)
            .Select(s => new TranscriptParagraph(s.N, s.N, true, s.StartMs, [new TranscriptPiece(s.N, 0, s.Text.Length, false)]))];

    private static List<TranscriptParagraph> Paragraphs(IReadOnlyList<TranscriptSegment> segments, int first, int end)
    {
        var paragraphs = new List<TranscriptParagraph>();
        var pieces = new List<TranscriptPiece>();
        var words = 0;
        for (var n = first; n < end; n++)
        {
            var segment = segments[n];
            var inSegment = Words.Of(segment.Text);
            if (segment.StartMs is null || inSegment.Count >= ParagraphWords)
            {
                Close();
            }

            var from = 0;
            var next = 0;
            foreach (var stop in Sentences.Of(segment.Text).Skip(1).Select(s => s.Start))
            {
                while (next < inSegment.Count && inSegment[next].Start < stop)
                {
                    next++;
                    words++;
                }

                if (words >= EnoughWords)
                {
                    pieces.Add(new TranscriptPiece(n, from, stop, false));
                    from = stop;
                    Close();
                }
            }

            words += inSegment.Count - next;
            if (from < segment.Text.Length || segment.Text.Length == 0)
            {
                pieces.Add(new TranscriptPiece(n, from, segment.Text.Length, n + 1 < end && Joining.NeedsBlank(segment.Text, segments[n + 1].Text)));
            }

            if (words >= TooManyWords || (words >= EnoughWords && EndsSentence(segment.Text)))
            {
                Close();
            }
        }

        Close();
        return paragraphs;

        void Close()
        {
            if (pieces.Count > 0)
            {
                var opening = pieces[0];
                paragraphs.Add(new TranscriptParagraph(opening.Segment, pieces[^1].Segment, opening.From == 0, segments[opening.Segment].StartMs, [.. pieces]));
                pieces.Clear();
            }

            words = 0;
        }
    }

    /// <summary>Whether a word with a capital behind this text would begin a sentence.</summary>
    private static bool EndsSentence(string text) => Sentences.Of(text + " A").Count > Sentences.Of(text).Count;
}

/// <summary>A chapter's part of the transcript, or what stands before the first chapter.</summary>
/// <param name="Chapter">Index of the chapter; null before the first one or where there are none.</param>
/// <param name="Turns">Its turns; empty when the next chapter begins with the same segment.</param>
public sealed record TranscriptSection(int? Chapter, IReadOnlyList<TranscriptTurn> Turns);

/// <summary>One speaker's uninterrupted speech, or a stretch of a source that marks no turns.</summary>
/// <param name="Number">Turn, from 0; null where the source marks none.</param>
/// <param name="Speaker">Label as written; null where no label governs it.</param>
/// <param name="IsBrief">Whether it is so short that it reads best on one line with its name.</param>
/// <param name="Paragraphs">Its paragraphs, in order.</param>
public sealed record TranscriptTurn(int? Number, string? Speaker, bool IsBrief, IReadOnlyList<TranscriptParagraph> Paragraphs);

/// <summary>A paragraph made of segments or parts of them.</summary>
/// <param name="First">First segment.</param>
/// <param name="Last">Last segment, inclusive.</param>
/// <param name="StartsSegment">Whether it begins where its first segment begins; else it continues that segment.</param>
/// <param name="StartMs">Start of its first segment, or null without times.</param>
/// <param name="Pieces">The words, in order.</param>
public sealed record TranscriptParagraph(int First, int Last, bool StartsSegment, long? StartMs, IReadOnlyList<TranscriptPiece> Pieces);

/// <summary>A segment, or the part of one that stands in a paragraph.</summary>
/// <param name="Segment">Number of the segment.</param>
/// <param name="From">Where it begins in the segment's text.</param>
/// <param name="To">Where it ends in the segment's text, exclusive.</param>
/// <param name="BlankAfter">Whether a blank belongs between it and the next piece.</param>
public readonly record struct TranscriptPiece(int Segment, int From, int To, bool BlankAfter);
