using System.Buffers;
using System.Globalization;
using TalkNotes.Core.Documents;

namespace TalkNotes.Core.Formats.Parts;

/// <summary>The shapes in which single lines state times. All are hand-written scanners: linear, without exceptions.</summary>
internal static class Stamps
{
    private const string RangeMarks = "-–—→>~";
    private const string Emphasis = "*_`";

    private static readonly SearchValues<char> RangeMarkValues = SearchValues.Create(RangeMarks);

    /// <summary>A line that is nothing but a time: <c>1:53</c>, <c>[00:01:53]</c>, <c>(1:53)</c>.</summary>
    public static bool TryBare(string line, out TimeSpan time)
    {
        var text = line.AsSpan().Trim();
        if (text.Length is < 4 or > 20)
        {
            time = default;
            return false;
        }

        return Timestamp.TryParse(Unbracketed(text), out time);
    }

    /// <summary>
    /// A line that is nothing but two times: <c>0:00-1:53</c>, <c>0:00 – 1:53</c>, <c>00:01 --&gt; 00:04</c>; of <c>00:00:04:12</c>,
    /// whose last part counts frames of an unknown length, the seconds are taken.
    /// </summary>
    public static bool TryRange(ReadOnlySpan<char> text, out TimeSpan start, out TimeSpan end)
    {
        start = end = default;
        text = Unbracketed(text.Trim());
        var first = Length(text);
        if (first == 0 || text.Length > 48)
        {
            return false;
        }

        var rest = text[first..].TrimStart();
        var marks = rest.Length - rest.TrimStart(RangeMarks).Length;
        return marks is > 0 and <= 3 && TryTimecode(text[..first], out start) && TryTimecode(rest[marks..].TrimStart(), out end);
    }

    /// <summary>A range alone on a line, as transcripts state it; an arrow of three is SubRip's.</summary>
    public static bool TryBareRange(string line, out TimeSpan start, out TimeSpan end)
    {
        (start, end) = (default, default);
        return !line.Contains("-->", StringComparison.Ordinal) && TryRange(line, out start, out end);
    }

    /// <summary><c>[00:12] text</c>, <c>(1:02:03) text</c>, <c>[00:12 - 00:15] text</c>: a bracketed time before text, which may be a link.</summary>
    public static bool TryBracketed(ReadOnlySpan<char> text, out TimeSpan start, out TimeSpan? end, out int textStart)
    {
        (start, end, textStart) = (default, null, 0);
        if (text.Length < 6 || text[0] is not ('[' or '('))
        {
            return false;
        }

        var close = text[..Math.Min(text.Length, 50)].IndexOf(text[0] == '[' ? ']' : ')');
        if (close < 0)
        {
            return false;
        }

        textStart = close + 1 + LinkLength(text[(close + 1)..]);
        var inside = text[1..close].Trim();
        if (Timestamp.TryParse(inside, out start))
        {
            return true;
        }

        var isRange = TryRange(inside, out start, out var stop) || TrySeconds(inside, out start, out stop);
        end = isRange ? stop : null;
        return isRange;
    }

    /// <summary>A line behind a time in brackets, emphasis around it or not: <c>[00:12] text</c>, <c>**(0:12)** text</c>.</summary>
    public static bool TryBracketedLine(string line, out TimeSpan start, out TimeSpan? end, out string text)
    {
        text = "";
        var rest = line.AsSpan().Trim();
        var inner = rest.TrimStart(Emphasis);
        if (!TryBracketed(inner, out start, out end, out var after))
        {
            return false;
        }

        var isSetOff = inner.Length < rest.Length;
        rest = inner[after..];
        var spoken = isSetOff ? rest.TrimStart(Emphasis) : rest;
        text = spoken.Trim().ToString();
        text = text.Length > 2 && text[0] is '-' or '–' or '—' or '|' && text[1] == ' ' ? text[2..].TrimStart() : text; // [0:04] - Name
        return inner[0] == '[' || spoken.IsEmpty || (char.IsWhiteSpace(spoken[0]) && spoken.TrimStart()[0] is not (':' or '：'));
    }

