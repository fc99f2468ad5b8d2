namespace TalkNotes.Core.Formats.Parts;

/// <summary>
/// The words in brackets by which notes mark how sure a claim is: <c>… [Unverified]</c>, <c>[Speculation] …</c>, <c>… (to verify)</c>,
/// <c>Unverified: …</c>, <c>…［未検証］</c>.
/// </summary>
internal static class StatusMarkers
{
    /// <summary>Sounds and editor's words stand in brackets too.</summary>
    private static readonly HashSet<string> NotMarkers = new(StringComparer.OrdinalIgnoreCase)
    {
        "music", "applause", "laughter", "laughs", "inaudible", "crosstalk", "silence", "link", "links", "video", "slide", "slides", "sic", "x",
    };

    /// <summary>Words that say how sure something is wherever they stand alone, in round brackets or before a colon too.</summary>
    private static readonly string[] Known =
    [
        "unverified", "verified", "to verify", "to be verified", "not verified", "partly verified", "partially verified", "needs verification", "needs source", "citation needed",
        "unconfirmed", "confirmed", "disputed", "refuted", "speculation", "speculative", "unclear", "uncertain", "to check", "to confirm",
        "未検証", "検証済み", "検証済", "要検証", "要確認", "未確認", "確認済み", "推測", "未验证", "已验证", "待验证",
    ];

    /// <summary>At either end; more are no markers but words.</summary>
    private const int MostMarkers = 5;

    private const string Opening = "[［【";
    private const string Closing = "]］】";

    /// <summary>Takes the markers off both ends of a claim.</summary>
    /// <returns>The claim without them, and the markers without brackets, joined by commas; null when there is none.</returns>
    public static (string Text, string? Marker) Split(string text)
    {
        var markers = new List<string>();
        text = text.Trim();
        while (markers.Count < MostMarkers && TryTail(text, out var before, out var marker))
        {
            markers.Insert(0, marker);
            text = before;
        }

        var leading = 0;
        while (leading < MostMarkers && TryHead(text, out var behind, out var marker))
        {
            markers.Insert(leading++, marker);
            text = behind;
        }

        return (text, markers.Count == 0 ? null : string.Join(", ", markers));
    }

    private static bool TryTail(string text, out string before, out string marker)
    {
        (before, marker) = ("", "");
        var end = text.AsSpan().TrimEnd("*_`").TrimEnd(".。").TrimEnd().TrimEnd("*_`");
        var reference = ReferenceStart(end);
        var inner = end[..reference].TrimEnd();
        if (inner.Length < 3 || !(Closing.Contains(inner[^1]) || inner[^1] is ')' or '）'))
        {
            return false;
        }

        var open = Closing.Contains(inner[^1]) ? inner.LastIndexOfAny(Opening) : inner.LastIndexOfAny('(', '（');
        if (open < 0 || !IsMarker(inner[(open + 1)..^1], isRound: inner[open] is '(' or '（'))
        {
            return false;
        }

        marker = inner[(open + 1)..^1].Trim().Trim("*_`").ToString();
        var stop = text.AsSpan(end.Length).Trim().TrimStart("*_`").ToString();
        before = inner[..open].TrimEnd().TrimEnd("*_`").TrimEnd().TrimEnd("—–").TrimEnd().ToString() + stop.TrimEnd('*', '_', '`') + (reference < end.Length ? " " + end[reference..].ToString() : "");
        return before.Length > 0;
    }

    /// <summary>Where a time or a footnote in brackets begins that stands behind the marker: <c>[Unverified] [12:34]</c>.</summary>
    private static int ReferenceStart(ReadOnlySpan<char> text)
    {
        var open = text.Length > 0 && text[^1] is ']' or ')' ? text.LastIndexOfAny('[', '(') : -1;
        return open > 0 && Stamps.TryBracketed(text[open..], out _, out _, out var after) && after == text.Length - open ? open : text.Length;
    }

    private static bool TryHead(string text, out string behind, out string marker)
    {
        (behind, marker) = ("", "");
        var start = text.AsSpan().TrimStart("*_`");
        if (start.IsEmpty)
        {
            return false;
        }

        var isRound = start[0] is '(' or '（';
        if (!isRound && !Opening.Contains(start[0]))
        {
            return TryColon(start, out behind, out marker);
        }

        var close = start.IndexOfAny(isRound ? ")）" : Closing);
        if (close < 0 || close + 1 >= start.Length || !IsMarker(start[1..close], isRound))
        {
            return false;
        }

        var rest = start[(close + 1)..].TrimStart("*_`");
        marker = start[1..close].Trim().ToString();
        behind = rest.TrimStart(":").Trim().ToString();
        return behind.Length > 0 && (start[close] is not (']' or ')') || char.IsWhiteSpace(rest[0]) || rest[0] == ':');
    }

    /// <summary><c>Unverified: text</c>, <c>**Unverified:** text</c>; only words that can mean nothing else.</summary>
    private static bool TryColon(ReadOnlySpan<char> text, out string behind, out string marker)
    {
        (behind, marker) = ("", "");
        var colon = text[..Math.Min(text.Length, 30)].IndexOfAny(':', '：');
        if (colon <= 0 || !IsKnown(text[..colon].TrimEnd("*_`")))
        {
            return false;
        }

        marker = text[..colon].TrimEnd("*_`").Trim().ToString();
        behind = text[(colon + 1)..].TrimStart("*_`").Trim().ToString();
        return behind.Length > 0;
    }

    /// <summary>A known word, with more behind it or not; in square brackets also one to three words, the first with a capital and small letters after it.</summary>
    internal static bool IsMarker(ReadOnlySpan<char> inside, bool isRound)
    {
        inside = inside.Trim().Trim("*_`").Trim();
        if (inside.Length is < 2 or > 60 || BeginsKnown(inside))
        {
            return inside.Length is >= 2 and <= 60;
        }

        if (isRound || inside.Length > 40 || !char.IsUpper(inside[0]) || !char.IsLower(inside[1]) || NotMarkers.Contains(inside.ToString()))
        {
            return false;
        }

        var blanks = 0;
        foreach (var c in inside)
        {
            blanks += c == ' ' ? 1 : 0;
            if (!char.IsLetter(c) && c is not (' ' or '-' or '/' or '?'))
            {
                return false;
            }
        }

        return blanks <= 2;
    }

    private static bool IsKnown(ReadOnlySpan<char> text)
    {
        foreach (var known in Known)
        {
            if (text.Trim().Equals(known, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A known word alone, or with a reason behind a mark: <c>Unverified – check transcript</c>, <c>VERIFIED ✅</c>.</summary>
    private static bool BeginsKnown(ReadOnlySpan<char> text)
    {
        foreach (var known in Known)
        {
            if (text.StartsWith(known, StringComparison.OrdinalIgnoreCase) && (text.Length == known.Length || !char.IsLetterOrDigit(text[known.Length..].TrimStart()[0])))
            {
                return true;
            }
        }

        return false;
    }
}
