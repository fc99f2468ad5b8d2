using TalkNotes.Core.Documents;

namespace TalkNotes.Core.Formats.Parts;

/// <summary>
/// The block of <c>key: value</c> lines between two <c>---</c> at the top of a file. It is read line by line and not as
/// YAML: real files quote carelessly, a stray quotation mark must not cost the whole block, and each item of a list has
/// its own line.
/// </summary>
internal static class FrontMatter
{
    private const string Owner = "front matter";
    private const int LongestBlock = 2_000;

    /// <summary>Number of the last line of the front matter, its fence; 0 when there is none.</summary>
    public static int End(SourceText source)
    {
        var first = source.Lines.TakeWhile(string.IsNullOrWhiteSpace).Count();
        if (first >= source.Lines.Length || source.Lines[first].Trim() != "---")
        {
            return 0;
        }

        for (var i = first + 1; i < Math.Min(source.Lines.Length, LongestBlock); i++)
        {
            if (source.Lines[i].Trim() is "---" or "...")
            {
                return HasKey(source, first + 1, i) ? i + 1 : 0;
            }
        }

        return 0;
    }

    /// <summary>Takes the front matter of a source, if it has any, and returns the number of its last line.</summary>
    public static int Read(SourceText source, TalkBuilder talk)
    {
        var end = End(source);
        if (end == 0)
        {
            return 0;
        }

        talk.Use(new LineSpan(1, end), Owner);
        var line = 2 + source.Lines.TakeWhile(string.IsNullOrWhiteSpace).Count();
        while (line < end)
        {
            if (!TryKey(talk[line], out var key, out var value))
            {
                line++; // a comment or a stray line: owned, and shown on the source page
                continue;
            }

            var last = line;
            while (last + 1 < end && !TryKey(talk[last + 1], out _, out _))
            {
                last++;
            }

            Take(talk, key, value, new LineSpan(line, last));
            line = last + 1;
        }

        return end;
    }

    private static bool HasKey(SourceText source, int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            if (TryKey(source.Lines[i], out _, out _))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A key stands at the margin, in quotes or without: letters, digits, blanks, <c>_</c>, <c>-</c>; a blank or nothing follows the colon.</summary>
    private static bool TryKey(string line, out string key, out string value)
    {
        (key, value) = ("", "");
        var colon = line.IndexOf(':', StringComparison.Ordinal);
        if (colon is <= 0 or > 60 || !(char.IsLetter(line[0]) || line[0] is '"' or '\'' or '_') || (colon + 1 < line.Length && !char.IsWhiteSpace(line[colon + 1])))
        {
            return false;
        }

        key = line[..colon].Trim().Trim('"', '\'');
        value = line[(colon + 1)..].Trim();
        return key.Length > 0 && key.All(c => char.IsLetterOrDigit(c) || c is '_' or '-' or ' ' or '.' or '/');
    }

    private static void Take(TalkBuilder talk, string key, string value, LineSpan lines)
    {
        var below = lines.Count > 1 ? new LineSpan(lines.First + 1, lines.Last) : default;
        value = WithoutComment(value);
        if (value.Length > 0 && value[0] is '|' or '>' && value.Length <= 3)
        {
            TakeText(talk, key, BlockLines(talk, below), lines, folded: value[0] == '>');
        }
        else if (value.StartsWith('['))
        {
            TakeList(talk, key, FlowItems(talk, value, lines), lines);
        }
        else if (value.Length == 0 && YamlItems.Of(BlockLines(talk, below)) is { Count: > 0 } items)
        {
            TakeList(talk, key, items, lines);
        }
        else if (value.Length == 0 && YamlItems.Map(BlockLines(talk, below)) is { } map)
        {
            TakeList(talk, key, [map], lines);
        }
        else
        {
            var text = new Paragraph();
            if (value.Length > 0)
            {
                text.Add(value, lines.First);
            }

            foreach (var (more, line) in BlockLines(talk, below))
            {
                text.Add(more, line);
            }

            TakeScalar(talk, key, text, lines);
        }
    }

    /// <summary>A comment begins with <c># </c> behind a blank; <c>Episode #12</c> has none, nor has what stands in quotes.</summary>
    private static string WithoutComment(string value)
    {
        var comment = value.StartsWith('#') ? 0 : value.Length > 0 && value[0] is '"' or '\'' ? -1 : value.IndexOf(" # ", StringComparison.Ordinal);
        return comment < 0 ? value : value[..comment].TrimEnd();
    }

    private static void TakeScalar(TalkBuilder talk, string key, Paragraph text, LineSpan lines)
    {
        var meaning = FieldMeanings.Of(key);
        var value = text.IsEmpty ? "" : YamlScalars.Unquoted(text.Text);
        talk.Stated.Add(meaning.MakesClaims() ? FieldMeaning.Other : meaning, key, value, lines);
        if (meaning.MakesClaims() && !StatedValues.IsPlaceholder(value))
        {
            FieldClaims.AddText(talk, meaning, key, [(value, lines)]);
        }
    }

    private static void TakeText(TalkBuilder talk, string key, List<(string Text, int Line)> texts, LineSpan lines, bool folded)
    {
        var meaning = FieldMeanings.Of(key);
        var value = string.Join(folded ? ' ' : '\n', texts.Select(t => t.Text));
        talk.Stated.Add(meaning.MakesClaims() ? FieldMeaning.Other : meaning, key, value, lines);
        if (meaning.MakesClaims() && !StatedValues.IsPlaceholder(value))
        {
            FieldClaims.AddText(talk, meaning, key, [.. texts.Select(t => (t.Text, new LineSpan(t.Line)))]);
        }
    }

    private static void TakeList(TalkBuilder talk, string key, List<YamlItem> items, LineSpan lines)
    {
        talk.Stated.AddList(key, [.. items.Select(i => i.Text)], lines);
        FieldClaims.AddItems(talk, FieldMeanings.Of(key), key, items);
    }

    private static List<(string Text, int Line)> BlockLines(TalkBuilder talk, LineSpan below)
    {
        var texts = new List<(string, int)>();
        for (var line = below.First; line > 0 && line <= below.Last; line++)
        {
            if (!talk.IsBlank(line))
            {
                texts.Add((talk[line].Trim(), line));
            }
        }

        return texts;
    }

    /// <summary>The items of <c>["a", "b"]</c>, on one line or on several.</summary>
    private static List<YamlItem> FlowItems(TalkBuilder talk, string value, LineSpan lines)
    {
        var text = Paragraph.Of(value, lines.First);
        for (var line = lines.First + 1; line <= lines.Last; line++)
        {
            if (!talk.IsBlank(line))
            {
                text.Add(talk[line], line);
            }
        }

        return [.. YamlScalars.FlowItems(WithoutComment(text.Text)).Select(i => new YamlItem(i.Text, null, null, text.LinesOf(i.Start, i.End)))];
    }
}
