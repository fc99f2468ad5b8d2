using Microsoft.AspNetCore.Mvc.RazorPages;
using TalkNotes.Core.Talks;

namespace TalkNotes.Web.Pages.Talks;

/// <summary>All talks, under filters that live in the address.</summary>
public sealed class IndexModel(TalkQueries talks) : PageModel
{
    /// <summary>Orders, as the list offers them.</summary>
    public static IReadOnlyList<(string Value, string Label)> Sorts { get; } =
    [
        (TalkSort.Newest, "Newest first"), (TalkSort.MostLeft, "Most left to check"), (TalkSort.Longest, "Longest"), (TalkSort.Title, "Title"),
    ];

    public TalkList View { get; private set; } = null!;

    public TalkFilter Filter { get; private set; } = new();

    public async Task OnGetAsync(
        string[] speaker, string[] topic, string[] show, string[] year, string[] progress, string? transcript, string? sort, int page, CancellationToken ct)
    {
        Filter = new TalkFilter
        {
            Speakers = Given(speaker),
            Topics = Given(topic),
            Shows = Given(show),
            Years = Given(year),
            Progress = [.. Given(progress).Where(TalkProgress.All.Contains)],
            HasTranscript = transcript switch { "yes" => true, "no" => false, _ => null },
            Sort = Sorts.Any(s => s.Value == sort) ? sort! : TalkSort.Newest,
            Page = Math.Max(1, page),
        };
        View = await talks.ListAsync(Filter, ct);
    }

    /// <summary>Each filter in force in words, with the address that leaves it out.</summary>
    public IEnumerable<(string Label, string Address)> InForce()
    {
        var all = Filter with { Page = 1 };
        return Each(all.Speakers, View.Facets.Speakers, "speaker", rest => all with { Speakers = rest })
            .Concat(Each(all.Topics, View.Facets.Topics, "topic", rest => all with { Topics = rest }))
            .Concat(Each(all.Shows, View.Facets.Shows, "show", rest => all with { Shows = rest }))
            .Concat(Each(all.Years, View.Facets.Years, "year", rest => all with { Years = rest }))
            .Concat(Each(all.Progress, View.Facets.Progress, "progress", rest => all with { Progress = rest }))
            .Concat(all.HasTranscript is { } has
                ? [(has ? "With a transcript" : "Without a transcript", Links.TalksBy(all with { HasTranscript = null }))]
                : []);
    }

    /// <summary>Every filter in force as a form field.</summary>
    public IEnumerable<(string Name, string Value)> Chosen() =>
        Filter.Speakers.Select(v => ("speaker", v)).Concat(Filter.Topics.Select(v => ("topic", v))).Concat(Filter.Shows.Select(v => ("show", v)))
            .Concat(Filter.Years.Select(v => ("year", v))).Concat(Filter.Progress.Select(v => ("progress", v)))
            .Concat(Filter.HasTranscript is { } has ? [("transcript", has ? "yes" : "no")] : []);

    private static string[] Given(string[] values) => [.. values.Where(v => !string.IsNullOrWhiteSpace(v)).Distinct(StringComparer.Ordinal)];

    private static IEnumerable<(string Label, string Address)> Each(
        IReadOnlyList<string> values, IReadOnlyList<FacetValue> choices, string name, Func<IReadOnlyList<string>, TalkFilter> without) =>
        values.Select(v => (
            FacetView.Label(name, choices.FirstOrDefault(c => c.Value == v) ?? new FacetValue(v, v == TalkFilter.NotGiven ? null : v, 0)),
            Links.TalksBy(without([.. values.Where(o => o != v)]))));
}
