using TalkNotes.Core.Documents;

namespace TalkNotes.Core.Formats.Parts;

/// <summary>The shapes of single lines that several formats share. All are hand-written scanners: linear, without exceptions.</summary>
internal static class LineShapes
{
    private const string BulletMarks = "-*+•◦‣▪●・";

    /// <summary>Marks that are nothing but bullets need no blank behind them.</summary>
    private const string PureBulletMarks = "•◦‣▪●・";
    private const string RangeMarks = "-–—→>~";

    /// <summary><c>## Heading ##</c> → 2, "Heading".</summary>
    public static bool TryHeading(string line, out int level, out string text)
    {
        var rest = line.AsSpan().TrimStart();
        level = 0;
        while (level < rest.Length && rest[level] == '#')
        {
            level++;
        }

        var isHeading = level is > 0 and <= 6 && (level == rest.Length || char.IsWhiteSpace(rest[level]));
        text = isHeading ? rest[level..].Trim().TrimEnd('#').TrimEnd().ToString() : "";
        return isHeading;
    }

    /// <summary><c>  • text</c>, <c>- text</c>, <c>3. text</c>, <c>3) text</c>.</summary>
    public static bool TryBullet(string line, out string text)
    {
        var rest = line.AsSpan().TrimStart();
        var mark = 0;
        if (rest.Length > 0 && BulletMarks.Contains(rest[0]))
        {
            mark = 1;
        }
        else
        {
            while (mark < rest.Length && mark < 4 && char.IsAsciiDigit(rest[mark]))
            {
                mark++;
            }

            mark = mark > 0 && mark < rest.Length && rest[mark] is '.' or ')' ? mark + 1 : 0;
        }

        var isBullet = mark > 0 && mark < rest.Length && (char.IsWhiteSpace(rest[mark]) || PureBulletMarks.Contains(rest[0])) && !rest[mark..].IsWhiteSpace();
        text = isBullet ? rest[mark..].Trim().ToString() : "";
        return isBullet;
    }

    /// <summary>A line that is nothing but a time: <c>1:53</c>, <c>[00:01:53]</c>, <c>(1:53)</c>.</summary>
    public static bool TryBareStamp(string line, out TimeSpan time)
    {
        var text = line.AsSpan().Trim();
        if (text.Length is < 4 or > 20)
        {
            time = default;
            return false;
        }

        return Timestamp.TryParse(Unbracketed(text), out time);
    }

    /// <summary>A line that is nothing but two times: <c>0:00-1:53</c>, <c>0:00 – 1:53</c>, <c>00:01 --&gt; 00:04</c>.</summary>
    public static bool TryRange(ReadOnlySpan<char> text, out TimeSpan start, out TimeSpan end)
    {
        start = end = default;
        text = Unbracketed(text.Trim());
        var first = StampLength(text);
        if (first == 0 || text.Length > 48)
        {
            return false;
        }

        var rest = text[first..].TrimStart();
        var marks = rest.Length - rest.TrimStart(RangeMarks).Length;
        return marks is > 0 and <= 3 && Timestamp.TryParse(text[..first], out start) && Timestamp.TryParse(rest[marks..].TrimStart(), out end);
    }

    /// <summary><c>[00:12] text</c>, <c>(1:02:03) text</c>, <c>[00:12 - 00:15] text</c>: a bracketed time before text.</summary>
    public static bool TryBracketedStamp(ReadOnlySpan<char> text, out TimeSpan start, out TimeSpan? end, out int textStart)
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

        textStart = close + 1;
        var inside = text[1..close].Trim();
        if (Timestamp.TryParse(inside, out start))
        {
            return true;
        }

