using System.Text;
using TalkNotes.Core.Documents;

namespace TalkNotes.Core.Evidence;

/// <summary>Cuts the words of a passage out of the transcript, exactly as they stand there.</summary>
internal static class PassageCutter
{
    private const int Slack = 2;

    public static EvidencePassage Cut(TranscriptIndex transcript, ClaimQuery claim, Candidate candidate, int rank)
    {
        var (from, to) = Bounds(transcript, candidate.Block);
        var first = transcript.Words[from];
        var last = transcript.Words[to - 1];
        var segments = transcript.Segments;
        var text = new StringBuilder();
        var offsets = new int[last.Segment - first.Segment + 1];
        for (var n = first.Segment; n <= last.Segment; n++)
        {
            var begin = n == first.Segment ? OpeningOf(segments[n].Text, first.Start) : 0;
            var end = n == last.Segment ? ClosingOf(segments[n].Text, last.End) : segments[n].Text.Length;
            if (text.Length > 0)
            {
                text.Append(' ');
            }

            offsets[n - first.Segment] = text.Length - begin;
            text.Append(segments[n].Text, begin, end - begin);
        }

        var wanted = claim.Distinct.ToHashSet(StringComparer.Ordinal);
        var folded = Enumerable.Range(from, to - from).Select(i => transcript.Folded[i]).ToList();
        var highlights = Terms.Of(folded).Where(t => wanted.Contains(t.Text)).Select(t => transcript.Words[from + t.Word])
            .Select(w => (IReadOnlyList<int>)[w.Start + offsets[w.Segment - first.Segment], w.End + offsets[w.Segment - first.Segment]]).ToList();
        var next = last.Segment + 1 < segments.Count ? segments[last.Segment + 1].Start : null;
        return new EvidencePassage(
            rank,
            Math.Round(candidate.Score, 4),
            [first.Segment, last.Segment],
            (long?)segments[first.Segment].Start?.TotalMilliseconds,
            (long?)(segments[last.Segment].End ?? next)?.TotalMilliseconds,
            OneSpeaker(segments, first.Segment, last.Segment),
            text.ToString(),
            highlights,
            new SourcePlace([segments[first.Segment].Lines.First, segments[last.Segment].Lines.Last]));
    }

    /// <summary>The passage's words [from, to), with the few before it that make it begin with a sentence.</summary>
    private static (int From, int To) Bounds(TranscriptIndex transcript, int block)
    {
        var (from, to) = transcript.Shape.WordsOf(block);
        var sentence = transcript.Shape.Sentences.Start(transcript.Shape.Sentences.Of(from));
        return (from - sentence <= Slack ? sentence : from, to);
    }

    private static string? OneSpeaker(IReadOnlyList<Segment> segments, int first, int last)
    {
        for (var n = first + 1; n <= last; n++)
        {
            if (segments[n].Turn != segments[first].Turn || segments[n].Speaker != segments[first].Speaker)
            {
                return null;
            }
        }

        return segments[first].Speaker;
    }

    /// <summary>Where the characters glued to the front of a word begin: an opening quote or bracket.</summary>
    private static int OpeningOf(string text, int start)
    {
        while (start > 0 && !char.IsWhiteSpace(text[start - 1]) && !char.IsLetterOrDigit(text[start - 1]))
        {
            start--;
        }

        return start;
    }

    /// <summary>Where the characters glued to the end of a word end: its full stop, a closing quote.</summary>
    private static int ClosingOf(string text, int end)
    {
        while (end < text.Length && !char.IsWhiteSpace(text[end]) && !char.IsLetterOrDigit(text[end]))
        {
            end++;
        }

        return end;
    }
}
