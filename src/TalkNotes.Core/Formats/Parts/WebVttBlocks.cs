using TalkNotes.Core.Documents;

namespace TalkNotes.Core.Formats.Parts;

/// <summary>What a block of a WebVTT file is.</summary>
internal enum WebVttBlockKind
{
    /// <summary>A cue with valid timings.</summary>
    Cue,

    /// <summary><c>NOTE</c>.</summary>
    Note,

    /// <summary><c>STYLE</c>: a style sheet.</summary>
    Style,

    /// <summary><c>REGION</c>: a place on the screen.</summary>
    Region,

    /// <summary>Anything else; the standard skips it.</summary>
    Skipped,
}

/// <summary>A block and its lines.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Lines">Source lines it covers.</param>
/// <param name="Start">A cue's start.</param>
/// <param name="End">A cue's end.</param>
/// <param name="Text">A cue's lines of text.</param>
/// <param name="BadTiming">The line whose arrow has no valid times around it, or null.</param>
internal sealed record WebVttBlock(WebVttBlockKind Kind, LineSpan Lines, TimeSpan Start, TimeSpan End, List<NumberedLine> Text, int? BadTiming);

/// <summary>
/// Cuts a WebVTT file into blocks, by the letter of https://www.w3.org/TR/webvtt1/#collect-a-webvtt-block: a block ends
/// at an empty line, or before a line with an arrow that cannot belong to it.
/// </summary>
internal sealed class WebVttBlocks(IReadOnlyList<NumberedLine> lines)
{
    private int _at;
    private bool _seenCue;

    /// <summary>The header: lines from <paramref name="first"/> up to an empty line or an arrow.</summary>
    public List<NumberedLine> Header(int first)
    {
        var header = new List<NumberedLine>();
        for (_at = first; _at < lines.Count && lines[_at].Text.Length > 0 && !HasArrow(_at); _at++)
        {
            header.Add(lines[_at]);
        }

        return header;
    }

    /// <summary>The next block, or null at the end of the file.</summary>
    public WebVttBlock? Next()
    {
        while (_at < lines.Count && lines[_at].Text.Length == 0)
        {
            _at++;
        }

        return _at < lines.Count ? Block() : null;
    }

    private WebVttBlock Block()
    {
        var first = _at;
        var (seenArrow, isCue, start, end) = (false, false, TimeSpan.Zero, TimeSpan.Zero);
        int? bad = null;
        var text = new List<NumberedLine>();
        for (var count = 1; _at < lines.Count; count++, _at++)
        {
            if (HasArrow(_at))
            {
                if (count > 2 || seenArrow)
                {
                    break;
                }

                seenArrow = true;
                isCue = WebVttTiming.TryRead(lines[_at].Text, out start, out end);
                bad = isCue ? null : lines[_at].Number;
                text.Clear();
            }
            else if (lines[_at].Text.Length == 0)
            {
                break;
            }
            else
            {
                text.Add(lines[_at]);
            }
        }

        var span = new LineSpan(lines[first].Number, lines[_at - 1].Number);
        _seenCue |= isCue;
        return new WebVttBlock(isCue ? WebVttBlockKind.Cue : seenArrow ? WebVttBlockKind.Skipped : Kind(text[0].Text), span, start, end, text, bad);
    }

    /// <summary>What a block without an arrow is, by its first line.</summary>
    private WebVttBlockKind Kind(string line) =>
        Begins(line, "NOTE") ? WebVttBlockKind.Note
        : _seenCue ? WebVttBlockKind.Skipped
        : Begins(line, "STYLE") ? WebVttBlockKind.Style
        : Begins(line, "REGION") || line.StartsWith("REGION:", StringComparison.Ordinal) || line.StartsWith("Region:", StringComparison.Ordinal) ? WebVttBlockKind.Region
        : WebVttBlockKind.Skipped;

    private static bool Begins(string line, string word) =>
        line.StartsWith(word, StringComparison.Ordinal) && (line.Length == word.Length || line[word.Length] is ' ' or '\t');

    private bool HasArrow(int at) => lines[at].Text.Contains("-->", StringComparison.Ordinal);
}
