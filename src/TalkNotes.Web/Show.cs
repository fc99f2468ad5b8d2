using System.Globalization;
using TalkNotes.Core.Documents;
using TalkNotes.Core.Talks;

namespace TalkNotes.Web;

/// <summary>How pages write numbers, dates, times and places.</summary>
public static class Show
{
    /// <summary><c>13,171</c>.</summary>
    public static string Count(long number) => number.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>A number as programs write it: <c>13171</c>.</summary>
    public static string Plain(long number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary><c>1 talk</c>, <c>13,171 words</c>; give the plural where it is not the singular with an s.</summary>
    public static string Count(long number, string one, string? many = null) => $"{Count(number)} {(number == 1 ? one : many ?? one + "s")}";

    /// <summary><c>11 Apr 2026</c>.</summary>
    public static string Date(DateOnly date) => date.ToString("d MMM yyyy", CultureInfo.InvariantCulture);

    /// <summary><c>11 Apr 2026</c>, in UTC.</summary>
    public static string Date(DateTimeOffset instant) => instant.UtcDateTime.ToString("d MMM yyyy", CultureInfo.InvariantCulture);

    /// <summary><c>11 Apr 2026, 09:40 UTC</c>.</summary>
    public static string Instant(DateTimeOffset instant) => instant.UtcDateTime.ToString("d MMM yyyy, HH:mm", CultureInfo.InvariantCulture) + " UTC";

    /// <summary><c>1:58</c>, <c>1:02:03</c>.</summary>
    public static string Time(long milliseconds) => Timestamp.Format(TimeSpan.FromMilliseconds(milliseconds));

    /// <summary>A part of a whole, in whole percent: <c>62 %</c>; <c>&lt; 1 %</c> for what is little but not nothing.</summary>
    public static string Percent(double part, double whole)
    {
        var percent = whole > 0 ? 100 * part / whole : 0;
        return percent is > 0 and < 1 ? "< 1 %" : $"{Math.Round(percent).ToString(CultureInfo.InvariantCulture)} %";
    }

    /// <summary>A language by its English name; the tag itself when nobody knows it.</summary>
    public static string Language(string tag)
    {
        try
        {
            var culture = CultureInfo.GetCultureInfo(tag);
            return culture.EnglishName.StartsWith("Unknown", StringComparison.Ordinal) ? tag : culture.EnglishName;
        }
        catch (CultureNotFoundException)
        {
            return tag;
        }
    }

    /// <summary>The title, or words that say it is missing.</summary>
    public static string Title(string? title) => title ?? "Untitled talk";

    /// <summary>The date a source gives, named for what it is: <c>1 May 2025</c>, <c>Transcribed 11 Apr 2026</c>, <c>Undated</c>.</summary>
    public static string DateOf(TalkSummary talk)
    {
        ArgumentNullException.ThrowIfNull(talk);
        return talk switch
        {
            { Published: { } published } => Date(published),
            { Transcribed: { } transcribed } => $"Transcribed {Date(transcribed)}",
            { Retrieved: { } retrieved } => $"Retrieved {Date(retrieved)}",
            _ => "Undated",
        };
    }

    /// <summary>What there is to read: <c>Timed transcript, 13,171 words</c>.</summary>
    public static string Transcript(TalkSummary talk)
    {
        ArgumentNullException.ThrowIfNull(talk);
        return !talk.HasTranscript ? "Notes only, no transcript yet"
            : $"{(talk.IsTimed ? "Timed transcript" : "Transcript without times")}, {Count(talk.WordCount, "word")}";
    }

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

    /// <summary>Who brought a document, and how: <c>ines</c>, <c>ravi, by a program</c>, <c>library folder</c>.</summary>
    public static string Who(ArrivalView arrival)
    {
        ArgumentNullException.ThrowIfNull(arrival);
        return arrival.Via switch
        {
            null => "not recorded who",
            "command" => $"command line: {arrival.Who}",
            "token" => $"{arrival.Who}, by a program",
            "notes" => $"{arrival.Who}, by edited notes",
            "program" => "TalkNotes, as a newer version reads it better",
            _ => arrival.Who!,
        };
    }

    /// <summary>What became of a document, in a word: <c>Added</c>.</summary>
    public static string Arrival(string outcome) => outcome switch
    {
        "updated" => "Edited",
        "reread" => "Read again",
        "moved" => "Moved",
        _ => "Added",
    };

    /// <summary>What a claim is, in a word: <c>Key point</c>.</summary>
    public static string Kind(string kind) => kind switch
    {
        "key-point" => "Key point",
        "summary" => "Summary",
        "quote" => "Quote",
        _ => "Claim",
    };

    /// <summary>A text cut at a word, with an ellipsis; only where the whole is one click away.</summary>
    public static string Short(string text, int length)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Length <= length)
        {
            return text;
        }

        var end = text.LastIndexOf(' ', length);
        return text[..(end > length / 2 ? end : length)].TrimEnd(' ', ',', '.', ';', ':') + "…";
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
        "suspended" => "Suspended",
        _ => "Unverified",
    };

    /// <summary>What the badge of a claim shows: what counts today, that a verdict waits to be looked at again, or that there is no transcript to judge by.</summary>
    public static string Badge(string status, bool isSuspended, bool hasTranscript) =>
        isSuspended ? "suspended" : status == "unverified" && !hasTranscript ? "blocked" : status;

    /// <summary>The class of a verdict in the style sheet: <c>notsaid</c>.</summary>
    public static string VerdictClass(string value) => value switch
    {
        "verified" or "partly" or "refuted" or "blocked" or "altered" => value,
        "not-said" => "notsaid",
        _ => "open",
    };
}