    /// <summary>A cue of a timed list: <c>- [00:12] text</c>, <c>- **[00:12]** text</c>, <c>- 00:12 text</c>.</summary>
    public static bool TryTimedBullet(string line, out TimeSpan start, out TimeSpan? end, out string text)
    {
        (start, end, text) = (default, null, "");
        var rest = line.AsSpan().TrimStart();
        if (rest.Length < 6 || !LineShapes.IsBulletMark(rest[0]) || !char.IsWhiteSpace(rest[1]))
        {
            return false;
        }

        rest = rest[1..].TrimStart();
        var inner = rest.TrimStart(Emphasis);
        var isSetOff = inner.Length < rest.Length;
        if (inner.IsEmpty || !(TryBracketed(inner, out start, out end, out var after) || (char.IsAsciiDigit(inner[0]) && TryAtStart(inner, out start, out end, out after))))
        {
            return false;
        }

        rest = inner[after..];
        text = (isSetOff ? rest.TrimStart(Emphasis) : rest).Trim().ToString();
        return inner[0] is '[' or '(' || text.Length > 0;
    }

    /// <summary>
    /// A line that names who speaks and when, with or without words behind it: <c>Name (00:01:53):</c>, <c>(00:01:53):</c>,
    /// <c>Name [1:53]: text</c>, <c>Name: (1:53) text</c>, <c>Name  1:53</c>. Without a name the speaker goes on.
    /// </summary>
    public static bool TryNamed(string line, out string? name, out TimeSpan time, out TimeSpan? end, out string text)
    {
        (name, time, end, text) = (null, default, null, "");
        var whole = line.AsSpan().Trim();
        var head = whole[..Math.Min(whole.Length, 100)];
        for (var open = head.IndexOfAny('(', '['); open >= 0;)
        {
            if (TryBracketed(whole[open..], out time, out end, out var after) && (end is null || open > 0))
            {
                return SplitNamed(whole, open, open + after, out name, out text);
            }

            var next = head[(open + 1)..].IndexOfAny('(', '[');
            open = next < 0 ? -1 : open + 1 + next;
        }

        end = null;
        return TryTrailing(whole, out name, out time);
    }

    /// <summary>The time that a line states in whatever shape.</summary>
    public static bool TryAny(string line, out TimeSpan time) => TryBare(line, out time) || TryBareRange(line, out time, out _) || TryTimedBullet(line, out time, out _, out _)
        || TryBracketedLine(line, out time, out _, out _) || TryNamed(line, out _, out time, out _, out _) || TryLeading(line, out time, out _, out _);

    /// <summary>The time at the start of a text and what stands behind it: <c>00:00 – Intro</c>, <c>(1:53) Intro</c>, <c>0:00-1:53 Intro</c>.</summary>
    public static bool TryLeading(ReadOnlySpan<char> text, out TimeSpan start, out TimeSpan? end, out string rest)
    {
        (start, end, rest) = (default, null, "");
        text = text.Trim();
        if (TryBracketed(text, out start, out end, out var after) || TryAtStart(text, out start, out end, out after))
        {
            rest = text[after..].TrimStart().TrimStart("-–—:|.").Trim().ToString();
            return true;
        }

        return false;
    }

    /// <summary>A time, or two, without brackets at the very start of a text, with a border behind it.</summary>
    private static bool TryAtStart(ReadOnlySpan<char> text, out TimeSpan start, out TimeSpan? end, out int after)
    {
        (start, end, after) = (default, null, Length(text));
        if (after == 0 || !Timestamp.TryParse(text[..after], out start))
        {
            return false;
        }

        var tail = text[after..].TrimStart();
        var marks = tail.Length - tail.TrimStart(RangeMarks).Length;
        var second = marks > 0 ? tail[marks..].TrimStart() : default;
        var length = Length(second);
        if (length > 0 && Timestamp.TryParse(second[..length], out var stop))
        {
            end = stop;
            after = text.Length - second.Length + length;
            return true;
        }

        return after == text.Length || char.IsWhiteSpace(text[after]) || (RangeMarks + ":.)|*_`").Contains(text[after]);
    }

    /// <summary>A name, a gap or a dash, and a time at the end: <c>Noam Brown  0:01</c>, <c>Speaker 2 - 1:02:03</c>.</summary>
    private static bool TryTrailing(ReadOnlySpan<char> whole, out string? name, out TimeSpan time)
    {
        (name, time) = (null, default);
        var gap = whole.LastIndexOfAny(' ', '\t');
        if (whole.Length > 80 || gap < 1 || !Timestamp.TryParse(whole[(gap + 1)..].Trim(Emphasis), out time))
        {
            return false;
        }

        name = SpeakerLabel.Undecorated(whole[..gap].TrimEnd().TrimEnd("-–—|·•:@,").TrimEnd().ToString());
        return name.Length > 0 && (name.Length > 1 || char.IsUpper(name[0])) && SpeakerLabel.HasShape(name) && (SpeakerLabel.IsName(name) || SpeakerLabel.IsHandle(name));
    }

