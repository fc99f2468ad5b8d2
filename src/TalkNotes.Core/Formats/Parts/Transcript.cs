
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

    /// <summary><c>0:12 - 0:15</c> and text below.</summary>
    BareRanges,
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
    /// <param name="talk">The talk.</param>
    /// <param name="from">First line.</param>
    /// <param name="to">Last line.</param>
    /// <param name="expected">The shape by which the format knew the source; null, or one that no line has, leaves it to the lines.</param>
    public static void Read(TalkBuilder talk, int from, int to, TranscriptShape? expected)
    {
        var lines = talk.FreeLines(from, to).ToList();
        var shape = expected is { } known && lines.Exists(l => ShapeOf(talk[l]) == known) ? known : ShapeOf(lines.Select(l => talk[l]));
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
        if (Stamps.TryTimedBullet(line, out _, out _, out _))
        {
            return TranscriptShape.TimedBullets;
        }

        var text = line.AsSpan().Trim();
        if (Stamps.TryBracketedLine(line, out _, out _, out var spoken) && spoken.Length > 0)
        {
            return TranscriptShape.BracketedLines;
        }

        return Stamps.TryBare(line, out _) && char.IsAsciiDigit(text[0]) ? TranscriptShape.BareStamps
            : Stamps.TryBareRange(line, out _, out _) ? TranscriptShape.BareRanges
            : Stamps.TryNamed(line, out _, out _, out _, out _) ? TranscriptShape.NamedStamps
            : text.Length > 0 && char.IsAsciiDigit(text[0]) && Stamps.TryLeading(text, out _, out var end, out var rest) && end is null && rest.Length > 0 ? TranscriptShape.LeadingStamps
            : TranscriptShape.Turns;
    }

    private static void ReadCues(TalkBuilder talk, List<int> lines, TranscriptShape shape)
    {
        var names = LoneNames.Among(lines.Select(l => TryCue(talk[l], shape, out _, out _, out var spoken) ? spoken : talk[l]));
        var cues = new CueList(names);
        var headings = new ChapterHeadings(talk);
        var labels = shape is TranscriptShape.BareStamps or TranscriptShape.BareRanges ? SpeakerLabels.Among(lines.Select(l => talk[l])) : SpeakerLabels.None;
        foreach (var line in lines)
        {
            var content = talk[line];
            if (Furniture.TryTakeNotice(talk, line))
            {
                cues.Interrupt();
            }
            else if (TryCue(content, shape, out var start, out var end, out var text))
            {
                cues.Begin(start, end);
                cues.Add(text, line);
                talk.Use(line, text.Length == 0 && shape is TranscriptShape.BareStamps or TranscriptShape.BareRanges ? "time" : "cue");
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
            else if (!cues.IsEmpty || names.TryRead(content, out _))
            {
                if (labels.TryTurn(content, out _, out _) && cues.HasWords)
                {
                    cues.Begin(null, null); // the time above is that of the turn below it, not of the ones that follow
                }

                cues.Add(content, line);
                talk.Use(line, "cue");
            }
            else
            {
                cues.Begin(null, null); // said before the first time
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
                return Stamps.TryTimedBullet(line, out start, out end, out text);
            case TranscriptShape.BareStamps:
                return Stamps.TryBare(line, out start);
            case TranscriptShape.BareRanges:
                var isRange = Stamps.TryBareRange(line, out start, out var stop);
                end = isRange ? stop : null;
                return isRange;
            case TranscriptShape.BracketedLines:
                return Stamps.TryBracketedLine(line, out start, out end, out text);
            default:
                return Stamps.TryLeading(line, out start, out end, out text);
        }
    }
}
