using System.Collections.Immutable;
using System.Text;

namespace TalkNotes.Core.Formats.Parts;

/// <summary>
/// Takes the mark-up out of cue text as the WebVTT cue text tokenizer and parser do: every tag up to its <c>&gt;</c>
/// disappears, voice spans (<c>&lt;v.loud Mary Ann&gt;</c>) name who speaks until they are closed, character references
/// are decoded. https://www.w3.org/TR/webvtt1/#cue-text-parsing-rules
/// </summary>
internal sealed class MarkedText
{
    private readonly ImmutableArray<CaptionLine>.Builder _lines = ImmutableArray.CreateBuilder<CaptionLine>();
    private readonly Stack<(string Name, string? Voice)> _open = new();
    private readonly StringBuilder _raw = new();
    private int _number;

    private MarkedText()
    {
    }

    private string? Voice => _open.TryPeek(out var span) ? span.Voice : null;

    /// <summary>The words of a cue by line and voice; lines without words are left out.</summary>
    public static ImmutableArray<CaptionLine> Read(IReadOnlyList<NumberedLine> lines)
    {
        if (lines.All(l => l.Text.AsSpan().IndexOfAny('<', '&') < 0))
        {
            return [.. lines.Where(l => !string.IsNullOrWhiteSpace(l.Text)).Select(l => new CaptionLine(l.Text, null, l.Number))]; // the line itself: most have no mark-up
        }

        var text = new MarkedText();
        text.Run(lines);
        return [.. text._lines.Where(l => !string.IsNullOrWhiteSpace(l.Text))];
    }

    /// <summary>A tag may span lines, so the lines are one text with their ends in it.</summary>
    private void Run(IReadOnlyList<NumberedLine> lines)
    {
        var tag = new StringBuilder();
        var inTag = false;
        foreach (var line in lines)
        {
            _number = line.Number;
            foreach (var c in line.Text)
            {
                if (!inTag && c == '<')
                {
                    Flush();
                    inTag = true;
                }
                else if (inTag && c == '>')
                {
                    Tag(tag.ToString());
                    tag.Clear();
                    inTag = false;
                }
                else
                {
                    (inTag ? tag : _raw).Append(c);
                }
            }

            Flush();
            tag.Append(inTag ? "\n" : "");
        }
    }

    private void Tag(string tag)
    {
        if (tag.StartsWith('/'))
        {
            if (_open.TryPeek(out var last) && (last.Name == tag[1..] || (last.Name == "rt" && tag == "/ruby")))
            {
                _open.Pop();
                if (last.Name == "rt" && tag == "/ruby")
                {
                    _open.TryPop(out _);
                }
            }

            return;
        }

        var end = tag.AsSpan().IndexOfAny(" \t\n\f.");
        var name = end < 0 ? tag : tag[..end];
        if (name is not ("c" or "i" or "b" or "u" or "ruby" or "rt" or "v" or "lang") || (name == "rt" && !(_open.TryPeek(out var outer) && outer.Name == "ruby")))
        {
            return;
        }

        var note = tag.AsSpan().IndexOfAny(" \t\n\f");
        var voice = name == "v" && note >= 0 ? Collapse(CharacterReferences.Decode(tag[note..])) : "";
        _open.Push((name, voice.Length > 0 ? voice : name == "v" ? null : Voice));
    }

    private void Flush()
    {
        if (_raw.Length == 0)
        {
            return;
        }

        var text = CharacterReferences.Decode(_raw.ToString());
        _raw.Clear();
        if (_lines.Count > 0 && _lines[^1].Number == _number && _lines[^1].Voice == Voice)
        {
            _lines[^1] = _lines[^1] with { Text = _lines[^1].Text + text };
        }
        else
        {
            _lines.Add(new CaptionLine(text, Voice, _number));
        }
    }

    private static string Collapse(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
