using System.Globalization;

namespace TalkNotes.Web;

/// <summary>Every address of the site, in one place; see docs/api.md.</summary>
public static class Links
{
    public const string Home = "/";
    public const string Talks = "/talks";
    public const string Speakers = "/speakers";
    public const string Desk = "/desk";
    public const string Quote = "/quote";
    public const string Add = "/add";
    public const string History = "/history";
    public const string Status = "/status";
    public const string SearchPage = "/search";
    public const string Claims = "/claims";
    public const string Appearance = "/appearance";

    public static string Talk(string slug) => $"/talks/{Part(slug)}";

    public static string Transcript(string slug) => $"/talks/{Part(slug)}/transcript";

    /// <summary>One segment of a transcript.</summary>
    public static string Segment(string slug, int segment) => $"{Transcript(slug)}#s{Number(segment)}";

    /// <summary>A range of segments, marked by the server; both ends included.</summary>
    public static string Segments(string slug, int first, int last) =>
        $"{Transcript(slug)}?at=s{Number(first)}-s{Number(last)}#s{Number(first)}";

    public static string Chapter(string slug, int chapter) => $"{Transcript(slug)}#c{Number(chapter)}";

    /// <summary>A source of a talk with its ledger; <paramref name="source"/> counts from 1 within the talk.</summary>
    public static string Source(string slug, int source) => $"/talks/{Part(slug)}/sources/{Number(source)}";

    public static string Speaker(string slug) => $"/speakers/{Part(slug)}";

    public static string Topic(string slug) => $"/topics/{Part(slug)}";

    public static string Claim(string id) => $"/claims/{Part(id)}";

    public static string Search(string query) => $"/search?q={Part(query)}";

    /// <summary>The moment in the video, or null when there is no video or no time.</summary>
    public static string? Moment(string? videoId, TimeSpan? time) => videoId is null || time is null
        ? null
        : $"https://www.youtube.com/watch?v={Part(videoId)}&t={Number((int)time.Value.TotalSeconds)}s";

    private static string Part(string text) => Uri.EscapeDataString(text);

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
