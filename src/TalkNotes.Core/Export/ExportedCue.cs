using TalkNotes.Core.Talks;

namespace TalkNotes.Core.Export;

/// <summary>Segments that share one time on a screen.</summary>
/// <param name="Start">Stated start.</param>
/// <param name="End">Stated end, else the start of the next cue, else a little later.</param>
/// <param name="Segments">The timed segment, and those around it that state no time of their own.</param>
internal sealed record ExportedCue(TimeSpan Start, TimeSpan End, List<TranscriptSegment> Segments)
{
    /// <summary>How long the last cue stays when nothing says when it ends.</summary>
    private static readonly TimeSpan Last = TimeSpan.FromSeconds(5);

    /// <summary>
    /// The cues of a transcript. A caption needs a time and a transcript may lack some: a segment without one stands with
    /// the timed segment before it (the first ones with the first timed one), so that no time is invented. Empty when
    /// nothing is timed.
    /// </summary>
    public static List<ExportedCue> Of(IReadOnlyList<TranscriptSegment> segments)
    {
        var groups = new List<List<TranscriptSegment>>();
        foreach (var segment in segments)
        {
            if (groups.Count == 0 || (segment.StartMs is not null && groups[^1].Exists(s => s.StartMs is not null)))
            {
                groups.Add([]);
            }

            groups[^1].Add(segment);
        }

        var timed = groups.Where(g => g.Exists(s => s.StartMs is not null)).ToList();
        return [.. timed.Select((_, i) => Cue(i, timed))];
    }

    private static ExportedCue Cue(int at, List<List<TranscriptSegment>> all)
    {
        var group = all[at];
        var first = group.Find(s => s.StartMs is not null)!;
        var start = TimeSpan.FromMilliseconds(first.StartMs!.Value);
        if (first.EndMs is { } end)
        {
            return new ExportedCue(start, TimeSpan.FromMilliseconds(end), group);
        }

        // Two cues may begin together; the end is the next later start.
        var next = all.Skip(at + 1).Take(20).SelectMany(g => g).Select(s => s.StartMs).FirstOrDefault(s => s > first.StartMs);
        return new ExportedCue(start, next is { } later ? TimeSpan.FromMilliseconds(later) : start + Last, group);
    }
}
