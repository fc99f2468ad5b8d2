using System.Globalization;
using System.Text.Json.Nodes;
using TalkNotes.Core.Documents;
using TalkNotes.Core.Talks;

namespace TalkNotes.Core.Export;

/// <summary>A talk and the passages that verdicts rest on, for bibliographies.</summary>
public static class Citations
{
    /// <summary>One entry of CSL-JSON. Names stay whole: how a name divides is not for a program to guess. https://docs.citationstyles.org</summary>
    public static JsonObject Csl(Citation citation)
    {
        ArgumentNullException.ThrowIfNull(citation);
        return ExportJson.Object(
            ("id", citation.Key),
            ("type", citation.Show is null ? "speech" : "broadcast"),
            ("title", citation.Title ?? "Untitled talk"),
            ("container-title", citation.Show),
            ("author", citation.Speakers.Count == 0 ? null : ExportJson.Array(citation.Speakers.Select(s => (JsonNode?)ExportJson.Object(("literal", s))))),
            ("issued", citation.Published is { } day ? ExportJson.Object(("date-parts", new JsonArray(new JsonArray(day.Year, day.Month, day.Day)))) : null),
            ("URL", citation.Link),
            ("genre", "Transcript"),
            ("section", citation.Place),
            ("annote", citation.Words));
    }

    /// <summary>Entries of CSL-JSON as a file.</summary>
    public static string Csl(IEnumerable<Citation> citations) => ExportJson.Write(ExportJson.Array(citations.Select(c => (JsonNode?)Csl(c))));

    /// <summary>A citation of a passage.</summary>
    /// <param name="talk">The talk with its transcript.</param>
    /// <param name="range">The passage.</param>
    /// <param name="site">Where the words can be read when there is no video.</param>
    public static Citation Passage(ExportedTalk talk, SegmentRange range, ExportSite site)
    {
        ArgumentNullException.ThrowIfNull(talk);
        ArgumentNullException.ThrowIfNull(site);
        var segments = talk.Segments.Skip(range.First).Take(range.Last - range.First + 1).ToList();
        var labels = segments.Select(s => s.Speaker).Distinct().ToList();
        var start = segments[0].StartMs;
        return Whole(talk.Talk, site) with
        {
            Speakers = labels.Contains(null) ? [] : [.. labels.OfType<string>()],
            Place = start is { } ms
                ? Timestamp.Format(TimeSpan.FromMilliseconds(ms))
                : string.Create(CultureInfo.InvariantCulture, $"¶ {range.First + 1}{(range.First == range.Last ? "" : $"–{range.Last + 1}")}"),
            Words = string.Join(' ', segments.Select(s => s.Text)),
            Link = (start is { } at ? ExportSite.Moment(talk.Talk.VideoId, at) : null) ?? site.Segments(talk.Talk.Slug, range.First, range.Last),
            Part = range.ToString(),
        };
    }

    /// <summary>A citation of a whole talk.</summary>
    public static Citation Whole(TalkSummary talk, ExportSite site)
    {
        ArgumentNullException.ThrowIfNull(talk);
        ArgumentNullException.ThrowIfNull(site);
        var isWeb = Uri.TryCreate(talk.Url, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https";
        return new Citation
        {
            Slug = talk.Slug,
            Title = talk.Title,
            Show = talk.Show,
            Published = talk.Published,
            Speakers = [.. talk.People.OrderBy(p => p.Role == "host").Select(p => p.Name)],
            Link = talk.VideoId is { } id ? $"https://www.youtube.com/watch?v={Uri.EscapeDataString(id)}" : isWeb ? talk.Url! : site.Talk(talk.Slug),
        };
    }

    internal static string BibTex(ExportedTalk talk, ExportSite site) => string.Join("\n\n", All(talk, site).Select(c => c.BibTex())) + "\n";

    internal static string Csl(ExportedTalk talk, ExportSite site) => Csl(All(talk, site));

    private static IEnumerable<Citation> All(ExportedTalk talk, ExportSite site)
    {
        var passages = talk.Claims.SelectMany(c => c.Verdict?.Evidence ?? [])
            .Select(e => e.Anchor?.Place?.Segments is [var first, var last] && last < talk.Segments.Count ? new SegmentRange(first, last) : (SegmentRange?)null)
            .OfType<SegmentRange>().Distinct().OrderBy(r => r.First).ThenBy(r => r.Last);
        return passages.Select(r => Passage(talk, r, site)).Prepend(Whole(talk.Talk, site));
    }
}
