using System.Collections.Immutable;
using System.Text.RegularExpressions;
using TalkNotes.Core.Documents;

namespace TalkNotes.Core.Formats.Parts;

/// <summary>
/// Reads times that stand alone with the words below them. A line above a time that does not read like speech is the title
/// of a chapter, where times have one line of words each; it is a speaker, where nearly every time has such a line. Below a
/// time, a label or a name on a line of its own says who speaks.
/// </summary>
internal sealed partial class TranscriptPanel(SourceText source, LineLedger ledger)
{
    private const double NearlyEvery = 0.7;
    private const int LongestTitle = 80;

    private readonly List<(TimeSpan Start, TimeSpan? End, int Line, List<int> Words)> _stamps = [];
    private readonly List<int> _head = [];
    private readonly List<MetadataField> _fields = [];
    private SpeakerLabels _labels = SpeakerLabels.None;
    private LoneNames _names = LoneNames.None;
    private readonly int _lastLine = LastLine(source);
    private string? _language;

    /// <summary>Reads the source and gives each line its owner.</summary>
    public TalkDocument Read()
    {
        Collect();
        TakeAloud();
        var titles = Titles(out var areSpeakers);
        var chapters = ImmutableArray.CreateBuilder<Chapter>();
        var segments = ImmutableArray.CreateBuilder<Segment>();
        var turns = new TurnCounter();
        if (!areSpeakers)
        {
            _labels = SpeakerLabels.Among(_stamps.SelectMany(s => s.Words).Select(Line));
            _names = LoneNames.Among(_stamps.SelectMany(s => s.Words).Select(Line));
        }

        for (var i = 0; i < _stamps.Count; i++)
        {
            var (start, end, line, words) = _stamps[i];
            ledger.Use(new LineSpan(line), "time");
            if (titles.TryGetValue(i, out var title))
            {
                ledger.Use(new LineSpan(title), areSpeakers ? "speaker" : "chapter");
                if (areSpeakers)
                {
                    turns.Label(Line(title).TrimEnd(':'));
                }
                else
                {
                    chapters.Add(new Chapter { Title = ChapterNumber().Replace(Line(title), ""), Start = start, FirstSegment = words.Count > 0 ? segments.Count : null, Lines = new LineSpan(title) });
                }
            }

            var spoken = words.Where(w => !titles.ContainsValue(w) || titles.GetValueOrDefault(i + 1) != w).ToList();
            if (spoken.Count > 0)
            {
                spoken.ForEach(w => ledger.Use(new LineSpan(w), "words"));
                AddSegments(segments, start, end, spoken, turns);
            }
        }

        TakeHead(titles);
        return new TalkDocument
        {
            Metadata = new TalkMetadata { Language = _language, Fields = [.. _fields], Speakers = SpeakerList.Of(segments) },
            Chapters = chapters.DrainToImmutable(),
            Segments = segments.DrainToImmutable(),
        };
    }

    /// <summary>Sorts the lines under their times; what the panel itself says is furniture.</summary>
    private void Collect()
    {
        for (var number = 1; number <= source.Lines.Length; number++)
        {
            if (!ledger.IsFree(number))
            {
                continue;
            }

            var isOver = _fields.Count > 0 && _stamps.Count > 0 && _stamps[^1].Line < _fields[0].Lines.First; // the language ends the panel
            if (Stamps.TryBare(Line(number), out var start))
            {
                _stamps.Add((start, null, number, []));
            }
            else if (Stamps.TryBareRange(Line(number), out start, out var end))
            {
                _stamps.Add((start, end, number, []));
            }
            else if (!TakeFurniture(number, isOver))
            {
                (_stamps.Count == 0 ? _head : _stamps[^1].Words).Add(number);
            }
        }
    }

    private bool TakeFurniture(int number, bool isOver)
    {
        var line = Line(number);
        if (isOver || PanelWords.IsName(line) || Furniture.IsNotice(line))
        {
            ledger.Chrome(new LineSpan(number), "transcript panel");
            return true;
        }

        var isLast = _stamps.Count > 0 && _stamps[^1].Words.Count > 0 && number >= _lastLine;
        if (!PanelWords.IsLanguage(line, isLast, out var language))
        {
            return false;
        }

        _language ??= language;
        _fields.Add(new MetadataField("language", line, new LineSpan(number)));
        ledger.Use(new LineSpan(number), "language");
        return true;
    }

