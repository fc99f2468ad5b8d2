using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using TalkNotes.Core.Storage;

namespace TalkNotes.Core.Talks;

/// <summary>Lists talks under filters, with the choices that are left.</summary>
internal sealed class TalkListQuery(IReadOnlyList<TalkEntry> talks, IReadOnlyDictionary<int, ClaimTally> claims)
{
    private const int FacetSize = 8;

    /// <summary>Filters whose lists are kept; ten thousand talks are 80 KB each.</summary>
    private const int MostKept = 64;

    private readonly ConcurrentDictionary<string, (List<TalkEntry> Sorted, TalkFacets Facets)> _kept = new(StringComparer.Ordinal);

    /// <summary>A page of talks.</summary>
    public async Task<TalkList> ReadAsync(TalkNotesDb db, TalkFilter filter, CancellationToken ct)
    {
        var pageSize = Math.Clamp(filter.PageSize, 1, 100);
        var (sorted, facets) = ListOf(filter);
        var page = Math.Clamp(filter.Page, 1, Math.Max(1, (sorted.Count + pageSize - 1) / pageSize));
        var order = "talks/" + filter.Sort;
        var skip = ListCursor.After(sorted, order, t => Place(t, filter.Sort), filter.After) ?? (page - 1) * pageSize;
        var ids = sorted.Skip(skip).Take(pageSize).Select(t => t.Id).ToList();
        var shown = await TalkSummaries.ReadAsync(db, ids, ct);
        return new TalkList(sorted.Count, skip / pageSize + 1, pageSize, skip + ids.Count < sorted.Count ? ListCursor.Of(order, Place(sorted[skip + ids.Count - 1], filter.Sort)) : null, shown, facets);
    }

    /// <summary>A filter's talks in their order, and the choices that are left, on whatever page.</summary>
    private (List<TalkEntry> Sorted, TalkFacets Facets) ListOf(TalkFilter filter)
    {
        var key = JsonSerializer.Serialize(filter with { Page = 1, PageSize = 1, After = null });
        if (!_kept.TryGetValue(key, out var list))
        {
            list = (Sorted(filter), new TalkFacets(
                Names(filter with { Speakers = [] }, t => t.Speakers, filter.Speakers), Names(filter with { Topics = [] }, t => t.Topics, filter.Topics),
                Shows(filter), Years(filter), [.. TalkProgress.All.Select(value => new FacetValue(value, null, Where(filter with { Progress = [value] }).Count()))]));
            if (_kept.Count < MostKept)
            {
                _kept[key] = list;
            }
        }

        return list;
    }

    /// <summary>Every talk under a filter, in its order, which is total as it ends in the id; its page asks nothing.</summary>
    public List<TalkEntry> Sorted(TalkFilter filter)
    {
        var found = Where(filter);
        return filter.Sort switch
        {
            TalkSort.MostLeft => [.. found.OrderByDescending(t => Claims(t).Open).ThenByDescending(t => t.Id)],
            TalkSort.Longest => [.. found.OrderByDescending(t => t.Words).ThenByDescending(t => t.Id)],
            TalkSort.Title => [.. found.OrderBy(t => t.Title is null).ThenBy(t => t.Title, StringComparer.Ordinal).ThenBy(t => t.Id)],
            TalkSort.Added => [.. found.OrderByDescending(t => t.AddedAt).ThenByDescending(t => t.Id)],
            _ => [.. found.OrderByDescending(t => t.Day).ThenByDescending(t => t.Id)],
        };
    }

    /// <summary>The order of <see cref="Sorted"/> as text.</summary>
    private string Place(TalkEntry talk, string sort) => sort switch
    {
        TalkSort.Title => string.Create(CultureInfo.InvariantCulture, $"{(talk.Title is null ? 1 : 0)}{talk.Title}\0{talk.Id:D10}"),
        TalkSort.MostLeft => Falling(Claims(talk).Open, talk),
        TalkSort.Longest => Falling(talk.Words, talk),
        TalkSort.Added => Falling(talk.AddedAt.UtcTicks, talk),
        _ => Falling(talk.Day is { } day ? day.DayNumber + 1 : 0, talk),
    };

