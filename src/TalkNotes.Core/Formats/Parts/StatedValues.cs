using System.Globalization;
using TalkNotes.Core.Documents;

namespace TalkNotes.Core.Formats.Parts;

/// <summary>Reads the values of stated fields: dates, lengths, languages, lists of names, addresses.</summary>
internal static class StatedValues
{
    private static readonly string[] DateShapes =
    [
        "yyyy-MM-dd", "yyyy/MM/dd", "yyyy.MM.dd", "yyyyMMdd", "MMM d, yyyy", "MMMM d, yyyy", "MMM d yyyy", "MMMM d yyyy", "d MMM yyyy", "d MMMM yyyy",
        "MMM. d, yyyy", "d. MMMM yyyy", "d-MMM-yyyy", "ddd MMM d, yyyy", "dddd MMMM d, yyyy", "ddd, d MMM yyyy", "ddd, MMM d, yyyy", "dddd, MMMM d, yyyy", "yyyy年M月d日",
    ];

    private static readonly HashSet<string> Placeholders = new(StringComparer.OrdinalIgnoreCase)
    {
        "", "unknown", "n/a", "na", "none", "null", "nil", "~", "tbd", "tba", "-", "–", "—", "?", "undefined", "not available", "not specified", "unspecified", "untitled", "not stated", "not provided", "[]", "{}", "不明", "未定", "なし", "未知", "无",
    };

    /// <summary>What stands behind a comma and belongs to the name before it.</summary>
    private static readonly HashSet<string> Suffixes = new(StringComparer.OrdinalIgnoreCase) { "PhD", "MD", "MBA", "Jr", "Sr", "II", "III", "Esq", "MSc", "BSc", "CFA", "DPhil" };

    /// <summary>Whether a value says that nothing is known.</summary>
    public static bool IsPlaceholder(string value) => Placeholders.Contains(value.Trim());

    /// <summary>A day: ISO (a time behind it is cut), compact, or with an English month.</summary>
    public static bool TryDate(string value, out DateOnly date)
    {
        var text = value.Trim().TrimEnd('.');
        if (text.Length > 10 && text[10] is 'T' or ' ' && char.IsAsciiDigit(text[0]))
        {
            text = text[..10];
        }

        return DateOnly.TryParseExact(text, DateShapes, CultureInfo.InvariantCulture, DateTimeStyles.AllowWhiteSpaces, out date);
    }

    /// <summary>A day, also with the name of the day before it or a time of the day behind it: <c>Mon, Mar 3, 2025 10:00AM</c>.</summary>
    public static bool TryDay(string value, out DateOnly date)
    {
        var text = value.Trim();
        if (TryDate(text, out date))
        {
            return true;
        }

        var blank = text.LastIndexOf(' ');
        return blank > 0 && text.AsSpan(blank).Contains(':') && TryDate(text[..blank].TrimEnd(' ', ','), out date);
    }

    /// <summary>A length: <c>58:47</c>, <c>1:02:03</c>, <c>PT1H2M3S</c>, <c>1h 2m 3s</c>, <c>45 min</c>, or plain seconds.</summary>
    public static bool TryDuration(string value, bool plainSeconds, out TimeSpan length)
    {
        var text = value.Trim();
        if (Timestamp.TryParse(text, out length))
        {
            return true;
        }

        if (double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds))
        {
            length = seconds < 1_000_000 ? TimeSpan.FromMilliseconds(Math.Round(seconds * 1000)) : default;
            return plainSeconds && length > TimeSpan.Zero;
        }

