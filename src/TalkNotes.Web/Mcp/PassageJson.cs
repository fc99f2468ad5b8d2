using System.Text;
using TalkNotes.Core.Talks;
using TalkNotes.Core.Text;
using TalkNotes.Web.Pages.Talks;

namespace TalkNotes.Web.Mcp;

/// <summary>Words of a transcript with where they are from, ready to quote.</summary>
/// <param name="Talk">Slug of the talk.</param>
/// <param name="Title">Its title, or null.</param>
/// <param name="Speakers">Who speaks, by the labels of the transcript; empty when a part of it has no label.</param>
/// <param name="StartMs">Start in milliseconds, or null.</param>
/// <param name="EndMs">End, or null.</param>
/// <param name="Segments">First and last segment, both included.</param>
/// <param name="Text">The words as written.</param>
/// <param name="Corrected">The words as people put them right; null where nobody did.</param>
/// <param name="Url">Address on the site.</param>
/// <param name="Moment">Address in the video, or null.</param>
/// <param name="Source">Where the words stand in the file.</param>
/// <param name="Citation">The words and where they are from, in one line.</param>
internal sealed record PassageJson(
    string Talk,
    string? Title,
    IReadOnlyList<string> Speakers,
    long? StartMs,
    long? EndMs,
    IReadOnlyList<int> Segments,
    string Text,
    string? Corrected,
    string Url,
    string? Moment,
    PassageLines Source,
    string Citation)
{
    /// <summary>Takes words out of a transcript.</summary>
    /// <param name="view">The transcript.</param>
    /// <param name="range">Segments.</param>
    /// <param name="absolute">Makes an address of this site one that other programs can open.</param>
    public static PassageJson Of(TranscriptView view, SegmentRange range, Func<string, string> absolute)
    {
        var segments = view.Segments.Skip(range.First).Take(range.Last - range.First + 1).ToList();
        var labels = segments.Select(s => s.Speaker).Distinct(StringComparer.Ordinal).ToList();
        var speakers = labels.Contains(null) ? [] : labels.OfType<string>().ToList();
        var (start, end) = (segments[0].StartMs, SegmentRange.EndMs(view.Segments, range.Last, view.Talk.DurationMs));
        var url = absolute(Links.Segments(view.Talk.Slug, range.First, range.Last));
        var moment = Links.Moment(view.Talk.VideoId, start is { } ms ? TimeSpan.FromMilliseconds(ms) : null);
        var citation = new Citation
        {
            Slug = view.Talk.Slug,
            Title = view.Talk.Title,
            Show = view.Talk.Show,
            Published = view.Talk.Published,
            Speakers = speakers,
            Place = Show.Place(range.First, range.Last, start, end),
            Words = SelectionView.Cut(segments, null, null),
            Link = moment ?? url,
        };
        return new PassageJson(
            view.Talk.Slug, view.Talk.Title, speakers, start, end, [range.First, range.Last], Joined(segments, s => s.Text),
            segments.Exists(s => s.Corrections is not null) ? Joined(segments, s => s.Corrected) : null,
            url, moment, new PassageLines(view.Source, [segments[0].Lines[0], segments[^1].Lines[^1]]), citation.Plain());
    }

    private static string Joined(List<TranscriptSegment> segments, Func<TranscriptSegment, string> reading)
    {
        var words = new StringBuilder(reading(segments[0]));
        for (var i = 1; i < segments.Count; i++)
        {
            words.Append(Joining.NeedsBlank(reading(segments[i - 1]), reading(segments[i])) ? " " : "").Append(reading(segments[i]));
        }

        return words.ToString().Trim();
    }
}

/// <summary>Lines of a source of the talk.</summary>
/// <param name="N">Number of the source within the talk, from 1.</param>
/// <param name="Lines">First and last line, from 1, both included.</param>
internal sealed record PassageLines(int N, IReadOnlyList<int> Lines);