    private static string Falling(long value, TalkEntry talk) => string.Create(CultureInfo.InvariantCulture, $"{long.MaxValue - value:D19}{int.MaxValue - talk.Id:D10}");

    /// <summary>By the day the sources give, newest first, as the database orders them.</summary>
    public static IQueryable<TalkRow> Newest(IQueryable<TalkRow> talks) =>
        talks.OrderByDescending(t => t.Published ?? t.Transcribed ?? t.Retrieved).ThenByDescending(t => t.Id);

    /// <summary>By the time of arrival, newest first, as the database orders them.</summary>
    public static IQueryable<TalkRow> LastAdded(IQueryable<TalkRow> talks) => talks.OrderByDescending(t => t.AddedAt).ThenByDescending(t => t.Id);

    private IEnumerable<TalkEntry> Where(TalkFilter filter)
    {
        var years = filter.Years.Select(y => int.TryParse(y, NumberStyles.None, CultureInfo.InvariantCulture, out var year) ? year : 0).ToList();
        return talks.Where(t =>
            (filter.Speakers.Count == 0 || t.Speakers.Any(s => filter.Speakers.Contains(s.Slug)))
            && (filter.Topics.Count == 0 || t.Topics.Any(s => filter.Topics.Contains(s.Slug)))
            && (filter.Shows.Count == 0 || filter.Shows.Contains(t.Show ?? TalkFilter.NotGiven))
            && (filter.Years.Count == 0 || (t.Published is { } day ? years.Contains(day.Year) : filter.Years.Contains(TalkFilter.NotGiven)))
            && (filter.Progress.Count == 0 || filter.Progress.Any(p => IsAt(t, p)))
            && (filter.HasTranscript is not { } has || t.HasTranscript == has));
    }

    private bool IsAt(TalkEntry talk, string progress)
    {
        var (all, open) = Claims(talk);
        return progress switch
        {
            TalkProgress.Blocked => open > 0 && !talk.HasTranscript,
            TalkProgress.Done => all > 0 && open == 0,
            TalkProgress.Started => open > 0 && open < all,
            TalkProgress.NotStarted => all > 0 && open == all,
            _ => false,
        };
    }

    private ClaimTally Claims(TalkEntry talk) => claims.GetValueOrDefault(talk.Id);

    /// <summary>The names of most talks, and those chosen.</summary>
    private List<FacetValue> Names(TalkFilter filter, Func<TalkEntry, IReadOnlyList<NameEntry>> names, IReadOnlyList<string> chosen)
    {
        var counts = Where(filter).SelectMany(names).CountBy(n => n)
            .OrderByDescending(n => n.Value).ThenBy(n => n.Key.Name, StringComparer.Ordinal).ThenBy(n => n.Key.Slug, StringComparer.Ordinal);
        return [.. counts.Where((n, i) => i < FacetSize || chosen.Contains(n.Key.Slug)).Select(n => new FacetValue(n.Key.Slug, n.Key.Name, n.Value))];
    }

    private List<FacetValue> Shows(TalkFilter filter)
    {
        var counts = Where(filter with { Shows = [] }).GroupBy(t => t.Show)
            .OrderBy(g => g.Key is null).ThenByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal);
        return [.. counts.Where((g, i) => i < FacetSize || g.Key is null || filter.Shows.Contains(g.Key)).Select(g => new FacetValue(g.Key ?? TalkFilter.NotGiven, g.Key, g.Count()))];
    }

    private List<FacetValue> Years(TalkFilter filter) =>
        [.. Where(filter with { Years = [] }).CountBy(t => t.Published?.Year ?? 0).OrderByDescending(y => y.Key).Select(y => y.Key == 0
            ? new FacetValue(TalkFilter.NotGiven, null, y.Value)
            : new FacetValue(y.Key.ToString(CultureInfo.InvariantCulture), y.Key.ToString(CultureInfo.InvariantCulture), y.Value))];
}
