using System.Globalization;
using Microsoft.EntityFrameworkCore;
using TalkNotes.Core.Storage;

namespace TalkNotes.Core.Talks;

/// <summary>Lists talks under filters, with the choices that are left.</summary>
internal static class TalkListQuery
{
    private const int FacetSize = 8;

    public static async Task<TalkList> ReadAsync(TalkNotesDb db, TalkFilter filter, CancellationToken ct)
    {
        var pageSize = Math.Clamp(filter.PageSize, 1, 100);
        var talks = Where(db, filter);
        var total = await talks.CountAsync(ct);
        var page = Math.Clamp(filter.Page, 1, Math.Max(1, (total + pageSize - 1) / pageSize));
        var sorted = Sorted(talks, filter.Sort);
        var skip = await PlaceAfterAsync(sorted, filter.After, ct) ?? (page - 1) * pageSize;
        var ids = await sorted.Select(t => t.Id).Skip(skip).Take(pageSize).ToListAsync(ct);
        var facets = new TalkFacets(
            await SpeakersAsync(db, filter, ct), await TopicsAsync(db, filter, ct), await ShowsAsync(db, filter, ct),
            await YearsAsync(db, filter, ct), await ProgressAsync(db, filter, ct));
        var shown = await TalkSummaries.ReadAsync(db, ids, ct);
        return new TalkList(total, skip / pageSize + 1, pageSize, skip + ids.Count < total ? shown[^1].Slug : null, shown, facets);
    }

    /// <summary>How many talks come before the one after a given talk; null when that talk is not among them.</summary>
    private static async Task<int?> PlaceAfterAsync(IQueryable<TalkRow> sorted, string? slug, CancellationToken ct)
    {
        if (slug is null)
        {
            return null;
        }

        var place = (await sorted.Select(t => t.Slug).ToListAsync(ct)).IndexOf(slug);
        return place < 0 ? null : place + 1;
    }

    /// <summary>The order of a list; total, as it ends in the id.</summary>
    public static IQueryable<TalkRow> Sorted(IQueryable<TalkRow> talks, string sort) => sort switch
    {
        TalkSort.MostLeft => talks.OrderByDescending(t => t.Claims.Count(c => c.WithdrawnAt == null && c.State!.Status == "unverified")).ThenByDescending(t => t.Id),
        TalkSort.Longest => talks.OrderByDescending(t => t.WordCount).ThenByDescending(t => t.Id),
        TalkSort.Title => talks.OrderBy(t => t.Title == null).ThenBy(t => EF.Functions.Collate(t.Title!, "NOCASE")).ThenBy(t => t.Id),
        TalkSort.Added => talks.OrderByDescending(t => t.AddedAt).ThenByDescending(t => t.Id),
        _ => talks.OrderByDescending(t => t.Published ?? t.Transcribed ?? t.Retrieved).ThenByDescending(t => t.Id),
    };

    /// <summary>The talks that meet a filter, in no order.</summary>
    public static IQueryable<TalkRow> Where(TalkNotesDb db, TalkFilter filter)
    {
        var talks = db.Talks.AsNoTracking();
        if (filter.Speakers.Count > 0)
        {
            talks = talks.Where(t => db.TalkSpeakers.Any(s => s.TalkId == t.Id && filter.Speakers.Contains(s.Speaker.Slug)));
        }

        if (filter.Topics.Count > 0)
        {
            talks = talks.Where(t => db.TalkTopics.Any(s => s.TalkId == t.Id && filter.Topics.Contains(s.Topic.Slug)));
        }

        if (filter.Shows.Count > 0)
        {
            var orNone = filter.Shows.Contains(TalkFilter.NotGiven);
            talks = talks.Where(t => (t.Show == null && orNone) || filter.Shows.Contains(t.Show!));
        }

        if (filter.Years.Count > 0)
        {
            var orNone = filter.Years.Contains(TalkFilter.NotGiven);
            var years = filter.Years.Select(y => int.TryParse(y, NumberStyles.None, CultureInfo.InvariantCulture, out var year) ? year : 0).ToList();
            talks = talks.Where(t => (t.Published == null && orNone) || (t.Published != null && years.Contains(t.Published.Value.Year)));
        }

        if (filter.Progress.Count > 0)
        {
            var done = filter.Progress.Contains(TalkProgress.Done);
            var started = filter.Progress.Contains(TalkProgress.Started);
            var notStarted = filter.Progress.Contains(TalkProgress.NotStarted);
            var blocked = filter.Progress.Contains(TalkProgress.Blocked);
            talks = talks.Where(t =>
                (blocked && t.TranscriptId == null && t.Claims.Any(c => c.WithdrawnAt == null && c.State!.Status == "unverified"))
                || (done && t.Claims.Any(c => c.WithdrawnAt == null) && !t.Claims.Any(c => c.WithdrawnAt == null && c.State!.Status == "unverified"))
                || (started && t.Claims.Any(c => c.WithdrawnAt == null && c.State!.Status != "unverified")
                    && t.Claims.Any(c => c.WithdrawnAt == null && c.State!.Status == "unverified"))
                || (notStarted && t.Claims.Any(c => c.WithdrawnAt == null) && !t.Claims.Any(c => c.WithdrawnAt == null && c.State!.Status != "unverified")));
        }

        return filter.HasTranscript is { } has ? talks.Where(t => t.TranscriptId != null == has) : talks;
    }

