using System.Globalization;
using Microsoft.EntityFrameworkCore;
using TalkNotes.Core.Documents;
using TalkNotes.Core.Quotes.Archive;
using TalkNotes.Core.Storage;
using TalkNotes.Core.Text;

namespace TalkNotes.Core.Quotes;

/// <summary>Reads the words at places of the archive.</summary>
internal static class QuoteCandidates
{
    /// <summary>
    /// The words of some stretches of one transcript, in order, as they are written, and as people put them right where
    /// they did. What lies between two stretches is counted.
    /// </summary>
    public static async Task<IReadOnlyList<QuoteCandidate>> OfAsync(TalkNotesDb db, IReadOnlyList<SpokenPlace> stretches, CancellationToken ct)
    {
        var (place, rows, skips) = (stretches[0], new List<SegmentRow>(), new List<QuoteSkip>());
        for (var i = 0; i < stretches.Count; i++)
        {
            if (i > 0)
            {
                var (first, last) = (stretches[i - 1].LastSegment + 1, stretches[i].FirstSegment - 1);
                var between = await RowsAsync(db, place.SourceId, first, last, ct);
                var words = between.Sum(s => Words.Of(s.Text).Count);
                skips.Add(new QuoteSkip(rows.Count, between.Count, words));
                rows.Add(Standing(between[0], between[^1], words));
            }

            rows.AddRange(await RowsAsync(db, place.SourceId, stretches[i].FirstSegment, stretches[i].LastSegment, ct));
        }

        var written = new QuoteCandidate(place.TalkId, place.SourceId, place.FirstSegment, place.SegmentCount, rows.ConvertAll(s => Segment(s, s.Text)))
        {
            Published = await db.Talks.Where(t => t.Id == place.TalkId).Select(t => t.Published).SingleOrDefaultAsync(ct),
            Skips = skips,
        };
        return rows.Exists(s => s.Readings is not null)
            ? [written, written with { Segments = rows.ConvertAll(s => Segment(s, Readings.Corrected(s.Text, s.Readings))), IsCorrected = true }]
            : [written];
    }

    private static Task<List<SegmentRow>> RowsAsync(TalkNotesDb db, int source, int first, int last, CancellationToken ct) =>
        db.Segments.AsNoTracking().Where(s => s.SourceId == source && s.N >= first && s.N <= last).OrderBy(s => s.N).ToListAsync(ct);

    /// <summary>One segment that stands for many.</summary>
    private static SegmentRow Standing(SegmentRow first, SegmentRow last, int words) => new()
    {
        SourceId = first.SourceId,
        N = first.N,
        Start = first.Start,
        End = last.End,
        Text = string.Create(CultureInfo.InvariantCulture, $"[… {words:N0} words …]"),
        FirstLine = first.FirstLine,
        LastLine = last.LastLine,
    };

    private static Segment Segment(SegmentRow row, string text) => new()
    {
        Start = row.Start,
        End = row.End,
        Turn = row.Turn,
        Speaker = row.Speaker,
        Text = text,
        Lines = new LineSpan(row.FirstLine, row.LastLine),
    };
}
