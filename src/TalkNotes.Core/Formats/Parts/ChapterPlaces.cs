using TalkNotes.Core.Documents;

namespace TalkNotes.Core.Formats.Parts;

/// <summary>Finds the first segment of each chapter that states a time.</summary>
internal static class ChapterPlaces
{
    /// <summary>Chapters that know their place already keep it, unless nothing follows their heading.</summary>
    public static void Fill(TalkBuilder talk)
    {
        var from = 0;
        for (var i = 0; i < talk.Chapters.Count; i++)
        {
            var chapter = talk.Chapters[i];
            if (chapter is { FirstSegment: null, Start: { } start })
            {
                from = i > 0 && talk.Chapters[i - 1].Start > start ? 0 : from; // chapters in order make one walk over the segments
                chapter = chapter with { FirstSegment = FirstAt(talk.Segments, ref from, start, chapter.End) };
            }

            talk.Chapters[i] = chapter with { FirstSegment = chapter.FirstSegment < talk.Segments.Count ? chapter.FirstSegment : null };
        }
    }

    /// <summary>
    /// The first segment at or after a time. Of several with the same time, the one that begins a turn: the words before it
    /// end what was said before.
    /// </summary>
    private static int? FirstAt(List<Segment> segments, ref int from, TimeSpan start, TimeSpan? end)
    {
        while (from < segments.Count && !(segments[from].Start >= start))
        {
            from++;
        }

        var first = from;
        if (first == segments.Count || segments[first].Start >= end)
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
