using System.Buffers;

namespace TalkNotes.Core.Formats.Parts;

/// <summary>Dresses of times. Each answers how its lines are undressed, or null where a sample of the source does not wear it.</summary>
internal static class TimeDresses
{
    private const string Opening = "*_`<{#@~";

    private static readonly SearchValues<char> TimeCharacters = SearchValues.Create("0123456789:.,hms ");

    private const string Closing = "*_`>}~";

    /// <summary><c>0:04 --&gt; 0:09 text</c>, <c>0:04-0:09: text</c>: two times of captions before the words on one line.</summary>
    public static Func<string, string>? Arrow(IReadOnlyList<string> sample)
    {
        var count = sample.Count(l => TryArrow(l, out _));
        return PlainLines.IsMost(count, sample) ? l => TryArrow(l, out var plain) ? plain : l : null;
    }

    /// <summary><c>**0:04** text</c>, <c>`0:04` text</c>, <c>&lt;0:04&gt; text</c>, <c>#0:04 text</c>, <c>[1h2m3s] text</c>: marks around a time, or a time in units.</summary>
    public static Func<string, string>? Marks(IReadOnlyList<string> sample)
    {
        var count = sample.Count(l => TryMarked(l, out _));
        return count >= 2 && count * 10 >= sample.Count ? l => TryMarked(l, out var plain) ? plain : l : null;
    }

    /// <summary><c>［0:04］名：text</c>, <c>名（0:04）：text</c>: brackets of East Asian width around a time.</summary>
    public static Func<string, string>? Wide(IReadOnlyList<string> sample)
    {
        var count = sample.Count(l => TryWide(l, out _));
        return count >= 2 && count * 10 >= sample.Count ? l => TryWide(l, out var plain) ? plain : l : null;
    }

    /// <summary><c>0:04so today</c>: a copied page that lost the border; seconds have two digits, so it is sure.</summary>
    public static Func<string, string>? Glued(IReadOnlyList<string> sample)
    {
        var count = sample.Count(l => TryGlued(l, out _));
        return count >= 3 && PlainLines.IsMost(count, sample) ? l => TryGlued(l, out var plain) ? plain : l : null;
    }

    /// <summary><c>29 secondsso today</c>: a time read aloud that lost its border to the words.</summary>
    public static Func<string, string>? Aloud(IReadOnlyList<string> sample)
    {
        var count = sample.Count(l => AloudTimes.Length(l) > 0);
        return count >= 3 && count * 3 >= sample.Count ? l => l[AloudTimes.Length(l)..] : null;
    }

    /// <summary><c>text (0:04)</c>, <c>Name: text [0:04]</c>: the time of a line at its end.</summary>
    public static Func<string, string>? Behind(IReadOnlyList<string> sample)
    {
        var count = sample.Count(l => TryBehind(l, out _, out var isSentence) && isSentence);
        return count >= 3 && PlainLines.IsMost(count, sample) ? l => TryBehind(l, out var plain, out _) ? plain : l : null;
    }

    private static bool TryArrow(string line, out string plain)
    {
        plain = line;
        var arrow = line.IndexOf("-->", StringComparison.Ordinal);
        if (arrow is < 4 or > 20)
        {
            if (line.Length == 0 || !char.IsAsciiDigit(line[0]) || !Stamps.TryLeading(line, out var start, out var end, out var said) || end is null || said.Length == 0)
            {
                return false;
            }

            plain = $"[{Exact(start)} - {Exact(end.Value)}] {said}";
            return true;
        }

        var behind = line.AsSpan(arrow + 3).TrimStart();
        var length = behind.IndexOfAny(' ', '\t');
        if (length < 4 || !Stamps.TryBare(line[..arrow], out _) || !Stamps.TryBare(behind[..length].ToString(), out _))
        {
            return false;
        }

        var words = behind[length..].Trim().ToString();
        plain = $"[{line[..arrow].Trim()} --> {behind[..length]}] {words}";
        return words.Length > 0 && !words.Contains("align:", StringComparison.Ordinal) && !words.Contains("position:", StringComparison.Ordinal) && !words.Contains("line:", StringComparison.Ordinal)
            && !words.StartsWith("X1:", StringComparison.Ordinal);
    }

    private static string Exact(TimeSpan time) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{(int)time.TotalHours:00}:{time:mm\\:ss\\.fff}");