        var isRange = TryRange(inside, out start, out var stop);
        end = isRange ? stop : null;
        return isRange;
    }

    /// <summary>A cue of a timed list: <c>- [00:12] text</c>.</summary>
    public static bool TryTimedBullet(string line, out TimeSpan start, out TimeSpan? end, out string text)
    {
        (start, end, text) = (default, null, "");
        var rest = line.AsSpan().TrimStart();
        if (rest.Length < 8 || !BulletMarks.Contains(rest[0]) || !char.IsWhiteSpace(rest[1]))
        {
            return false;
        }

        rest = rest[1..].TrimStart();
        if (!TryBracketedStamp(rest, out start, out end, out var textStart))
        {
            return false;
        }

        text = rest[textStart..].Trim().ToString();
        return true;
    }

    /// <summary>
    /// A line that names who speaks and when, with or without words behind it: <c>Name (00:01:53):</c>, <c>(00:01:53):</c>,
    /// <c>Name [1:53]: text</c>, <c>Name  1:53</c>. Without a name the speaker goes on.
    /// </summary>
    public static bool TryNamedStamp(string line, out string? name, out TimeSpan time, out string text)
    {
        (name, time, text) = (null, default, "");
        var whole = line.AsSpan().Trim();
        var head = whole[..Math.Min(whole.Length, 100)];
        for (var open = head.IndexOfAny('(', '['); open >= 0;)
        {
            if (TryBracketedStamp(whole[open..], out time, out var end, out var after) && end is null)
            {
                return SplitNamedStamp(whole, open, open + after, out name, out text);
            }

            var next = head[(open + 1)..].IndexOfAny('(', '[');
            open = next < 0 ? -1 : open + 1 + next;
        }

        return TryTrailingStamp(whole, out name, out time);
    }

    /// <summary>A name, a wide gap or a dash, and a time at the end: <c>Noam Brown  0:01</c>, <c>Speaker 2 - 1:02:03</c>.</summary>
    private static bool TryTrailingStamp(ReadOnlySpan<char> whole, out string? name, out TimeSpan time)
    {
        (name, time) = (null, default);
        var gap = whole.LastIndexOfAny(' ', '\t');
        if (whole.Length > 80 || gap < 2 || !Timestamp.TryParse(whole[(gap + 1)..], out time))
        {
            return false;
        }

        var before = whole[..(gap + 1)].TrimEnd();
        var bare = before.TrimEnd("-–—|·•").TrimEnd();
        name = bare.ToString();
        return (gap + 1 - bare.Length >= 2 || whole[gap] == '\t') && SpeakerLabels.HasLabelShape(name) && SpeakerLabels.IsName(name);
    }

    /// <summary>Whether a line is a rule: <c>---</c>, <c>***</c>, <c>___</c>, <c>* * *</c>.</summary>
    public static bool IsRule(string line)
    {
        var text = line.AsSpan().Trim();
        if (text.Length < 3 || text[0] is not ('-' or '*' or '_' or '=' or '—'))
        {
            return false;
        }

        var marks = 0;
        foreach (var c in text)
        {
            if (c != text[0] && c != ' ')
            {
                return false;
            }

            marks += c == text[0] ? 1 : 0;
        }

        return marks >= 3;
    }

    /// <summary>The time at the start of a text and what stands behind it: <c>00:00 – Intro</c>, <c>(1:53) Intro</c>, <c>0:00-1:53 Intro</c>.</summary>
    public static bool TryLeadingStamp(ReadOnlySpan<char> text, out TimeSpan start, out TimeSpan? end, out string rest)
    {
        (start, end, rest) = (default, null, "");
        text = text.Trim();
        if (TryBracketedStamp(text, out start, out end, out var after))
        {
            rest = Behind(text[after..]);
            return true;
        }

        var length = StampLength(text);
        if (length == 0 || !Timestamp.TryParse(text[..length], out start))
        {
            return false;
        }

        var tail = text[length..].TrimStart();
        var marks = tail.Length - tail.TrimStart(RangeMarks).Length;
        var second = marks > 0 ? tail[marks..].TrimStart() : default;
        var secondLength = StampLength(second);
        if (secondLength > 0 && Timestamp.TryParse(second[..secondLength], out var stop))
        {
            end = stop;
            tail = second[secondLength..];
        }
        else if (length < text.Length && !char.IsWhiteSpace(text[length]) && !(RangeMarks + ":.)|").Contains(text[length]))
        {
            return false;
        }

        rest = Behind(tail);
        return true;
    }

    /// <summary>Length of the time that a text begins with, 0 when there is none: digits, colons, and a fraction.</summary>
    private static int StampLength(ReadOnlySpan<char> text)
    {
        var length = 0;
        var colons = 0;
        while (length < text.Length && length < 16 && (char.IsAsciiDigit(text[length]) || text[length] is ':' or '.' or ','))
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

    private static ReadOnlySpan<char> Unbracketed(ReadOnlySpan<char> text) =>
        text.Length > 2 && ((text[0] == '[' && text[^1] == ']') || (text[0] == '(' && text[^1] == ')')) ? text[1..^1].Trim() : text;

    private static string Behind(ReadOnlySpan<char> text) => text.TrimStart().TrimStart("-–—:|.").Trim().ToString();

    private static bool SplitNamedStamp(ReadOnlySpan<char> whole, int open, int after, out string? name, out string text)
    {
        var before = SpeakerLabels.Undecorated(whole[..open].ToString());
        name = before.Length == 0 ? null : before;
        var behind = whole[after..].TrimStart("*_ ");
        var hasColon = behind.Length > 0 && behind[0] is ':' or '：';
        text = (hasColon ? behind[1..] : behind).TrimStart("*_ ").Trim().ToString();
        return before.Length <= 60 && (hasColon ? before.Length == 0 || SpeakerLabels.HasLabelShape(before) : text.Length == 0 && (before.Length == 0 || SpeakerLabels.HasLabelShape(before)));
    }
}
