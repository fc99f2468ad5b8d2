using System.Globalization;
using TalkNotes.Core.Documents;

namespace TalkNotes.Web;

/// <summary>How pages write numbers, dates, times and places.</summary>
public static class Show
{
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-GB");

    /// <summary><c>13,171</c>.</summary>
    public static string Count(long number) => number.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary><c>1 talk</c>, <c>13,171 words</c>; give the plural where it is not the singular with an s.</summary>
    public static string Count(long number, string one, string? many = null) => $"{Count(number)} {(number == 1 ? one : many ?? one + "s")}";

    /// <summary><c>11 Apr 2026</c>.</summary>
    public static string Date(DateOnly date) => date.ToString("d MMM yyyy", English);

    /// <summary><c>11 Apr 2026</c>, in UTC.</summary>
    public static string Date(DateTimeOffset instant) => instant.UtcDateTime.ToString("d MMM yyyy", English);

    /// <summary><c>11 Apr 2026, 09:40 UTC</c>.</summary>
    public static string Instant(DateTimeOffset instant) => instant.UtcDateTime.ToString("d MMM yyyy, HH:mm", English) + " UTC";

    /// <summary><c>1:58</c>, <c>1:02:03</c>.</summary>
    public static string Time(long milliseconds) => Timestamp.Format(TimeSpan.FromMilliseconds(milliseconds));

    /// <summary>A place in the words: <c>1:58–2:12</c>, <c>1:58</c>, or <c>¶ 174</c> and <c>¶ 174–176</c> where a transcript has no times.</summary>
    /// <param name="first">First segment, from 0.</param>
    /// <param name="last">Last segment, inclusive.</param>
    /// <param name="startMs">Start of the first segment, or null.</param>
    /// <param name="endMs">End of the range, or null when it is not known.</param>
    public static string Place(int first, int last, long? startMs, long? endMs)
    {
        if (startMs is { } start)
        {
            return endMs is { } end && Time(end) != Time(start) ? $"{Time(start)}–{Time(end)}" : Time(start);
        }

        return first == last ? $"¶ {Count(first + 1)}" : $"¶ {Count(first + 1)}–{Count(last + 1)}";
    }

    /// <summary>The word of a verdict: <c>Not said</c>.</summary>
    public static string Verdict(string value) => value switch
    {
        "verified" => "Verified",
        "partly" => "Partly",
        "not-said" => "Not said",
        "refuted" => "Refuted",
        "blocked" => "No transcript",
        "altered" => "Altered",
        _ => "Unverified",
    };

    /// <summary>The class of a verdict in the style sheet: <c>notsaid</c>.</summary>
    public static string VerdictClass(string value) => value switch
    {
        "verified" or "partly" or "refuted" or "blocked" or "altered" => value,
        "not-said" => "notsaid",
        _ => "open",
    };
}
