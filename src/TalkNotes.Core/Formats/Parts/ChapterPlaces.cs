using TalkNotes.Core.Documents;

namespace TalkNotes.Core.Formats.Parts;

/// <summary>Finds the first segment of each chapter that states a time.</summary>
internal static class ChapterPlaces
{
    /// <summary>Chapters that know their place already keep it, unless nothing follows their heading.</summary>
    public static void Fill(TalkBuilder talk)
    {
        for (var i = 0; i < talk.Chapters.Count; i++)
        {
            var chapter = talk.Chapters[i];
            var first = chapter.FirstSegment ?? (chapter.Start is { } start ? FirstAt(talk.Segments, start, chapter.End) : null);
            talk.Chapters[i] = chapter with { FirstSegment = first < talk.Segments.Count ? first : null };
        }
    }

    /// <summary>
    /// The first segment at or after a time. Of several with the same time, the one that begins a turn: the words before it
    /// end what was said before.
    /// </summary>
    private static int? FirstAt(List<Segment> segments, TimeSpan start, TimeSpan? end)
    {
        var first = segments.FindIndex(s => s.Start >= start);
        if (first < 0 || segments[first].Start >= end)
        {
            return null;
        }

        for (var i = first; i < segments.Count && segments[i].Start == segments[first].Start; i++)
        {
            if (i > 0 && segments[i].Turn != segments[i - 1].Turn)
            {
                return i;
            }
        }

        return first;
    }
}