    /// <summary>Times read aloud, above or below the times that they read, are furniture where most times have one, or where their language is known.</summary>
    private void TakeAloud()
    {
        var aloud = new List<(List<int> Block, int Line)>();
        for (var i = 0; i < _stamps.Count; i++)
        {
            var (above, below) = (i == 0 ? _head : _stamps[i - 1].Words, _stamps[i].Words);
            if (below.Count > 0 && (PanelWords.IsAloud(Line(below[0]), _stamps[i].Start) || AloudTimes.IsWhole(Line(below[0]))))
            {
                aloud.Add((below, below[0]));
            }
            else if (above.Count > 0 && PanelWords.IsAloud(Line(above[^1]), _stamps[i].Start))
            {
                aloud.Add((above, above[^1]));
            }
        }

        var isEvery = aloud.Count >= NearlyEvery * _stamps.Count;
        foreach (var (block, line) in aloud.Where(a => isEvery || AloudTimes.IsWhole(Line(a.Line))))
        {
            block.Remove(line);
            ledger.Chrome(new LineSpan(line), "time read aloud");
        }
    }

    /// <summary>By number of the stamp, the line above it that is a title.</summary>
    private Dictionary<int, int> Titles(out bool areSpeakers)
    {
        var titles = new Dictionary<int, int>();
        for (var i = 0; i < _stamps.Count; i++)
        {
            var above = i == 0 ? _head : _stamps[i - 1].Words;
            if (above.Count > (i == 0 ? 0 : 1) && IsTitle(Line(above[^1])))
            {
                titles.Add(i, above[^1]);
            }
        }

        var names = titles.Values.Select(Line).Distinct(StringComparer.Ordinal).Count();
        var isOften = titles.Count > 1 && titles.Count >= NearlyEvery * _stamps.Count;
        areSpeakers = isOften && (names < titles.Count || titles.Count == 2) && titles.Values.Count(t => IsSpeaker(Line(t))) >= NearlyEvery * titles.Count;
        var single = _stamps.Count(s => s.Words.Count <= 1);
        if (!areSpeakers && (isOften || single + titles.Count < _stamps.Count))
        {
            titles.Clear(); // paragraphs under times: any line may be speech
        }

        return titles;
    }

    private static bool IsSpeaker(string line) => line.TrimEnd(':', '：').Trim() is { Length: > 0 } name && (SpeakerLabel.IsName(name) || SpeakerLabel.IsHandle(name));

    private static bool IsTitle(string line) =>
        line.Length <= LongestTitle && !char.IsLower(line[0]) && char.IsLetterOrDigit(line[0]) && (line[^1] is not ('.' or ',' or '?' or '!' or ';' or '…') || (LoneNames.IsShortened(line) && SpeakerLabel.IsName(line)));

    /// <summary>The words below a time; where a label begins one of their lines, somebody else speaks, at a time that nothing states.</summary>
    private void AddSegments(ImmutableArray<Segment>.Builder segments, TimeSpan start, TimeSpan? end, List<int> words, TurnCounter turns)
    {
        var from = 0;
        for (var next = 1; next <= words.Count; next++)
        {
            var isLast = next == words.Count;
            if (isLast || _labels.TryTurn(Line(words[next]), out _, out _))
            {
                AddSegment(segments, from == 0 ? start : null, isLast ? end : null, words[from..next], turns);
                from = next;
            }
        }
    }

    private void AddSegment(ImmutableArray<Segment>.Builder segments, TimeSpan? start, TimeSpan? end, List<int> words, TurnCounter turns)
    {
        if (words.Count > 1 && _names.TryRead(Line(words[0]), out var name))
        {
            turns.Label(name);
            words.RemoveAt(0);
        }

        var text = string.Join('\n', words.Select(Line));
        if (text.StartsWith(">>", StringComparison.Ordinal))
        {
            turns.Begin(null);
            text = text.TrimStart('>', ' ') is { Length: > 0 } rest ? rest : text;
        }

        if (_labels.TryTurn(Line(words[0]), out var label, out var said))
        {
            turns.Label(label);
            text = string.Join('\n', words.Skip(1).Select(Line).Prepend(said)).Trim();
        }

        if (text.Length > 0)
        {
            segments.Add(new Segment { Start = start, End = end, Turn = turns.Turn, Speaker = turns.Speaker, Text = text, Lines = new LineSpan(words[0], words[^1]) });
        }
    }

    /// <summary>What stands above may be the title of the talk or anything else: it is kept and shown, not believed.</summary>
    private void TakeHead(Dictionary<int, int> titles)
    {
        foreach (var number in _head.Where(n => titles.GetValueOrDefault(0) != n))
        {
            _fields.Add(new MetadataField("heading", Line(number), new LineSpan(number), "stands above the transcript; nothing says what it is"));
            ledger.Use(new LineSpan(number), "heading");
        }
    }

    private static int LastLine(SourceText source)
    {
        var last = source.Lines.Length;
        while (last > 0 && string.IsNullOrWhiteSpace(source.Lines[last - 1]))
        {
            last--;
        }

        return last;
    }

    private string Line(int number) => source.Lines[number - 1].Trim();

    [GeneratedRegex(@"^Chapter \d+: ", RegexOptions.NonBacktracking)]
    private static partial Regex ChapterNumber();
}
