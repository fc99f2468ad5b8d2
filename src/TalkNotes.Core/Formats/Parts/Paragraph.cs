using System.Text;
using TalkNotes.Core.Documents;

namespace TalkNotes.Core.Formats.Parts;

/// <summary>Lines joined by blanks into one text that still knows which line each character came from. Most have one line, and cost no more than it.</summary>
internal sealed class Paragraph
{
    private string _first = "";
    private int _firstLine;
    private StringBuilder? _text;
    private List<(int Start, int Line)>? _more;

    public bool IsEmpty => _firstLine == 0;

    public string Text => _text?.ToString() ?? _first;

    /// <summary>All lines.</summary>
    public LineSpan Lines => new(_firstLine, _more is null ? _firstLine : _more[^1].Line);

    public static Paragraph Of(string text, int line) => new Paragraph().Add(text, line);

    public Paragraph Add(string text, int line)
    {
        text = text.Trim();
        if (_firstLine == 0)
        {
            (_first, _firstLine) = (text, line);
            return this;
        }

        _text ??= new StringBuilder(_first);
        if (_text.Length > 0)
        {
            _text.Append(' ');
        }

        (_more ??= []).Add((_text.Length, line));
        _text.Append(text);
        return this;
    }

    /// <summary>The lines that hold the characters from <paramref name="start"/> to before <paramref name="end"/>.</summary>
    public LineSpan LinesOf(int start, int end) => new(LineAt(start), LineAt(Math.Max(start, end - 1)));

    private int LineAt(int offset)
    {
        var line = _firstLine;
        var (low, high) = (0, (_more?.Count ?? 0) - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            if (_more![middle].Start <= offset)
            {
                (line, low) = (_more[middle].Line, middle + 1);
            }
            else
            {
                high = middle - 1;
            }
        }

        return line;
    }
}
