using System.Globalization;

namespace TalkNotes.Core.Documents;

/// <summary>Times as talks write them: <c>0:01</c>, <c>58:47</c>, <c>1:02:03</c>, <c>00:00:01.500</c>, <c>00:00:01,500</c>.</summary>
public static class Timestamp
{
    /// <summary>Reads a whole string as a time; brackets and white space around it are not allowed.</summary>
    /// <returns>False when it is no time; minutes may exceed 59 only where no hours stand before them.</returns>
    public static bool TryParse(ReadOnlySpan<char> text, out TimeSpan time)
    {
        time = default;
        Span<Range> parts = stackalloc Range[4];
        var count = text.Split(parts, ':');
        if (count is < 2 or > 3)
        {
            return false;
        }

        var seconds = text[parts[count - 1]];
        var point = seconds.IndexOfAny('.', ',');
        var milliseconds = 0;
        if (point >= 0)
        {
            var fraction = seconds[(point + 1)..];
            if (fraction.Length is 0 or > 9 || !Digits(fraction))
            {
                return false;
            }

            for (var i = 0; i < 3; i++)
            {
                milliseconds = (milliseconds * 10) + (i < fraction.Length ? fraction[i] - '0' : 0);
            }

            seconds = seconds[..point];
        }

        var minutes = text[parts[count - 2]];
        var hours = count == 3 ? text[parts[0]] : "0";
        if (seconds.Length != 2 || minutes.Length is 0 or > 4 || hours.Length is 0 or > 4 || (count == 3 && minutes.Length != 2)
            || !Digits(seconds) || !Digits(minutes) || !Digits(hours))
        {
            return false;
        }

        var h = int.Parse(hours, CultureInfo.InvariantCulture);
        var m = int.Parse(minutes, CultureInfo.InvariantCulture);
        var s = int.Parse(seconds, CultureInfo.InvariantCulture);
        if (s > 59 || (count == 3 && m > 59))
        {
            return false;
        }

        time = new TimeSpan(0, h, m, s, milliseconds);
        return true;
    }

    /// <summary>How people write it: <c>1:58</c>, <c>1:02:03</c>; fractions are cut.</summary>
    public static string Format(TimeSpan time) => time.TotalHours >= 1
        ? string.Create(CultureInfo.InvariantCulture, $"{(int)time.TotalHours}:{time.Minutes:00}:{time.Seconds:00}")
        : string.Create(CultureInfo.InvariantCulture, $"{time.Minutes}:{time.Seconds:00}");

    private static bool Digits(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            if (!char.IsAsciiDigit(c))
            {
                return false;
            }
        }

        return true;
    }
}