    private static bool TryMarked(string line, out string plain)
    {
        plain = line;
        var rest = line.AsSpan().TrimStart();
        var isBullet = rest.Length > 2 && LineShapes.IsBulletMark(rest[0]) && rest[1] == ' ';
        var bullet = isBullet ? "- " : "";
        rest = isBullet ? rest[2..].TrimStart() : rest;
        var inner = rest.TrimStart(Opening);
        var isMarked = inner.Length < rest.Length;
        if (inner.Length < rest.Length && inner.Length > 0 && inner[0] is '(' or '[')
        {
            return false; // **[0:04]** is known as it is
        }

        var isBracketed = inner.Length > 0 && inner[0] is '(' or '[';
        var body = isBracketed ? inner[1..] : inner;
        var length = body.IndexOfAnyExcept(TimeCharacters);
        length = length < 0 ? body.Length : length;
        var time = body[..length].TrimEnd(" :.,");
        length = time.Length;
        if (Stamps.TryUnits(time, out var units))
        {
            var closes = isBracketed && body[length..] is [')' or ']', ..];
            if (isBracketed && !closes)
            {
                return false;
            }

            plain = $"{bullet}[{Documents.Timestamp.Format(units)}] {Behind(body[(length + (closes ? 1 : 0))..])}".TrimEnd();
            return true;
        }

        if (isBracketed || !isMarked)
        {
            return false;
        }

        var digits = time.IndexOf(' ') is var blank and >= 0 ? time[..blank] : time;
        if (!Stamps.TryBare(digits.ToString(), out _))
        {
            return false;
        }

        var tail = body[digits.Length..];
        var isHash = rest[0] is '#' or '@';
        if (!tail.IsEmpty && !isHash && !Closing.Contains(tail.TrimStart(":.- ") is { IsEmpty: false } next ? next[0] : ' '))
        {
            return false; // the mark reaches further than the time
        }

        plain = $"{bullet}[{digits}] {Behind(tail)}".TrimEnd();
        return true;
    }

    /// <summary>The words behind a time, without what closes it and what parts the two; <c>.NET</c> and <c>-5</c> are words.</summary>
    private static string Behind(ReadOnlySpan<char> tail)
    {
        var rest = tail.TrimStart(":.-–—").TrimStart(Closing).TrimStart(": ");
        var words = rest.TrimStart(":.-–—|");
        return (words.IsEmpty || char.IsWhiteSpace(words[0]) ? words.TrimStart() : rest).ToString();
    }

    private static bool TryWide(string line, out string plain)
    {
        plain = line;
        var open = line.AsSpan(0, Math.Min(line.Length, 80)).IndexOfAny('［', '（', '【');
        var close = open < 0 ? -1 : line.AsSpan(open).IndexOfAny('］', '）', '】');
        if (close < 2 || !Stamps.TryBare(line.Substring(open + 1, close - 1), out _))
        {
            return false;
        }

        plain = $"{line[..open]}[{line.AsSpan(open + 1, close - 1)}]{line[(open + close + 1)..]}";
        return true;
    }

    private static bool TryGlued(string line, out string plain)
    {
        plain = line;
        var text = line.TrimStart();
        var colon = text.AsSpan(0, Math.Min(text.Length, 9)).LastIndexOf(':');
        var end = colon + 3;
        if (colon is < 1 or > 6 || end >= text.Length || !char.IsAsciiDigit(text[0]) || !Stamps.TryBare(text[..end], out _) || !char.IsLetterOrDigit(text[end]))
        {
            return false;
        }

        plain = $"[{text[..end]}] {text[(end + AloudTimes.Length(text.AsSpan(end)))..].TrimStart()}";
        return true;
    }

    private static bool TryBehind(string line, out string plain, out bool isSentence)
    {
        (plain, isSentence) = (line, false);
        var text = line.AsSpan().TrimEnd().TrimEnd("*_.");
        var open = text.Length > 6 && text[^1] is ')' or ']' ? text.LastIndexOf(text[^1] == ')' ? '(' : '[') : 0;
        var words = text[..Math.Max(0, open)].TrimEnd().ToString();
        if (words.Length == 0 || !Stamps.TryBare(text[(open + 1)..^1].ToString(), out _) || Transcript.ShapeOf(words) != TranscriptShape.Turns)
        {
            return false;
        }

        // A name before a time heads the words below; words before a time are themselves said then.
        var name = SpeakerLabel.Undecorated(words);
        isSentence = words.Count(char.IsWhiteSpace) >= 2 && (SpeakerLabel.TrySplit(words, out _, out _) || !(SpeakerLabel.HasShape(name) && SpeakerLabel.IsName(name)));
        plain = $"[{text[(open + 1)..^1].Trim()}] {words}";
        return true;
    }
}
