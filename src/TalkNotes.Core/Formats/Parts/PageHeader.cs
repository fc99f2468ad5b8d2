using TalkNotes.Core.Documents;

namespace TalkNotes.Core.Formats.Parts;

/// <summary>Reads the lines of a page before its first heading: show and date, title, fields, description.</summary>
internal sealed class PageHeader(TalkBuilder talk)
{
    private const int LongestTitle = 300;
    private const int LongLine = 100;

    private static readonly string[] Openings = ["Hosted by", "Published", "Published on", "Released", "Aired", "Transcribed", "Retrieved"];

    private static readonly string[] Separators = [" · ", " | ", " • ", " – ", " — ", "·", "|"];

    /// <summary>Takes a line; a short one that says nothing by its shape is kept with that doubt, a long one stays free.</summary>
    public void Take(int line)
    {
        var text = talk[line].Trim();
        var lines = new LineSpan(line);
        if (LineShapes.TryHeading(text, out _, out var heading))
        {
            Title(heading, lines);
        }
        else if (TryField(text, lines) || TryHostedBy(text, lines) || (talk.Stated.Title is null ? TryShowAndDate(text, lines) : TryDated(text, lines)))
        {
            talk.Use(line, "field");
        }
        else if (talk.Stated.Title is null && text.Length <= LongestTitle && !LineShapes.TryBullet(text, out _))
        {
            Title(text, lines);
        }
        else if (IsProse(text))
        {
            talk.AddSentences(ClaimKind.Summary, null, Paragraph.Of(LineShapes.TryBullet(text, out var item) ? item : text, line));
            talk.Use(line, "description");
        }
        else if (LineShapes.TryBullet(text, out var point) && point.Count(char.IsWhiteSpace) >= 2)
        {
            talk.AddClaim(ClaimKind.Summary, null, Markdown.Plain(point), lines);
            talk.Use(line, "description");
        }
        else if (text.Length <= LongestTitle)
        {
            // tags stand below the names; a line above them may be a subtitle, a show, a slogan
            var areTags = LooksLikeTags(text) && (!talk.Stated.Hosts.IsEmpty || !talk.Stated.Guests.IsEmpty || talk.Stated.HasShow);
            talk.Stated.Keep(areTags ? "tags" : "header", text, lines, areTags ? "the borders between the tags are lost" : "nothing says what it is");
            talk.Use(line, "header");
        }
    }

    private void Title(string text, LineSpan lines)
    {
        talk.Stated.Add(FieldMeaning.Title, "title", Markdown.Plain(text), lines);
        talk.Use(lines, "title");
    }

    /// <summary><c>Hosts: A, B</c>, <c>- **Published:** 2025-05-01</c>, or an address alone.</summary>
    private bool TryField(string text, LineSpan lines)
    {
        var bare = LineShapes.TryBullet(text, out var item) ? item : text;
        if (StatedValues.IsAddress(bare))
        {
            talk.Stated.Add(FieldMeaning.Url, "url", bare, lines);
            return true;
        }

        if (!KeyValue.TrySplit(bare, out var key, out var value))
        {
            return false;
        }

        var meaning = FieldMeanings.Of(key);
        value = meaning is FieldMeaning.Url or FieldMeaning.VideoId ? value : Markdown.Plain(value);
        if (meaning.MakesClaims() || (meaning == FieldMeaning.Other && !IsUnknownField(text, key, value)))
        {
            return false;
        }

        talk.Stated.Add(meaning, key, value, lines);
        return true;
    }

    /// <summary>A key nobody knows counts in a list, in bold, or below the title, where it cannot be the title itself.</summary>
    private bool IsUnknownField(string text, string key, string value) =>
        value.Length > 0 && key.Count(char.IsWhiteSpace) < 3 && SpeakerLabel.HasShape(key) && !IsProse(value)
        && (talk.Stated.Title is not null || text[0] is '*' or '-' or '•');

    /// <summary>Whether a line is a day, or a show and a day: <c>No Priors · 2025-05-01</c>.</summary>
    public static bool IsShowAndDate(string line) => line.Length < 200 && DatedParts(line.Trim()) is not null;

    /// <summary><c>Hosted by Jo Winter</c>, <c>Published May 1, 2025</c>: a field without its colon.</summary>
    private bool TryHostedBy(string text, LineSpan lines)
    {
        foreach (var key in Openings)
        {
            if (text.StartsWith(key, StringComparison.OrdinalIgnoreCase) && text[key.Length..].Trim() is { Length: > 0 } value && text[key.Length] == ' '
                && (key.EndsWith("by", StringComparison.Ordinal) ? SpeakerLabel.IsName(value) : StatedValues.TryDate(value, out _)))
            {
                talk.Stated.Add(key, value, lines);
                return true;
            }
        }

        return false;
    }

    /// <summary>Below the title a day stands without its kind: <c>March 14, 2025 · 58 min</c>.</summary>
    private bool TryDated(string text, LineSpan lines)
    {
        var parts = text.Length > 100 ? null : StatedValues.TryDay(text, out _) ? [text] : Separators
            .Select(s => text.Split(s, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            .FirstOrDefault(parts => parts.Any(p => StatedValues.TryDay(p, out _)));
        foreach (var part in parts ?? [])
        {
            var meaning = StatedValues.TryDay(part, out _) ? FieldMeaning.UndefinedDate
                : StatedValues.TryDuration(part, plainSeconds: false, out _) ? FieldMeaning.Duration
                : FieldMeaning.Other;
            talk.Stated.Add(meaning, meaning switch { FieldMeaning.UndefinedDate => "date", FieldMeaning.Duration => "duration", _ => "header" }, part, lines);
        }

        return parts is not null;
    }

    /// <summary>A show and the day it came out, in either order; a length may stand beside them.</summary>
    private bool TryShowAndDate(string text, LineSpan lines)
    {
        if (DatedParts(text) is not { } parts)
        {
            return false;
        }

        var hasShow = false;
        foreach (var part in parts)
        {
            var meaning = StatedValues.TryDate(part, out _) ? FieldMeaning.Published
                : StatedValues.TryDuration(part, plainSeconds: false, out _) ? FieldMeaning.Duration
                : hasShow ? FieldMeaning.Other : FieldMeaning.Show;
            hasShow |= meaning == FieldMeaning.Show;
            talk.Stated.Add(meaning, meaning == FieldMeaning.Other ? "header" : meaning.ToString().ToLowerInvariant(), part, lines);
        }

        return true;
    }

    /// <summary>The parts of a line of which one is a day; null when none is.</summary>
    private static string[]? DatedParts(string text) => Separators
        .Select(s => text.Split(s, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        .FirstOrDefault(parts => parts.Any(p => StatedValues.TryDate(p, out _)));

    private static bool IsProse(string text) =>
        text.Length >= LongLine ? text.Contains(". ", StringComparison.Ordinal) || EndsSentence(text) : EndsSentence(text) && text.Count(char.IsWhiteSpace) >= 3;

    private static bool EndsSentence(string text) => text[^1] is '.' or '!' or '?' or '…' or '。' or '！' or '？'
        || (text.Length > 1 && text[^1] is '"' or '”' or ')' && text[^2] is '.' or '!' or '?');

    /// <summary>Words without a sentence: several of them, no colon.</summary>
    private static bool LooksLikeTags(string text) => text.Contains(' ', StringComparison.Ordinal) && !text.Contains(':', StringComparison.Ordinal) && !EndsSentence(text);
}