    private static async Task<IReadOnlyList<FacetValue>> SpeakersAsync(TalkNotesDb db, TalkFilter filter, CancellationToken ct)
    {
        var talks = Where(db, filter with { Speakers = [] });
        var counted = db.TalkSpeakers.Where(s => talks.Any(t => t.Id == s.TalkId))
            .GroupBy(s => new { s.Speaker.Slug, s.Speaker.Name })
            .Select(g => new { g.Key.Slug, g.Key.Name, Count = g.Select(s => s.TalkId).Distinct().Count() });
        var most = await counted.OrderByDescending(s => s.Count).ThenBy(s => s.Name).ThenBy(s => s.Slug).Take(FacetSize).ToListAsync(ct);
        var chosen = await counted.Where(s => filter.Speakers.Contains(s.Slug)).ToListAsync(ct);
        return [.. most.UnionBy(chosen, s => s.Slug).Select(s => new FacetValue(s.Slug, s.Name, s.Count))];
    }

    private static async Task<IReadOnlyList<FacetValue>> TopicsAsync(TalkNotesDb db, TalkFilter filter, CancellationToken ct)
    {
        var talks = Where(db, filter with { Topics = [] });
        var counted = db.TalkTopics.Where(s => talks.Any(t => t.Id == s.TalkId))
            .GroupBy(s => new { s.Topic.Slug, s.Topic.Name })
            .Select(g => new { g.Key.Slug, g.Key.Name, Count = g.Select(s => s.TalkId).Distinct().Count() });
        var most = await counted.OrderByDescending(s => s.Count).ThenBy(s => s.Name).ThenBy(s => s.Slug).Take(FacetSize).ToListAsync(ct);
        var chosen = await counted.Where(s => filter.Topics.Contains(s.Slug)).ToListAsync(ct);
        return [.. most.UnionBy(chosen, s => s.Slug).Select(s => new FacetValue(s.Slug, s.Name, s.Count))];
    }

    private static async Task<IReadOnlyList<FacetValue>> ShowsAsync(TalkNotesDb db, TalkFilter filter, CancellationToken ct)
    {
        var counted = Where(db, filter with { Shows = [] }).GroupBy(t => t.Show).Select(g => new { Show = g.Key, Count = g.Count() });
        var shows = await counted.OrderBy(s => s.Show == null).ThenByDescending(s => s.Count).ThenBy(s => s.Show).ToListAsync(ct);
        var kept = shows.Where((s, i) => i < FacetSize || s.Show is null || filter.Shows.Contains(s.Show));
        return [.. kept.Select(s => new FacetValue(s.Show ?? TalkFilter.NotGiven, s.Show, s.Count))];
    }

    private static async Task<IReadOnlyList<FacetValue>> YearsAsync(TalkNotesDb db, TalkFilter filter, CancellationToken ct)
    {
        var years = await Where(db, filter with { Years = [] })
            .GroupBy(t => t.Published == null ? (int?)null : t.Published.Value.Year)
            .Select(g => new { Year = g.Key, Count = g.Count() })
            .OrderByDescending(y => y.Year).ToListAsync(ct);
        return [.. years.Select(y => y.Year?.ToString(CultureInfo.InvariantCulture) is { } year
            ? new FacetValue(year, year, y.Count) : new FacetValue(TalkFilter.NotGiven, null, y.Count))];
    }

    private static async Task<IReadOnlyList<FacetValue>> ProgressAsync(TalkNotesDb db, TalkFilter filter, CancellationToken ct)
    {
        var values = new List<FacetValue>();
        foreach (var value in TalkProgress.All)
        {
            values.Add(new FacetValue(value, null, await Where(db, filter with { Progress = [value] }).CountAsync(ct)));
        }

        return values;
    }
}
