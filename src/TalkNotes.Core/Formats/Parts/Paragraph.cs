using System.Text;
using TalkNotes.Core.Documents;

namespace TalkNotes.Core.Formats.Parts;

/// <summary>Lines joined by blanks into one text that still knows which line each character came from.</summary>
internal sealed class Paragraph
{
    private readonly StringBuilder _text = new();
    private readonly List<(int Start, int Line)> _starts = [];

    public bool IsEmpty => _starts.Count == 0;

    public string Text => _text.ToString();

    /// <summary>All lines.</summary>
    public LineSpan Lines => new(_starts[0].Line, _starts[^1].Line);

    public static Paragraph Of(string text, int line) => new Paragraph().Add(text, line);

    public Paragraph Add(string text, int line)
    {
        if (_text.Length > 0)
        {
            _text.Append(' ');
        }

        _starts.Add((_text.Length, line));
        _text.Append(text.Trim());
        return this;
    }

    /// <summary>The lines that hold the characters from <paramref name="start"/> to before <paramref name="end"/>.</summary>
    public LineSpan LinesOf(int start, int end) => new(LineAt(start), LineAt(Math.Max(start, end - 1)));

    private int LineAt(int offset)
    {
        var (low, high) = (0, _starts.Count - 1);
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            (low, high) = _starts[middle].Start <= offset ? (middle, high) : (low, middle - 1);
        }

        return _starts[low].Line;
    }
}
