using TalkNotes.Core.Documents;

namespace TalkNotes.Core.Formats.Parts;

/// <summary>
/// Timed lines on their way to segments. Where some begin with <c>&gt;&gt;</c> or with speaker labels, these begin turns, also in
/// the middle of a cue, which then becomes several segments; a mark says that somebody else speaks, not who.
/// </summary>
/// <param name="names">Lines that are nothing but the name of who speaks from there on.</param>
internal sealed class CueList(LoneNames names)
{
    private const string Mark = ">>";

    private readonly List<(TimeSpan? Start, TimeSpan? End, string? Speaker, Paragraph Text)> _cues = [];

    private readonly List<(int Cue, int Line)> _headings = [];
    private bool _isInterrupted;
    private string? _next;

    public bool IsEmpty => _cues.Count == 0;

    /// <summary>Whether something is said in the last cue.</summary>
    public bool HasWords => !IsEmpty && !_cues[^1].Text.IsEmpty;

    /// <summary>Begins a cue.</summary>
    public void Begin(TimeSpan? start, TimeSpan? end)
    {
        _cues.Add((start, end, null, new Paragraph()));
        _isInterrupted = false;
    }

    /// <summary>Adds a line to the last cue; after an interruption the cue goes on as another one of the same time.</summary>
    public void Add(string text, int line)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return;
        }

        if (names.TryRead(text, out var name))
        {
            _next = name;
            Interrupt();
            return;
        }

        if (_isInterrupted && !_cues[^1].Text.IsEmpty)
        {
            Begin(_cues[^1].Start, null);
        }
        else if (IsEmpty)
        {
            Begin(null, null);
        }

        _isInterrupted = false;
        if (_next is not null)
        {
            _cues[^1] = _cues[^1] with { Speaker = _next };
            _next = null;
        }

        _cues[^1].Text.Add(text, line);
    }

    /// <summary>Something that is not spoken stands here.</summary>
    public void Interrupt() => _isInterrupted = _cues.Count > 0;

    /// <summary>The heading of a chapter stands here.</summary>
    public void AddHeading(int line)
    {
        Interrupt();
        _headings.Add((_cues.Count, line));
    }

    /// <summary>Turns all cues with words into segments.</summary>
    public void WriteTo(TalkBuilder talk, ChapterHeadings headings)
    {
        var texts = _cues.ConvertAll(c => c.Text.Text);
        var labels = names.IsEmpty ? SpeakerLabels.Among(texts) : SpeakerLabels.None;
        var hasMarks = texts.Exists(t => t.StartsWith(Mark, StringComparison.Ordinal));
        var marksTurns = hasMarks || labels.All.Count > 0 || !names.IsEmpty;
        var turn = -1;
        string? speaker = null;
        var nextHeading = 0;
        for (var i = 0; i < _cues.Count; i++)
        {
            for (; nextHeading < _headings.Count && _headings[nextHeading].Cue == i; nextHeading++)
            {
                headings.Place(_headings[nextHeading].Line);
            }

            var (start, end, named, cue) = _cues[i];
            var isFirst = true;
            foreach (var (from, to) in hasMarks ? Parts(texts[i]) : [(0, texts[i].Length)])
            {
                var text = texts[i][from..to].Trim();
                var isMarked = text.StartsWith(Mark, StringComparison.Ordinal);
                var isLabelled = labels.TryTurn(text, out var label, out var words) || (isMarked && IsCapitals(label));
                var isNamed = isFirst && from == 0 && named is not null;
                if (isMarked || isLabelled || isNamed || (marksTurns && turn < 0 && text.Length > 0))
                {
                    turn++;
                    speaker = isLabelled ? label : isNamed ? named : null;
                }

                text = isLabelled ? words : isMarked ? text.TrimStart('>').TrimStart() : text;
                if (text.Length > 0)
                {
                    talk.Segments.Add(new Segment
                    {
                        Start = isFirst ? start : null,
                        End = isFirst ? end : null,
                        Turn = marksTurns ? turn : null,
                        Speaker = speaker,
                        Text = text,
                        Lines = cue.LinesOf(from, to),
                    });
                    isFirst = false;
                }
            }
        }

        foreach (var (_, line) in _headings.Skip(nextHeading))
        {
            headings.Place(line);
        }
    }

    /// <summary>Behind a mark, a label in capitals needs no further proof: <c>&gt;&gt; HOST: Was it?</c>.</summary>
    private static bool IsCapitals(string label) => label.Length > 1 && !label.Any(char.IsLower) && label.Any(char.IsUpper);

    /// <summary>Cuts a text before each mark that stands at its start or after a blank.</summary>
    private static List<(int From, int To)> Parts(string text)
    {
        var parts = new List<(int, int)>();
        var from = 0;
        for (var at = text.IndexOf(Mark, StringComparison.Ordinal); at >= 0; at = text.IndexOf(Mark, at, StringComparison.Ordinal))
        {
            if (at > from && text[at - 1] == ' ')
            {
                parts.Add((from, at));
                from = at;
            }

            while (at < text.Length && text[at] == '>')
            {
                at++;
            }
        }

        parts.Add((from, text.Length));
        return parts;
    }
}
