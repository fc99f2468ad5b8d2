using Microsoft.EntityFrameworkCore;
using TalkNotes.Core.Storage;
using TalkNotes.Core.Text;

namespace TalkNotes.Core.Curation;

/// <summary>Works out who speaks in each segment of a source and which of its words read otherwise. Words and labels as written stay.</summary>
internal sealed class SegmentOverlay(TalkNotesDb db, TalkOverlay overlay, SpeakerResolver people)
{
    /// <summary>Brings the segments of a source up to date; saves.</summary>
    /// <param name="sourceId">The source.</param>
    /// <param name="isPrimary">Whether its transcript counts: places of words are counted there.</param>
    /// <param name="ct">Stops before anything is written.</param>
    public async Task ApplyAsync(int sourceId, bool isPrimary, CancellationToken ct)
    {
        if (await IsUpToDateAsync(sourceId, ct))
        {
            return;
        }

        var segments = await db.Segments.AsNoTracking().Where(s => s.SourceId == sourceId).OrderBy(s => s.N).ToListAsync(ct);
        var texts = segments.ConvertAll(s => s.Text);
        var voices = await VoicesAsync(sourceId, segments, texts, ct);
        await db.SaveChangesAsync(ct); // a name seen for the first time gets its id
        var readings = ReadingsOf(sourceId, isPrimary, texts);
        for (var n = 0; n < segments.Count; n++)
        {
            var row = segments[n];
            var (speaker, shown, read) = (voices[n].Person?.Id, voices[n].Shown, Readings.Write(readings[n]));
            if (row.SpeakerId == speaker && row.Speaker == shown && row.Readings == read)
            {
                continue;
            }

            await db.Segments.Where(s => s.Id == row.Id).ExecuteUpdateAsync(
                s => s.SetProperty(x => x.SpeakerId, speaker).SetProperty(x => x.Speaker, shown).SetProperty(x => x.Readings, read), ct);
        }
    }

    /// <summary>Whether nobody put anything right here but names, and every label shows what it should.</summary>
    private async Task<bool> IsUpToDateAsync(int sourceId, CancellationToken ct)
    {
        if (overlay.Turns.Any(t => ((TurnsCorrection)t.Correction).At.Source == sourceId) || overlay.Words.Any())
        {
            return false;
        }

        var groups = await db.Segments.Where(s => s.SourceId == sourceId)
            .GroupBy(s => new { s.Label, s.Speaker, s.SpeakerId, HasReadings = s.Readings != null }).Select(g => g.Key).ToListAsync(ct);
        foreach (var group in groups)
        {
            var voice = await people.OfLabelAsync(group.Label, ct);
            if (group.HasReadings || voice.Shown != group.Speaker || voice.Person?.Id != group.SpeakerId)
            {
                return false;
            }
        }

        return true;
    }

    private async Task<List<Voice>> VoicesAsync(int sourceId, List<SegmentRow> segments, List<string> texts, CancellationToken ct)
    {
        var voices = new List<Voice>(segments.Count);
        foreach (var segment in segments)
        {
            voices.Add(await people.OfLabelAsync(segment.Label, ct));
        }

        foreach (var named in overlay.Turns)
        {
            var at = ((TurnsCorrection)named.Correction).At;
            if (at.Source == sourceId && Anchors.Locate(at, texts) is var (first, last))
            {
                var voice = await people.OfAsync(named, ct);
                voices.RemoveRange(first, last - first + 1);
                voices.InsertRange(first, Enumerable.Repeat(voice, last - first + 1));
                overlay.Count(named.Row.Id, last - first + 1);
            }
        }

        return voices;
    }

    /// <summary>Corrected words by segment. Newer corrections come first; an older one yields where they meet.</summary>
    private List<Reading>[] ReadingsOf(int sourceId, bool isPrimary, List<string> texts)
    {
        var readings = Array.ConvertAll(new List<Reading>[texts.Count], _ => new List<Reading>());
        var transcript = new HeardWords(texts);
        foreach (var (row, correction) in overlay.Words)
        {
            var words = (WordsCorrection)correction;
            var places = words.At is null ? transcript.Find(words.Heard, words.Said) : At(words.At, sourceId, texts);
            foreach (var place in places.ToList())
            {
                if (place.All(part => readings[part.Segment].TrueForAll(r => r.To <= part.From || r.From >= part.To)))
                {
                    for (var i = 0; i < place.Count; i++)
                    {
                        readings[place[i].Segment].Add(new Reading(place[i].From, place[i].To, i == 0 ? words.Said : ""));
                    }

                    overlay.Count(row.Id, isPrimary || words.At is not null ? 1 : 0);
                }
            }
        }

        foreach (var list in readings)
        {
            list.Sort((a, b) => a.From.CompareTo(b.From));
        }

        return readings;
    }

    private static IEnumerable<IReadOnlyList<WordsPart>> At(WordsAnchor anchor, int sourceId, List<string> texts)
    {
        if (anchor.Segments.Source == sourceId && Anchors.Locate(anchor.Segments, texts) is var (first, last))
        {
            yield return [.. Enumerable.Range(first, last - first + 1)
                .Select(n => new WordsPart(n, n == first ? anchor.From : 0, n == last ? anchor.To : texts[n].Length))];
        }
    }
}
