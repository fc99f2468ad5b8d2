
namespace TalkNotes.Core.Formats.Parts;

/// <summary>The shapes in which pages write what was said.</summary>
internal enum TranscriptShape
{
    /// <summary><c>Name: text</c> turns, or paragraphs by nobody named.</summary>
    Turns,

    /// <summary><c>- [00:12] text</c>.</summary>
    TimedBullets,

    /// <summary><c>[00:12] text</c>.</summary>
    BracketedLines,

    /// <summary><c>Name (00:00:12):</c> and paragraphs below.</summary>
    NamedStamps,

    /// <summary><c>0:12</c> and text below.</summary>
    BareStamps,

    /// <summary><c>0:12 text</c>.</summary>
    LeadingStamps,
}

/// <summary>Reads the spoken part of a document in whatever shape it has.</summary>
internal static class Transcript
{
    private const int EnoughStamps = 5;
    private const double EnoughOfShortOne = 0.25;

    /// <summary>The shape of lines: the most explicit one that stands often enough.</summary>
    public static TranscriptShape ShapeOf(IEnumerable<string> lines)
    {
        var counts = new int[Enum.GetValues<TranscriptShape>().Length];
        var all = 0;
        foreach (var line in lines.Where(l => !string.IsNullOrWhiteSpace(l)))
        {
            all++;
            counts[(int)ShapeOf(line)]++;
        }

        var stamped = Enum.GetValues<TranscriptShape>().Where(s => s != TranscriptShape.Turns).ToList();
        var shape = stamped.Find(s => counts[(int)s] >= EnoughStamps);
        return shape != default ? shape : stamped.Find(s => counts[(int)s] > 0 && counts[(int)s] >= EnoughOfShortOne * all);
    }

    /// <summary>Reads the free lines between two numbers; titles of listed chapters may stand between them.</summary>
    public static void Read(TalkBuilder talk, int from, int to)
    {
        var lines = talk.FreeLines(from, to).ToList();
        var shape = ShapeOf(lines.Select(l => talk[l]));
        if (shape is TranscriptShape.Turns or TranscriptShape.NamedStamps)
        {
            new TurnReader(talk, lines, shape).Read();
        }
        else
        {
            ReadCues(talk, lines, shape);
        }

        ChapterPlaces.Fill(talk);
    }

    /// <summary>The shape of one line by itself.</summary>
    public static TranscriptShape ShapeOf(string line)
    {
        if (LineShapes.TryTimedBullet(line, out _, out _, out _))
        {
            return TranscriptShape.TimedBullets;
        }

        var text = line.AsSpan().Trim();
        if (LineShapes.TryBracketedStamp(text, out _, out _, out var after) && text[0] == '[' && !text[after..].IsWhiteSpace())
        {
            return TranscriptShape.BracketedLines;
        }

        return LineShapes.TryBareStamp(line, out _) && char.IsAsciiDigit(text[0]) ? TranscriptShape.BareStamps
            : LineShapes.TryNamedStamp(line, out _, out _, out _) ? TranscriptShape.NamedStamps
            : text.Length > 0 && char.IsAsciiDigit(text[0]) && LineShapes.TryLeadingStamp(text, out _, out var end, out var rest) && end is null && rest.Length > 0 ? TranscriptShape.LeadingStamps
            : TranscriptShape.Turns;
    }

    private static void ReadCues(TalkBuilder talk, List<int> lines, TranscriptShape shape)
    {
        var cues = new CueList();
        var headings = new ChapterHeadings(talk);
        foreach (var line in lines)
        {
            var content = talk[line];
            if (TryCue(content, shape, out var start, out var end, out var text))
            {
                cues.Begin(start, end);
                cues.Add(text, line);
                talk.Use(line, text.Length == 0 && shape == TranscriptShape.BareStamps ? "time" : "cue");
            }
            else if (headings.IsHeading(content))
            {
                cues.AddHeading(line);
                talk.Use(line, "chapter");
            }
            else if (LineShapes.IsRule(content))
            {
                cues.Interrupt();
                talk.Chrome(line, "rule");
            }
            else if (!cues.IsEmpty)
            {
                cues.Add(content, line);
                talk.Use(line, "cue");
            }
        }

        cues.WriteTo(talk, headings);
    }

    private static bool TryCue(string line, TranscriptShape shape, out TimeSpan start, out TimeSpan? end, out string text)
    {
        (end, text) = (null, "");
        switch (shape)
        {
            case TranscriptShape.TimedBullets:
                return LineShapes.TryTimedBullet(line, out start, out end, out text);
            case TranscriptShape.BareStamps:
                return LineShapes.TryBareStamp(line, out start);
            case TranscriptShape.BracketedLines:
                var trimmed = line.AsSpan().Trim();
                var isCue = LineShapes.TryBracketedStamp(trimmed, out start, out end, out var after);
                text = isCue ? trimmed[after..].Trim().ToString() : "";
                return isCue;
            default:
                return LineShapes.TryLeadingStamp(line, out start, out end, out text);
        }
    }
}
