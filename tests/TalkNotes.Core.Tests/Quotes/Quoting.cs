using System.Collections.Immutable;
using TalkNotes.Core.Documents;
using TalkNotes.Core.Quotes;

namespace TalkNotes.Core.Tests.Quotes;

/// <summary>Short ways to say something and to quote it.</summary>
internal static class Quoting
{
    public static readonly Spellings Glossary = new([("chain of thought", ["train of thought"]), ("Karpathy", ["Carpathy"]), ("GPT-4.1", ["GPT 41", "GBT 4.1"])]);

    /// <summary>A transcript, one segment a line; "Name: words" begins a turn.</summary>
    public static List<Segment> Said(string lines)
    {
        var segments = new List<Segment>();
        string? speaker = null;
        var turn = -1;
        foreach (var (line, n) in lines.Split('\n').Select((l, i) => (l.Trim(), i + 1)))
        {
            var colon = line.IndexOf(": ", StringComparison.Ordinal);
            if (colon > 0)
            {
                (speaker, turn) = (line[..colon], turn + 1);
            }

            segments.Add(new Segment
            {
                Text = colon > 0 ? line[(colon + 2)..] : line,
                Speaker = speaker,
                Turn = turn < 0 ? null : turn,
                Lines = new LineSpan(n),
            });
        }

        return segments;
    }

    /// <summary>The best place, or null when it was not found.</summary>
    public static QuotePlace? Check(string said, string quoted, string? speaker = null)
    {
        var segments = Said(said);
        return QuoteJudge.Judge(QuotedText.Parse(quoted), speaker, [new QuoteCandidate(0, 0, 0, segments.Count, segments)], Glossary, SpeakerNames.Plain)
            is [var best, ..] ? best : null;
    }

    public static QuoteVerdict Verdict(string said, string quoted, string? speaker = null) =>
        Check(said, quoted, speaker)?.Verdict ?? QuoteVerdict.NotFound;

    /// <summary>The change that made a quotation altered.</summary>
    public static QuoteChange Change(string said, string quoted) => Check(said, quoted)!.Reading.Differences.Single(d => d.Alters).Change;

    public static ImmutableArray<string> Words(string text) => [.. Core.Text.Words.Of(text).Select(w => w.Folded)];
}
