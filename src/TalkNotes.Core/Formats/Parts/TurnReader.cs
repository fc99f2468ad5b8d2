using TalkNotes.Core.Documents;

namespace TalkNotes.Core.Formats.Parts;

/// <summary>
/// Reads a transcript of turns and paragraphs: <c>Name: text</c>, <c>Name (00:12):</c> above paragraphs, or prose by nobody
/// named. A paragraph without a label belongs to the turn before it. A line that equals a listed chapter title is
/// that chapter's heading, and so is a Markdown heading.
/// </summary>
internal sealed class TurnReader
{
    private const int LongestWrappedLine = 120;
    private const int LongestTitle = 80;

    private readonly TalkBuilder _talk;
    private readonly List<int> _lines;
    private readonly TranscriptShape _shape;
    private readonly SpeakerLabels _labels;
    private readonly LoneNames _names;
    private readonly ChapterHeadings _headings;
    private Paragraph _paragraph = new();
    private string? _speaker;
    private TimeSpan? _start;
    private TimeSpan? _end;
    private int _turn = -1;

    /// <summary>Whether the time is that of the next segment alone.</summary>
    private bool _isOnce;

    /// <summary>Whether a speaker or a time was just named, so that words must follow.</summary>
    private bool _isHeaded;

    public TurnReader(TalkBuilder talk, List<int> lines, TranscriptShape shape)
    {
        _talk = talk;
        _lines = lines;
        _shape = shape;
        var isNamed = shape != TranscriptShape.Turns && lines.Any(l => Stamps.TryNamed(talk[l], out var name, out _, out _, out _) && name is not null);
        _labels = isNamed ? SpeakerLabels.None : SpeakerLabels.Among(lines.Select(l => talk[l]));
        _names = _labels.All.Count > 0 ? LoneNames.None : LoneNames.Among(lines.Where(l => shape == TranscriptShape.Turns || !Stamps.TryNamed(talk[l], out _, out _, out _, out _)).Select(l => talk[l]));
        _headings = new ChapterHeadings(talk);
    }

    public void Read()
    {
        for (var i = 0; i < _lines.Count; i++)
        {
            var line = _lines[i];
            var text = _talk[line];
            if (Furniture.TryTakeNotice(_talk, line) || TryTitle(text, i) || TryChapter(text, line) || TryRule(text, line) || TryTime(text, line) || TryNamedStamp(text, line) || TryTurn(text, line) || TryName(text, line))
            {
                continue;
            }

            if (!Wraps(line))
            {
                EndParagraph();
            }

            _isHeaded = false;
            _paragraph.Add(text, line);
            _talk.Use(line, _turn >= 0 ? "turn" : "paragraph");
        }

        EndParagraph();
    }

    private bool TryChapter(string text, int line)
    {
        var isHeading = _headings.IsHeading(text);
        if (isHeading)
        {
            EndParagraph();
            _headings.Place(line);
            _talk.Use(line, "chapter");
        }

        return isHeading;
    }

    /// <summary>
    /// A few words right above a speaker's name, where names stand on lines of their own: the title of a chapter, unless it is all that the
    /// speaker above says.
    /// </summary>
    private bool TryTitle(string text, int index)
    {
        if (_names.IsEmpty || index + 1 >= _lines.Count || text.Length > LongestTitle || !_names.TryRead(_talk[_lines[index + 1]], out _) || _names.TryRead(text, out _)
            || _lines[index + 1] != _lines[index] + 1 || !char.IsLetterOrDigit(text.TrimEnd()[^1]) || !(char.IsUpper(text[0]) || char.IsDigit(text[0]))
            || (_turn >= 0 && _paragraph.IsEmpty && _isHeaded) || HoldsSentence(text)
            || (_shape == TranscriptShape.NamedStamps && Stamps.TryNamed(text, out _, out _, out _, out _)))
        {
            return false;
        }

        EndParagraph();
        _headings.Place(_lines[index]);
        _talk.Use(_lines[index], "chapter");
        return true;
    }

    private bool TryRule(string text, int line)
    {
        var isRule = LineShapes.IsRule(text);
        if (isRule)
        {
            EndParagraph();
            _talk.Chrome(line, "rule");
        }

        return isRule;
    }

