using System.Buffers;

namespace TalkNotes.Core.Formats.Parts;

/// <summary>Dresses of names. Each answers how its lines are undressed, or null where a sample of the source does not wear it.</summary>
internal static class NameDresses
{
    private static readonly SearchValues<char> TimeCharacters = SearchValues.Create("0123456789:.,");

    /// <summary>Words in brackets that tell of sounds, never of who speaks.</summary>
    private static readonly HashSet<string> Sounds = new(StringComparer.OrdinalIgnoreCase)
    {
        "music", "applause", "laughter", "laughs", "laughing", "silence", "blank_audio", "inaudible", "crosstalk", "cough", "coughs", "sighs", "clears throat", "unintelligible", "noise", "pause", "foreign", "cheering",
        "chuckles", "sound", "beep", "audio", "video", "end", "start", "intro", "outro", "break", "advertisement", "ad", "sponsor",
    };

    /// <summary>
    /// <c>### Name (0:04)</c>, <c>### 0:04</c>, <c>### Name</c>: headings that name speakers, who come again, or times alone. Headings of
    /// chapters come once.
    /// </summary>
    public static Func<string, string>? Headings(IReadOnlyList<string> sample)
    {
        var headings = sample.Select(l => (Is: LineShapes.TryHeading(l, out var level, out var text), Level: level, Text: text)).Where(h => h.Is && h.Text.Length > 0).ToList();
        var counts = headings.GroupBy(h => (h.Level, Name: NameIn(h.Text))).Where(g => g.Key.Name is { Length: 0 } || g.Count() > 1).Where(g => g.Key.Name is not null).ToList();
        if (counts.Count == 0)
        {
            return null;
        }

        var level = counts.GroupBy(g => g.Key.Level).MaxBy(g => g.Sum(x => x.Count()))!.Key;
        var sure = counts.Where(g => g.Key.Level == level).Sum(g => g.Count());
        var all = headings.Count(h => h.Level == level);
        return sure >= 2 && sure * 10 >= all * 6 ? l => LineShapes.TryHeading(l, out var at, out var text) && at == level && NameIn(text) is not null ? text : l : null;
    }

    /// <summary><c>- **Name** (0:04): text</c>, <c>- Name: text</c>: turns as a list.</summary>
    public static Func<string, string>? Bullets(IReadOnlyList<string> sample)
    {
        var items = sample.Where(l => LineShapes.TryBullet(l, out _) && !Stamps.TryTimedBullet(l, out _, out _, out _)).ToList();
        var names = items.Select(l => Item(l, out var name) is not null ? name : null).OfType<string>().ToList();
        var comeAgain = names.GroupBy(n => n, StringComparer.Ordinal).Where(g => g.Count() > 1).Sum(g => g.Count());
        var allNamed = names.Count >= 3 && names.Count * 10 >= items.Count * 8 && comeAgain * 10 >= names.Count * 7;
        return allNamed && PlainLines.IsMost(items.Count, sample) ? l => Item(l, out _) ?? l : null;
    }

    /// <summary><c>[0:04] [Name] text</c>, <c>[Name] [0:04] text</c>, <c>[0:04] &lt;Name&gt; text</c>, <c>[Name] text</c>: names in brackets that come again.</summary>
    public static Func<string, string>? Brackets(IReadOnlyList<string> sample)
    {
        var read = sample.Select(l => Bracketed(l, out var name) is null ? null : name).OfType<string>().ToList();
        var again = read.GroupBy(n => n, StringComparer.Ordinal).Where(g => g.Count() > 1 || SpeakerLabel.IsTellingName(g.Key)).ToList();
        return again.Count > 1 && PlainLines.IsMost(again.Sum(g => g.Count()), sample) ? OfKnown(again, Bracketed) : null;
    }

    /// <summary><c>Name (0:04) text</c>, <c>Name 0:04 text</c>: a time inside the line, behind names that come again and before words.</summary>
    public static Func<string, string>? Inline(IReadOnlyList<string> sample)
    {
        var names = sample.Select(l => TimeInside(l, out var name) is null ? null : name).OfType<string>().GroupBy(n => n, StringComparer.Ordinal).Where(g => g.Count() > 1 || SpeakerLabel.IsTellingName(g.Key)).ToList();
        return names.Count > 1 && names.Exists(g => g.Count() > 1) && PlainLines.IsMost(names.Sum(g => g.Count()), sample) ? OfKnown(names, TimeInside) : null;
    }

    /// <summary><c>Name — text</c>: a dash for a colon, behind names that come again.</summary>
    public static Func<string, string>? Dashes(IReadOnlyList<string> sample)
    {
        var names = sample.Select(l => Dashed(l, out var name) is null ? null : name).OfType<string>().GroupBy(n => n, StringComparer.Ordinal).Where(g => g.Count() > 1).ToList();
        return names.Count > 1 && PlainLines.IsMost(names.Sum(g => g.Count()), sample) ? OfKnown(names, Dashed) : null;
    }

    /// <summary>A single word that stands there once may as well open a sentence or tell of a sound: it names nobody.</summary>
    private static Func<string, string> OfKnown(IEnumerable<IGrouping<string, string>> names, Read read)
    {
        var known = names.Select(g => g.Key).ToHashSet(StringComparer.Ordinal);
        return l => read(l, out var name) is { } plain && (known.Contains(name) || SpeakerLabel.IsTellingName(name)) ? plain : l;
    }

