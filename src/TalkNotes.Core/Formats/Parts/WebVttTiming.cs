namespace TalkNotes.Core.Formats.Parts;

/// <summary>
/// A cue's timing line, <c>00:01.000 --> 00:02.500 align:start</c>, by the letter of
/// https://www.w3.org/TR/webvtt1/#collect-webvtt-cue-timings-and-settings. Settings only place the cue on a screen.
/// </summary>
internal static class WebVttTiming
{
    /// <summary>Days beyond which nothing is believed; keeps the arithmetic within a TimeSpan.</summary>
    private const long MostHours = 1_000_000;

    public static bool TryRead(ReadOnlySpan<char> line, out TimeSpan start, out TimeSpan end)
    {
        end = default;
        if (!TryTime(ref line, out start))
        {
            return false;
        }

        line = Skip(line);
        if (!line.StartsWith("-->"))
        {
            return false;
        }

        line = line[3..];
        return TryTime(ref line, out end);
    }

    private static ReadOnlySpan<char> Skip(ReadOnlySpan<char> line) => line.TrimStart(" \t\f");

    /// <summary>Two digits of minutes and seconds, three of milliseconds; hours optional, of any number of digits.</summary>
    private static bool TryTime(ref ReadOnlySpan<char> line, out TimeSpan time)
    {
        time = default;
        line = Skip(line);
        if (!TryDigits(ref line, out var first, out var digits) || !line.StartsWith(":"))
        {
            return false;
        }

        line = line[1..];
        if (!TryDigits(ref line, out var second, out var secondDigits) || secondDigits != 2)
        {
            return false;
        }

        var (hours, minutes, seconds) = (0L, first, second);
        if (digits != 2 || first > 59 || line.StartsWith(":"))
        {
            if (!line.StartsWith(":"))
            {
                return false;
            }

            line = line[1..];
            if (!TryDigits(ref line, out seconds, out var thirdDigits) || thirdDigits != 2)
            {
                return false;
            }

            (hours, minutes) = (first, second);
        }

        if (!line.StartsWith("."))
        {
            return false;
        }

        line = line[1..];
        if (!TryDigits(ref line, out var milliseconds, out var last) || last != 3 || minutes > 59 || seconds > 59)
        {
            return false;
        }

        time = TimeSpan.FromMilliseconds((((((Math.Min(hours, MostHours) * 60) + minutes) * 60) + seconds) * 1000) + milliseconds);
        return true;
    }

    private static bool TryDigits(ref ReadOnlySpan<char> line, out long value, out int count)
    {
        (value, count) = (0, 0);
        while (count < line.Length && char.IsAsciiDigit(line[count]))
        {
            value = Math.Min((value * 10) + (line[count++] - '0'), MostHours);
        }

        line = line[count..];
        return count > 0;
    }
}