    /// <summary>A time alone among labelled turns: it is that of the turn below, not of the ones that follow.</summary>
    private bool TryTime(string text, int line)
    {
        if (_shape != TranscriptShape.Turns || _labels.All.Count == 0 || !Stamps.TryBare(text, out var time))
        {
            return false;
        }

        EndParagraph();
        (_start, _isOnce) = (time, true);
        _talk.Use(line, "time");
        return true;
    }

    private bool TryNamedStamp(string text, int line)
    {
        if (_shape != TranscriptShape.NamedStamps || !Stamps.TryNamed(text, out var name, out var time, out var end, out var words))
        {
            return false;
        }

        EndParagraph();
        (_start, _end, _isHeaded) = (time, end, words.Length == 0);
        if (name is not null)
        {
            (_speaker, _turn) = (name, _turn + 1);
        }

        _talk.Use(line, words.Length == 0 ? "speaker and time" : "turn");
        if (words.Length > 0)
        {
            _paragraph.Add(words, line);
        }

        return true;
    }

    private bool TryTurn(string text, int line)
    {
        if (!_labels.TryTurn(text, out var label, out var words))
        {
            return false;
        }

        EndParagraph();
        (_speaker, _turn, _isHeaded) = (label, _turn + 1, words.Length == 0);
        _talk.Use(line, "turn");
        if (words.Length > 0)
        {
            _paragraph.Add(words, line);
        }

        return true;
    }

    private bool TryName(string text, int line)
    {
        var isName = _names.TryRead(text, out var name);
        if (isName)
        {
            EndParagraph();
            (_speaker, _turn, _isHeaded) = (name, _turn + 1, true);
            _talk.Use(line, "speaker");
        }

        return isName;
    }

    /// <summary>Whether a line goes on with the sentence of the short line right above it.</summary>
    private bool Wraps(int line)
    {
        if (_paragraph.IsEmpty || _paragraph.Lines.Last != line - 1)
        {
            return false;
        }

        var above = _talk[line - 1].AsSpan().TrimEnd();
        return _shape == TranscriptShape.NamedStamps || !_names.IsEmpty
            || (above.Length is > 30 and <= LongestWrappedLine && !".!?…\"”。！？:".Contains(above[^1]));
    }

    private void EndParagraph()
    {
        if (_paragraph.IsEmpty)
        {
            return;
        }

        var text = _paragraph.Text;
        var from = 0;
        foreach (var (at, label) in GluedTurns(text))
        {
            AddSegment(text, from, at);
            (_speaker, _turn, from) = (label, _turn + 1, at + label.Length + 1);
        }

        AddSegment(text, from, text.Length);
        _paragraph = new Paragraph();
    }

    private void AddSegment(string text, int from, int to)
    {
        var words = text[from..to].Trim();
        if (words.Length > 0)
        {
            _talk.Segments.Add(new Segment { Start = _start, End = _end, Turn = _turn >= 0 ? _turn : null, Speaker = _speaker, Text = words, Lines = _paragraph.LinesOf(from, to) });
            _start = _isOnce ? null : _start;
        }
    }

    /// <summary>Turns that lost their line break: <c>…until that point.Noam Brown: [laughs]</c>. Only labels that begin lines elsewhere count.</summary>
    private List<(int At, string Label)> GluedTurns(string text)
    {
        var glued = new List<(int, string)>();
        for (var colon = _labels.All.Count == 0 ? -1 : text.IndexOf(": ", StringComparison.Ordinal); colon >= 0; colon = text.IndexOf(": ", colon + 1, StringComparison.Ordinal))
        {
            for (var at = colon - 1; at > 0 && colon - at <= 60; at--)
            {
                var isGlued = EndsSentence(text[at - 1]) || (text[at - 1] == ' ' && at > 1 && EndsSentence(text[at - 2]) && text.AsSpan(at, colon - at).Contains(' '));
                if (isGlued && _labels.All.Contains(text[at..colon]))
                {
                    glued.Add((at, text[at..colon]));
                    break;
                }
            }
        }

        return glued;
    }

    private static bool HoldsSentence(string text)
    {
        for (var i = 1; i + 1 < text.Length; i++)
        {
            if (text[i] is '.' or '?' or '!' && text[i + 1] == ' ')
            {
                return true;
            }
        }

        return false;
    }

    private static bool EndsSentence(char c) => c is '.' or '!' or '?' or '…' or '"' or '”' or ']' or ')';
}
