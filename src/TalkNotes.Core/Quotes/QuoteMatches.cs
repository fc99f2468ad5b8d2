using Microsoft.EntityFrameworkCore;
using TalkNotes.Core.Storage;

namespace TalkNotes.Core.Quotes;

/// <summary>Says where a place is: its talk, speaker, time, chapter and lines.</summary>
internal static class QuoteMatches
{
    private const int WordsAround = 24;

    /// <summary>The place with what the database knows of it.</summary>
    public static async Task<QuoteMatch> OfAsync(TalkNotesDb db, QuotePlace place, CancellationToken ct)
    {
        var (source, reading) = (place.Candidate.SourceId, place.Reading);
        var about = await db.Sources.Where(s => s.Id == source)
            .Select(s => new { s.Path, s.Talk.Slug, s.Talk.Title, s.Talk.Show, s.Talk.Published, s.Talk.VideoId, s.Talk.Duration }).SingleAsync(ct);
        var speaker = place.Speaker is null ? null
            : await db.Segments.Where(s => s.SourceId == source && s.N >= place.First && s.N <= place.Last && s.Speaker == place.Speaker)
                .Join(db.Speakers, s => s.SpeakerId, p => p.Id, (s, p) => p.Slug).FirstOrDefaultAsync(ct);
        var chapter = await db.Set<ChapterRow>().Where(c => c.SourceId == source && c.FirstSegment <= place.First)
            .OrderByDescending(c => c.FirstSegment).ThenByDescending(c => c.N).Select(c => new { c.N, c.Title }).FirstOrDefaultAsync(ct);
        var (first, last) = (place.Candidate.Segments[reading.First], place.Candidate.Segments[reading.Last]);
        return new QuoteMatch
        {
            Talk = about.Slug,
            Title = about.Title,
            Show = about.Show,
            Published = about.Published,
            VideoId = about.VideoId,
            Speaker = place.Speaker,
            Speakers = place.Speakers,
            SpeakerSlug = speaker,
            StartMs = Milliseconds(first.Start),
            EndMs = Milliseconds(last.End ?? await NextStartAsync(db, source, place.Last, last.Start, ct) ?? (about.Duration > last.Start ? about.Duration : null)),
            Segments = [place.First, place.Last],
            Text = reading.Text,
            IsCorrected = place.Candidate.IsCorrected
                && await db.Segments.AnyAsync(s => s.SourceId == source && s.N >= place.First && s.N <= place.Last && s.Readings != null, ct),
            Before = Last(reading.Before, WordsAround),
            After = First(reading.After, WordsAround),
            Chapter = chapter?.Title,
            ChapterNumber = chapter?.N,
            Verdict = place.Verdict,
            ColdOpen = place.ColdOpen,
            Source = new QuoteSource(about.Path, [first.Lines.First, last.Lines.Last]),
        };
    }

    private static async Task<TimeSpan?> NextStartAsync(TalkNotesDb db, int source, int last, TimeSpan? start, CancellationToken ct) => start is null ? null
        : await db.Segments.Where(s => s.SourceId == source && s.N > last && s.Start > start).OrderBy(s => s.N).Select(s => s.Start).FirstOrDefaultAsync(ct);

    private static long? Milliseconds(TimeSpan? time) => (long?)time?.TotalMilliseconds;

    private static string Last(string text, int words)
    {
        var parts = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        return string.Join(' ', parts.TakeLast(words));
    }

    private static string First(string text, int words)
    {
        var parts = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        return string.Join(' ', parts.Take(words));
    }
}
