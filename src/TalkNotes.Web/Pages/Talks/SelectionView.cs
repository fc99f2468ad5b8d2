using TalkNotes.Core.Talks;
using TalkNotes.Core.Text;

namespace TalkNotes.Web.Pages.Talks;

/// <summary>Words that somebody selected or a link points at, ready to quote; drawn by <c>_Selection.cshtml</c>.</summary>
/// <param name="Talk">Slug of the talk.</param>
/// <param name="Range">Segments that the words touch.</param>
/// <param name="Place">The place for people.</param>
/// <param name="Who">Who speaks, or null when the source does not say.</param>
/// <param name="Citation">The words and where they are from.</param>
/// <param name="Link">Address of the range on this site.</param>
/// <param name="NewClaim">Address of the form that makes a claim from them.</param>
/// <param name="Misheard">Address of the form that puts them right.</param>
public sealed record SelectionView(string Talk, SegmentRange Range, string Place, string? Who, Citation Citation, string Link, string NewClaim, string Misheard)
{
    /// <summary>Number of words.</summary>
    public int WordCount => Words.Of(Citation.Words ?? "").Count;

    /// <summary>Number of the source that they are read in; null for the transcript that counts.</summary>
    public int? Source { get; private init; }

    /// <summary>The words as the source writes them, without what a person put right.</summary>
    public required string Written { get; init; }

    /// <summary>Start of the range in milliseconds; null without times.</summary>
    public long? StartMs { get; private init; }

    /// <summary>End of the range; null when it is not known.</summary>
    public long? EndMs { get; private init; }

    /// <summary>Takes words out of a transcript as they stand there; what a person put right follows in brackets.</summary>
    /// <param name="view">The transcript.</param>
    /// <param name="range">Segments.</param>
    /// <param name="from">Where they begin in the first segment's text; null for its start.</param>
    /// <param name="to">Where they end in the last segment's text, exclusive; null for its end.</param>
    /// <param name="request">Names this site in links.</param>
    public static SelectionView Of(TranscriptView view, SegmentRange range, int? from, int? to, HttpRequest request)
    {
        ArgumentNullException.ThrowIfNull(view);
        var source = view.IsPrimary ? (int?)null : view.Source;
        var segments = view.Segments.Skip(range.First).Take(range.Last - range.First + 1).ToList();
        var first = segments[0];
        var labels = segments.Select(s => s.Speaker).Distinct().ToList();
        var speakers = labels.Contains(null) ? [] : labels.OfType<string>().ToList();
        var end = SegmentRange.EndMs(view.Segments, range.Last, view.Talk.DurationMs);
        var place = Show.Place(range.First, range.Last, first.StartMs, end);
        var link = Links.Absolute(request, Links.Segments(view.Talk.Slug, range.First, range.Last));
        var time = first.StartMs is { } ms ? TimeSpan.FromMilliseconds(ms) : (TimeSpan?)null;
        var citation = Reader.Citation(view.Talk, request) with
        {
            Speakers = speakers,
            Place = place,
            Words = Cut(segments, from, to),
            Link = Links.Moment(view.Talk.VideoId, time) ?? link,
        };
        return new SelectionView(view.Talk.Slug, range, place, speakers.Count == 0 ? null : string.Join(", ", speakers), citation, link, Links.NewClaim(view.Talk.Slug, $"s{range.First}-s{range.Last}", from, to), Links.Misheard(view.Talk.Slug, range, from, to, source))
        {
            Source = source,
            Written = Cut(segments.ConvertAll(s => s with { Corrections = null }), from, to),
            StartMs = first.StartMs,
            EndMs = end,
        };
    }

    /// <summary>The words between two points, on one line.</summary>
    internal static string Cut(List<TranscriptSegment> segments, int? from, int? to)
    {
        var words = string.Empty;
        for (var i = 0; i < segments.Count; i++)
        {
            var text = segments[i].Text;
            var end = i == segments.Count - 1 ? Math.Clamp(to ?? text.Length, 0, text.Length) : text.Length;
            var start = i == 0 ? Math.Clamp(from ?? 0, 0, end) : 0;
            words += Readings.Annotated(text, segments[i].Corrections ?? [], start, end) + (i < segments.Count - 1 && Joining.NeedsBlank(text, segments[i + 1].Text) ? " " : "");
        }

        return words.Trim();
    }
}
