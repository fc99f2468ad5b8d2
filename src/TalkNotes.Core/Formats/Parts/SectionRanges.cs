using TalkNotes.Core.Documents;

namespace TalkNotes.Core.Formats.Parts;

/// <summary>
/// Reads what stands under a heading like "Chapters" or "Section summaries": titles in a list, with or without a time
/// before them, or blocks of a range, a title, a label and a note on lines of their own.
/// </summary>
internal sealed class SectionRanges(TalkBuilder talk)
{
    private const int LongestTitle = 200;

    private bool _isBlock;

    /// <summary>Takes a line of such a section.</summary>
    /// <returns>False when it belongs to no chapter; the line then stays free.</returns>
    public bool TryTake(int line)
    {
        var text = talk[line].Trim();
        if (Stamps.TryRange(text, out var start, out var end))
        {
            _isBlock = true;
            talk.Chapters.Add(new Chapter { Title = "", Start = start, End = end, Lines = new LineSpan(line) });
            talk.Use(line, "chapter");
            return true;
        }

        return TryTakeListed(text, line) || (_isBlock && TryTakeOfBlock(text, line));
    }

    private bool TryTakeListed(string text, int line)
    {
        var isBullet = LineShapes.TryBullet(text, out var item);
        var isTimed = Stamps.TryLeading(isBullet ? item : text, out var start, out var end, out var title) && title.Length > 0;
        if ((!isBullet && !isTimed) || text.Length > LongestTitle)
        {
            return false;
        }

        _isBlock = false;
        talk.Chapters.Add(new Chapter
        {
            Title = Markdown.Plain(isTimed ? title : item),
            Start = isTimed ? start : null,
            End = isTimed ? end : null,
            Lines = new LineSpan(line),
        });
        talk.Use(line, "chapter list");
        return true;
    }

    /// <summary>After the range: the title, then a word of advice (<c>watch</c>, <c>optional</c>) if there is one, then the note.</summary>
    private bool TryTakeOfBlock(string text, int line)
    {
        var chapter = talk.Chapters[^1];
        if (chapter.Title.Length == 0)
        {
            chapter = chapter with { Title = Markdown.Plain(text) };
        }
        else if (chapter.Label is null && chapter.Summary is null && IsLabel(text))
        {
            chapter = chapter with { Label = text };
        }
        else
        {
            chapter = chapter with { Summary = chapter.Summary is null ? text : $"{chapter.Summary} {text}" };
            talk.AddSentences(ClaimKind.Summary, chapter.Title, Paragraph.Of(text, line), talk.Chapters.Count - 1);
        }

        talk.Chapters[^1] = chapter with { Lines = chapter.Lines.Through(new LineSpan(line)) };
        talk.Use(line, "chapter");
        return true;
    }

    private static bool IsLabel(string text) => text.Length <= 24 && text.Count(char.IsWhiteSpace) <= 1 && !char.IsPunctuation(text[^1]);
}
