using System.Globalization;

namespace TalkNotes.Core.Formats.Parts;

/// <summary>
/// The timing line of a SubRip caption in all its dialects: <c>00:00:01,500 --> 00:00:04,000 X1:100</c>, with a point for
/// the comma, full-width marks, no hours, no milliseconds, hours beyond 99, a short arrow, or the comma of YouTube's SBV (<c>0:00:01.500,0:00:04.000</c>).
/// </summary>
internal static class SubRipTiming
{
    private static readonly string[] Arrows = ["-->", "->", "—>", "–>", "=>", "→", ","];

    public static bool HasArrow(string line) => line.Contains("-->", StringComparison.Ordinal);

    public static bool TryRead(string line, out TimeSpan start, out TimeSpan end)
    {
        end = default;
        var rest = line.AsSpan().Trim("\uFEFF \t");
        if (!TryTime(ref rest, out start))
        {
            return false;
        }

        rest = rest.TrimStart();
        foreach (var arrow in Arrows)
        {
            if (rest.StartsWith(arrow))
            {
                rest = rest[arrow.Length..].TrimStart();
                return TryTime(ref rest, out end) && (rest.IsEmpty || char.IsWhiteSpace(rest[0]));
            }
        }

        return false;
    }

    private static bool TryTime(ref ReadOnlySpan<char> text, out TimeSpan time)
    {
        time = default;
        Span<long> parts = stackalloc long[3];
        var count = 0;
        while (count < 3)
        {
            if (!TryDigits(ref text, out parts[count++], out _))
            {
                return false;
            }

            if (count == 3 || text.IsEmpty || text[0] is not (':' or '：'))
            {
                break;
            }

            text = text[1..];
        }

        if (count < 2 || parts[count - 1] > 59 || (count == 3 && parts[1] > 59))
        {
            return false;
        }

        var milliseconds = 0L;
        if (text.Length > 1 && text[0] is ',' or '.' or ':' or ';' or '，' or '．' or '。' or '：' && char.IsAsciiDigit(text[1]))
        {
            var point = text[0] is '.' or '．' or '。';
            text = text[1..];
            _ = TryDigits(ref text, out milliseconds, out var digits);

            // After a comma players read the number of milliseconds; after a point people write a decimal fraction.
            milliseconds = point || digits > 3 ? (long)(milliseconds * 1000 / Math.Pow(10, digits)) : milliseconds;
        }

        var (hours, minutes, seconds) = count == 3 ? (parts[0], parts[1], parts[2]) : (0, parts[0], parts[1]);
        time = TimeSpan.FromMilliseconds((((((hours * 60) + minutes) * 60) + seconds) * 1000) + milliseconds);
        return true;
    }

    private static bool TryDigits(ref ReadOnlySpan<char> text, out long value, out int count)
    {
        value = 0;
        count = 0;
        while (count < text.Length && char.IsAsciiDigit(text[count]))
        {
            count++;
        }

        var known = count is > 0 and <= 6 && long.TryParse(text[..count], NumberStyles.None, CultureInfo.InvariantCulture, out value);
        text = text[count..];
        return known;
    }
}