    private delegate string? Read(string line, out string name);

    private static string? TimeInside(string line, out string name)
    {
        name = "";
        var head = line.AsSpan(0, Math.Min(line.Length, 80));
        for (var at = 1; at < head.Length; at++)
        {
            if (head[at - 1] is ' ' or '\t' && (char.IsAsciiDigit(head[at]) || head[at] is '(' or '[') && Stamps.TryLeading(line.AsSpan(at), out var time, out var end, out var words) && end is null && words.Length > 0)
            {
                name = SpeakerLabel.Undecorated(line[..(at - 1)]);
                var stamp = line.AsSpan(at).TrimStart("([");
                stamp = stamp[..stamp.IndexOfAnyExcept(TimeCharacters)].TrimEnd(".,:");
                return SpeakerLabel.HasShape(name) && (char.IsAsciiDigit(head[at]) ? SpeakerLabel.IsTellingName(name) && !name.AsSpan().ContainsAny('[', '(') : SpeakerLabel.IsName(name)) && Documents.Timestamp.TryParse(stamp, out var same) && same == time ? $"[{stamp}] {name}: {words}" : null;
            }
        }

        return null;
    }

    private static string? Dashed(string line, out string name)
    {
        name = "";
        var at = line.AsSpan(0, Math.Min(line.Length, 60)).IndexOfAny('—', '–', '-');
        if (at < 2 || at + 2 >= line.Length || line[at - 1] != ' ' || line[at + 1] != ' ')
        {
            return null;
        }

        name = SpeakerLabel.Undecorated(line[..at]);
        return SpeakerLabel.HasShape(name) && SpeakerLabel.IsName(name) && Transcript.ShapeOf(line) == TranscriptShape.Turns ? $"{name}: {line[(at + 2)..]}" : null;
    }

    /// <summary>The name in a heading that names who speaks; empty for a time alone, null for any other words.</summary>
    private static string? NameIn(string heading)
    {
        if (Stamps.TryBare(heading, out _) || Stamps.TryBareRange(heading, out _, out _))
        {
            return "";
        }

        var name = Stamps.TryNamed(heading, out var named, out _, out _, out var words) && words.Length == 0 ? named
            : Stamps.TryLeading(heading, out _, out _, out var rest) ? rest.TrimEnd(':') : heading.TrimEnd(':');
        name = SpeakerLabel.Undecorated(name ?? "");
        return SpeakerLabel.HasShape(name) && SpeakerLabel.IsName(name) && !PageHeadings.TryRead(heading, out _, out _) ? name : null;
    }

    private static string? Item(string line, out string name)
    {
        name = "";
        if (!LineShapes.TryBullet(line, out var item))
        {
            return null;
        }

        if (Stamps.TryNamed(item, out var named, out _, out _, out _) && named is not null)
        {
            name = named;
        }
        else if (SpeakerLabel.TrySplit(item, out var label, out _))
        {
            name = label;
        }

        return name.Length > 0 && SpeakerLabel.IsName(name) ? item : null;
    }

    private static string? Bracketed(string line, out string name)
    {
        name = "";
        var text = line.AsSpan().Trim();
        var bullet = text.Length > 2 && LineShapes.IsBulletMark(text[0]) && text[1] == ' ' ? "- " : "";
        text = text[bullet.Length..];
        if (text.Length > 2 && text[0] is '[' or '(' && Stamps.TryBracketed(text, out _, out _, out var after))
        {
            var time = text[..after];
            return TryName(text[after..].TrimStart(), out name, out var words) && words.Length > 0 ? $"{bullet}{time} {name}: {words}" : null;
        }

        if (!TryName(text, out name, out var rest))
        {
            return null;
        }

        return rest.Length > 0 && rest[0] is '[' or '(' && Stamps.TryBracketed(rest, out _, out _, out after)
            ? $"{bullet}{rest.AsSpan(0, after)} {name}: {rest.AsSpan(after).TrimStart(" :")}"
            : rest.Length > 0 && text[0] is '[' or '(' ? $"{bullet}{name}: {rest}" : null;
    }

    /// <summary>Where the first bracket closes; names may hold brackets: <c>[Swyx [Latent Space]]</c>.</summary>
    private static int Close(ReadOnlySpan<char> text, char closing)
    {
        var depth = 0;
        for (var i = 0; i < text.Length && i <= 60; i++)
        {
            depth += text[i] == text[0] ? 1 : text[i] == closing ? -1 : 0;
            if (depth == 0)
            {
                return i;
            }
        }

        return -1;
    }

    private static bool TryName(ReadOnlySpan<char> text, out string name, out string rest)
    {
        (name, rest) = ("", "");
        var close = text.Length < 3 ? -1 : text[0] switch { '[' => Close(text, ']'), '<' => text.IndexOf('>'), '(' => Close(text, ')'), '{' => text.IndexOf('}'), _ => -1 };
        if (close is < 2 or > 60)
        {
            return false;
        }

        name = text[1..close].Trim().ToString();
        rest = text[(close + 1)..].TrimStart(" :").ToString();
        return SpeakerLabel.HasShape(name) && SpeakerLabel.IsName(name) && !Sounds.Contains(name) && !Stamps.TryBare(name, out _);
    }
}