        return TryUnits(text, out length);
    }

    /// <summary>Names in a list: <c>A, B and C</c>, <c>A &amp; B</c>, <c>A、B</c>; titles behind a comma (<c>A, PhD</c>) and what stands in brackets belong to the name.</summary>
    public static IEnumerable<string> Names(string value)
    {
        var names = new List<string>();
        foreach (var part in Parts(value.Replace(" and ", ",", StringComparison.Ordinal).Replace(" & ", ",", StringComparison.Ordinal)))
        {
            if (names.Count > 0 && Suffixes.Contains(part.Replace(".", "", StringComparison.Ordinal)))
            {
                names[^1] += ", " + part;
            }
            else if (!IsPlaceholder(part))
            {
                names.Add(part);
            }
        }

        return names;
    }

    /// <summary>The parts between commas and their like that stand in no brackets.</summary>
    private static IEnumerable<string> Parts(string value)
    {
        var (from, depth) = (0, 0);
        for (var i = 0; i <= value.Length; i++)
        {
            depth += i == value.Length ? 0 : value[i] is '(' or '[' or '（' ? 1 : value[i] is ')' or ']' or '）' && depth > 0 ? -1 : 0;
            if (i == value.Length || (depth == 0 && value[i] is ',' or ';' or '、' or '・' or '，'))
            {
                if (value[from..i].Trim() is { Length: > 0 } part)
                {
                    yield return part;
                }

                from = i + 1;
            }
        }
    }

    /// <summary>Whether a text is nothing but a web address, in code marks or not.</summary>
    public static bool IsAddress(string text)
    {
        var bare = text.Trim().Trim('`', '<', '>');
        return bare.StartsWith("http", StringComparison.Ordinal) && !bare.Any(char.IsWhiteSpace) && Uri.TryCreate(bare, UriKind.Absolute, out _);
    }

    /// <summary>The first web address in a text, without the brackets, quotes or full stop around it; null when there is none.</summary>
    public static string? FirstAddress(string text) => Addresses(text).FirstOrDefault();

    /// <summary>The web addresses in a text, in order.</summary>
    public static IEnumerable<string> Addresses(string text)
    {
        var at = 0;
        while ((at = text.IndexOf("http", at, StringComparison.OrdinalIgnoreCase)) >= 0)
        {
            var end = at;
            while (end < text.Length && !char.IsWhiteSpace(text[end]) && text[end] is not ('`' or '"' or '<' or '>' or ')' or ']' or '，' or '。' or '」'))
            {
                end++;
            }

            var address = text[at..end].TrimEnd('.', ',', ';', ':', '*', '_', '\'', '’');
            if (Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https")
            {
                yield return address;
            }

            at = Math.Max(end, at + 4);
        }
    }

    private static bool TryUnits(string text, out TimeSpan length)
    {
        length = default;
        var rest = text.AsSpan();
        if (rest.StartsWith("PT", StringComparison.OrdinalIgnoreCase))
        {
            rest = rest[2..];
        }

        while (!(rest = rest.Trim()).IsEmpty)
        {
            var digits = 0;
            while (digits < rest.Length && char.IsAsciiDigit(rest[digits]))
            {
                digits++;
            }

            if (digits is 0 or > 6)
            {
                return false;
            }

            var number = int.Parse(rest[..digits], CultureInfo.InvariantCulture);
            rest = rest[digits..].TrimStart();
            var letters = 0;
            while (letters < rest.Length && char.IsAsciiLetter(rest[letters]) && (letters == 0 || char.IsAsciiLetterLower(rest[letters])))
            {
                letters++;
            }

            var unit = rest[..letters].ToString().ToLowerInvariant();
            rest = rest[letters..].TrimStart(".,");
            TimeSpan? part = unit switch
            {
                "h" or "hr" or "hrs" or "hour" or "hours" => TimeSpan.FromHours(number),
                "m" or "min" or "mins" or "minute" or "minutes" => TimeSpan.FromMinutes(number),
                "s" or "sec" or "secs" or "second" or "seconds" => TimeSpan.FromSeconds(number),
                _ => null,
            };
            if (part is null)
            {
                return false;
            }

            length += part.Value;
        }

        return length > TimeSpan.Zero;
    }
}
