using System.Globalization;
using TalkNotes.Core.Claims;
using TalkNotes.Core.Documents;
using TalkNotes.Core.Talks;

namespace TalkNotes.Core.Export;

/// <summary>A piece of evidence as a link.</summary>
/// <param name="Label"><c>12:34</c>, <c>¶ 174</c> or the host of a page.</param>
/// <param name="Url">The moment in the video, else the words on this site, or the page.</param>
internal sealed record EvidencePlace(string Label, string Url)
{
    public static EvidencePlace Of(EvidenceView evidence, TalkSummary talk, string claim, ExportSite site)
    {
        if (evidence.Url is { } url)
        {
            return new EvidencePlace(Uri.TryCreate(url, UriKind.Absolute, out var uri) ? uri.Host : "page", url);
        }

        var start = StartMs(evidence);
        var segments = Segments(evidence);
        var label = start is { } ms ? Timestamp.Format(TimeSpan.FromMilliseconds(ms))
            : segments is [var n, _] ? string.Create(CultureInfo.InvariantCulture, $"¶ {n + 1}")
            : "evidence";
        return new EvidencePlace(
            label,
            (start is { } at ? ExportSite.Moment(talk.VideoId, at) : null)
            ?? (segments is [var first, var last] ? site.Segments(talk.Slug, first, last) : site.Claim(claim)));
    }

    /// <summary>Where the words stand today, else where they stood.</summary>
    public static IReadOnlyList<int>? Segments(EvidenceView evidence) => evidence.Anchor?.Place?.Segments ?? evidence.Segments;

    public static long? StartMs(EvidenceView evidence) => evidence.Anchor?.Place is { } place ? place.StartMs : evidence.StartMs;

    public static long? EndMs(EvidenceView evidence) => evidence.Anchor?.Place is { } place ? place.EndMs : evidence.EndMs;
}
