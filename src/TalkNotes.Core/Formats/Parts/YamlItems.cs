using TalkNotes.Core.Documents;

namespace TalkNotes.Core.Formats.Parts;

/// <summary>An item of a list in the front matter.</summary>
/// <param name="Text">Its words: a scalar, or the text, name or title of a map.</param>
/// <param name="Marker">The status that a map states, or null.</param>
/// <param name="By">The speaker that a map states, or null.</param>
/// <param name="Lines">Where it stands.</param>
internal sealed record YamlItem(string Text, string? Marker, string? By, LineSpan Lines);

/// <summary>
/// The items below a key of the front matter, read forgivingly line by line:
/// <code>
/// - plain words
/// - text: "A claim"
///   status: unverified
/// - {name: Ida Berg, role: guest}
/// </code>
/// </summary>
internal static class YamlItems
{
    private static readonly HashSet<string> TextKeys = new(StringComparer.OrdinalIgnoreCase)
    {
        "text", "claim", "quote", "name", "title", "statement", "point", "content", "value", "summary", "body", "label", "topic", "tag",
    };

    private static readonly HashSet<string> MarkerKeys = new(StringComparer.OrdinalIgnoreCase) { "status", "marker", "verification", "verified", "verdict" };

    private static readonly HashSet<string> SpeakerKeys = new(StringComparer.OrdinalIgnoreCase) { "speaker", "by", "author", "attributed_to", "attribution", "who", "said_by" };

    /// <summary>The items of <c>- item</c> lines; a line without a bullet goes on with its item. None when the lines are no list.</summary>
    public static List<YamlItem> Of(List<(string Text, int Line)> lines)
    {
        var items = new List<List<(string Text, int Line)>>();
        foreach (var (text, line) in lines)
        {
            if (text.StartsWith("- ", StringComparison.Ordinal) || text == "-")
            {
                items.Add([(text[1..].Trim(), line)]);
            }
            else if (items.Count == 0)
            {
                return [];
            }
            else
            {
                items[^1].Add((text, line));
            }
        }

        return items.ConvertAll(i => Map(i) ?? Scalar(i));
    }

    /// <summary>Lines of <c>key: value</c> that together name one thing; null when none of the keys names it.</summary>
    public static YamlItem? Map(List<(string Text, int Line)> lines)
    {
        if (lines.Count == 0)
        {
            return null;
        }

        var flow = lines[0].Text.StartsWith('{') ? string.Join(' ', lines.Select(l => l.Text)) : null;
        var pairs = flow is not null ? Pairs(YamlScalars.FlowItems(flow.TrimEnd('}')).Select(i => i.Text)) : Pairs(lines.Select(l => l.Text));
        var text = pairs.Find(p => TextKeys.Contains(p.Key)).Value;
        return string.IsNullOrEmpty(text) ? null : new YamlItem(
            text,
            Null(pairs.Find(p => MarkerKeys.Contains(p.Key)).Value),
            Null(pairs.Find(p => SpeakerKeys.Contains(p.Key)).Value),
            new LineSpan(lines[0].Line, lines[^1].Line));
    }

    private static YamlItem Scalar(List<(string Text, int Line)> lines) =>
        new(YamlScalars.Unquoted(string.Join(' ', lines.Select(l => l.Text))), null, null, new LineSpan(lines[0].Line, lines[^1].Line));

    /// <summary>Keys and values; a line without a key goes on with the value above. The first line must have a key that is known.</summary>
    private static List<(string Key, string Value)> Pairs(IEnumerable<string> lines)
    {
        var pairs = new List<(string Key, string Value)>();
        foreach (var line in lines)
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            var key = colon is > 0 and < 30 && (colon + 1 == line.Length || char.IsWhiteSpace(line[colon + 1])) ? line[..colon].Trim().Trim('"', '\'') : "";
            var isKey = key.Length > 0 && key.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-');
            if (pairs.Count == 0 && !isKey)
            {
                return [];
            }

            if (isKey)
            {
                pairs.Add((key, line[(colon + 1)..].Trim()));
            }
            else
            {
                pairs[^1] = (pairs[^1].Key, $"{pairs[^1].Value} {line}".Trim());
            }
        }

        return pairs.Exists(p => TextKeys.Contains(p.Key)) && (pairs.Count > 1 || TextKeys.Contains(pairs[0].Key))
            ? pairs.ConvertAll(p => (p.Key, YamlScalars.Unquoted(p.Value is ['|' or '>', ..] ? p.Value.TrimStart('|', '>', '-', '+', ' ') : p.Value)))
            : [];
    }

    private static string? Null(string? value) => string.IsNullOrEmpty(value) || StatedValues.IsPlaceholder(value) ? null : value;
}
