using TalkNotes.Core.Talks;

namespace TalkNotes.Web.Pages.Talks;

/// <summary>A talk at a glance: its chapters in proportion, and its claims where their words stand. Positions run from 0 to 1.</summary>
/// <param name="Chapters">Chapters from left to right.</param>
/// <param name="Marks">Claims from left to right.</param>
/// <param name="Hits">Places of words that were looked for, from left to right.</param>
public sealed record Timeline(IReadOnlyList<TimelineChapter> Chapters, IReadOnlyList<TimelineMark> Marks, IReadOnlyList<double> Hits)
{
    /// <summary>No chapter is drawn narrower, so that each can be hit.</summary>
    private const double Narrowest = 0.036;

    /// <summary>Marks stand at least this far apart.</summary>
    private const double Apart = 0.02;

    /// <summary>Lays a talk out by its times, or by its paragraphs where it has none.</summary>
    /// <returns>Null when there is nothing to show: no transcript, or neither chapters nor places.</returns>
    public static Timeline? Of(TalkView view)
    {
        ArgumentNullException.ThrowIfNull(view);
        return Of(view.Talk, view.Chapters, view.Claims, []);
    }

    /// <summary>The same with the segments where words that were looked for stand.</summary>
    public static Timeline? Of(TranscriptView view, IEnumerable<int> hits)
    {
        ArgumentNullException.ThrowIfNull(view);
        return Of(view.Talk, view.Chapters, view.Claims, [.. hits.Select(n => view.Segments[n])]);
    }

    private static Timeline? Of(TalkSummary talk, IReadOnlyList<ChapterView> all, IReadOnlyList<TalkClaim> claims, IReadOnlyList<TranscriptSegment> hits)
    {
        var chapters = all.Where(c => c.First is not null).ToList();
        var byTime = talk.IsTimed && hits.All(h => h.StartMs is not null) && chapters.TrueForAll(c => c.StartMs is not null && c.EndMs is not null);
        double length = byTime
            ? new[] { talk.DurationMs, chapters.Max(c => c.EndMs), claims.Max(c => c.Where?.EndMs ?? c.Where?.StartMs), hits.Max(h => h.EndMs ?? h.StartMs) }.Max() ?? 0
            : talk.SegmentCount;
        if (length <= 0)
        {
            return null;
        }

        var spans = chapters.ConvertAll(c => byTime ? (From: c.StartMs!.Value / length, To: c.EndMs!.Value / length) : (From: c.First!.Value / length, To: (c.Last!.Value + 1) / length));
        var drawn = Widen(spans);
        var marks = claims.Select(c => (Claim: c, At: At(c))).Where(m => m.At is not null).OrderBy(m => m.At).ToList();
        if (chapters.Count == 0 && marks.Count == 0 && hits.Count == 0)
        {
            return null;
        }

        var last = -Apart;
        var placed = marks.ConvertAll(m =>
        {
            last = Math.Min(1, Math.Max(Drawn(m.At!.Value), last + Apart));
            return new TimelineMark(last, m.Claim.Status, m.Claim.Id, m.Claim.Text);
        });
        return new Timeline([.. chapters.Select((c, i) => new TimelineChapter(drawn[i].From, drawn[i].To, c))], placed,
            [.. hits.Select(h => Drawn(byTime ? h.StartMs!.Value / length : h.N / length)).Distinct().Order()]);

        double? At(TalkClaim claim)
        {
            if (claim.Where is { } where)
            {
                return byTime ? where.StartMs / length : where.Segments!.Value.First / length;
            }

            var chapter = chapters.FindIndex(c => c.N == claim.Chapter);
            return claim.Chapter is null || chapter < 0 ? null : spans[chapter].From;
        }

        // Where a place is drawn once narrow chapters are widened.
        double Drawn(double at)
        {
            var i = spans.FindLastIndex(s => s.From <= at);
            if (i < 0 || spans[i].To <= spans[i].From)
            {
                return at;
            }

            var within = Math.Min(1, (at - spans[i].From) / (spans[i].To - spans[i].From));
            return drawn[i].From + (within * (drawn[i].To - drawn[i].From));
        }
    }

    private static List<(double From, double To)> Widen(List<(double From, double To)> spans)
    {
        if (spans.Count == 0)
        {
            return [];
        }

        var least = Math.Min(Narrowest, 1.0 / spans.Count);
        var widths = spans.ConvertAll(s => Math.Max(least, s.To - s.From));
        var spare = widths.Sum(w => w - least);
        var excess = Math.Max(0, widths.Sum() - (spans[^1].To - spans[0].From));
        var at = spans[0].From;
        return widths.ConvertAll(w =>
        {
            var from = at;
            at += spare <= 0 ? w : w - ((w - least) / spare * Math.Min(excess, spare));
            return (from, Math.Min(1, at));
        });
    }
}

/// <summary>A chapter on the timeline.</summary>
/// <param name="From">Left edge.</param>
/// <param name="To">Right edge.</param>
/// <param name="Chapter">The chapter.</param>
public sealed record TimelineChapter(double From, double To, ChapterView Chapter);

/// <summary>A claim on the timeline.</summary>
/// <param name="At">Where.</param>
/// <param name="Status">Verdict in force.</param>
/// <param name="Claim">Its id.</param>
/// <param name="Text">Its words.</param>
public sealed record TimelineMark(double At, string Status, string Claim, string Text);
