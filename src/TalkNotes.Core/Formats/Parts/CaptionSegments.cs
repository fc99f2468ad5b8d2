using System.Collections.Immutable;
using TalkNotes.Core.Documents;

namespace TalkNotes.Core.Formats.Parts;

/// <summary>
/// Makes segments of captions: a caption is one segment, unless speakers change inside it. Turns are marked by voices, which
/// govern their own caption only, by <c>&gt;&gt;</c> at the start of a line and by labels (<see cref="SpeakerLabels"/>), which
/// govern until the next mark; where nothing marks them they stay null.
/// </summary>
internal sealed class CaptionSegments
{
    private static readonly Caption Said = new(null, null, []);

    private readonly ImmutableArray<Segment>.Builder _segments = ImmutableArray.CreateBuilder<Segment>();
    private readonly List<string> _text = [];
    private readonly TurnCounter _turns = new();
    private readonly SpeakerLabels _labels;
    private LineSpan? _lines;
    private string? _voice;

    private readonly Func<string, string>? _brackets;

    private CaptionSegments(IReadOnlyList<Caption> captions)
    {
        var starts = captions.SelectMany(c => c.Lines.Take(1)).Select(l => l.Text).ToList();
        _brackets = NameDresses.Brackets(starts);
        _labels = SpeakerLabels.AmongCaptions(_brackets is null ? starts : starts.Select(_brackets));
    }

    /// <summary>The segments in the order of the captions; captions without words give none. The list is empty then: a caption goes when its segment stands.</summary>
    public static ImmutableArray<Segment> Of(List<Caption> captions)
    {
        var segments = new CaptionSegments(captions);
        for (var i = 0; i < captions.Count; i++)
        {
            segments.Add(captions[i]);
            captions[i] = Said;
        }

        captions.Clear();
        return segments._segments.DrainToImmutable();
    }

    private void Add(Caption caption)
    {
        foreach (var line in caption.Lines)
        {
            var text = line.Text.Trim();
            var marked = text.StartsWith(">>", StringComparison.Ordinal);
            text = marked ? text.TrimStart('>', ' ') : _brackets?.Invoke(text) ?? text;
            var labelled = _labels.TryCaption(text, marked, out var name, out var rest);
            if (marked || labelled || line.Voice != _voice)
            {
                Close(caption);
                Turn(marked, line.Voice ?? (labelled ? name : null), voiceEnds: line.Voice is null && _voice is not null);
                _voice = line.Voice;
            }

            var words = labelled && line.Voice is null ? rest : text;
            if (words.Length > 0)
            {
                var lines = new LineSpan(line.Number, line.LastNumber);
                _lines = _lines?.Through(lines) ?? lines;
                _text.Add(words);
            }
        }

        Close(caption);
    }

    private void Turn(bool marked, string? speaker, bool voiceEnds)
    {
        if (marked)
        {
            _turns.Begin(speaker);
        }
        else if (speaker is not null)
        {
            _turns.Label(speaker);
        }
        else if (voiceEnds)
        {
            _turns.End();
        }
    }

    private void Close(Caption caption)
    {
        if (_lines is { } lines)
        {
            _segments.Add(new Segment { Start = caption.Start, End = caption.End, Turn = _turns.Turn, Speaker = _turns.Speaker, Text = _text.Count == 1 ? _text[0] : string.Join('\n', _text), Lines = lines });
        }

        _text.Clear();
        _lines = null;
    }
}