    private static bool SplitNamed(ReadOnlySpan<char> whole, int open, int after, out string? name, out string text)
    {
        var head = whole[..open].TrimEnd().TrimEnd(Emphasis);
        var colonBefore = head.Length > 0 && head[^1] is ':' or '：';
        var before = SpeakerLabel.Undecorated((colonBefore ? head[..^1] : head).ToString());
        name = before.Length == 0 ? null : before;
        var behind = whole[after..].TrimStart("*_ ");
        var hasColon = behind.Length > 0 && behind[0] is ':' or '：';
        text = (hasColon ? behind[1..] : behind).TrimStart("*_ ").Trim().ToString();
        return before.Length == 0 ? hasColon || text.Length == 0
            : before.Length <= 60 && SpeakerLabel.HasShape(before)
                && (hasColon || colonBefore || (text.Length == 0 && (SpeakerLabel.IsName(before) || !before.Any(char.IsWhiteSpace))));
    }

    /// <summary>A time in units: <c>1h2m3s</c>, <c>12m 03s</c>; seconds alone may be a length of anything.</summary>
    public static bool TryUnits(ReadOnlySpan<char> text, out TimeSpan time)
    {
        time = default;
        var (seconds, number, digits, order) = (0, 0, 0, 0);
        foreach (var c in text.Trim())
        {
            if (char.IsAsciiDigit(c) && digits < 3)
            {
                (number, digits) = ((number * 10) + c - '0', digits + 1);
            }
            else if (c is 'h' or 'm' or 's' && digits > 0 && "hms".IndexOf(c, StringComparison.Ordinal) + 1 is var unit && unit > order)
            {
                seconds += number * (c == 'h' ? 3600 : c == 'm' ? 60 : 1);
                (number, digits, order) = (0, 0, unit);
            }
            else if (c != ' ' || digits > 0)
            {
                return false;
            }
        }

        time = TimeSpan.FromSeconds(seconds);
        return order == 3 && digits == 0 && text.IndexOf('m') > 0;
    }

    /// <summary>Two numbers of seconds, as faster-whisper prints them: <c>0.00s -> 4.50s</c>.</summary>
    private static bool TrySeconds(ReadOnlySpan<char> text, out TimeSpan start, out TimeSpan end)
    {
        start = end = default;
        var mark = text.IndexOfAny(RangeMarkValues);
        return mark > 0 && TrySeconds(text[..mark].TrimEnd(), out start) && TrySeconds(text[mark..].TrimStart(RangeMarks).TrimStart(), out end);
    }

    private static bool TrySeconds(ReadOnlySpan<char> text, out TimeSpan time)
    {
        time = default;
        if (text.Length is < 2 or > 12 || text[^1] != 's' || !char.IsAsciiDigit(text[0])
            || !double.TryParse(text[..^1], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds))
        {
            return false;
        }

        time = TimeSpan.FromMilliseconds((long)Math.Round(seconds * 1000));
        return true;
    }

    /// <summary>Length of the address in round brackets by which a time links to its moment, 0 when there is none.</summary>
    private static int LinkLength(ReadOnlySpan<char> behind)
    {
        var close = behind.StartsWith("(http", StringComparison.Ordinal) ? behind.IndexOf(')') : -1;
        return close + 1;
    }

    /// <summary>Length of the time that a text begins with, 0 when there is none: digits, colons, and a fraction.</summary>
    private static int Length(ReadOnlySpan<char> text)
    {
        var length = 0;
        var colons = 0;
        while (length < text.Length && length < 16 && (char.IsAsciiDigit(text[length]) || text[length] is ':' or '.' or ',' or ';'))
        {
            colons += text[length] == ':' ? 1 : 0;
            length++;
        }

        while (length > 0 && !char.IsAsciiDigit(text[length - 1]))
        {
            length--;
        }

        return colons > 0 ? length : 0;
    }

    private static bool TryTimecode(ReadOnlySpan<char> text, out TimeSpan time)
    {
        var frames = text.Count(':') + text.Count(';') == 3 ? text.LastIndexOfAny(':', ';') : -1;
        return Timestamp.TryParse(frames > 0 && text.Length - frames is 2 or 3 or 4 ? text[..frames] : text, out time);
    }

    private static ReadOnlySpan<char> Unbracketed(ReadOnlySpan<char> text) =>
        text.Length > 2 && ((text[0] == '[' && text[^1] == ']') || (text[0] == '(' && text[^1] == ')')) ? text[1..^1].Trim() : text;
}
