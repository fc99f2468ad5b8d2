using TalkNotes.Core.Text;

namespace TalkNotes.Core.Evidence;

/// <summary>
/// Passages are ranked by the words as people corrected them, and shown as they are written, since a correction stands
/// beside the words and never in them.
/// </summary>
internal static class AsWritten
{
    /// <summary>The results with the words of their passages as written.</summary>
    /// <param name="results">Ranked over the corrected words.</param>
    /// <param name="segments">The transcript's words as written, with their corrections.</param>
    public static IEnumerable<EvidenceResult> Of(IEnumerable<EvidenceResult> results, IReadOnlyList<(string Text, IReadOnlyList<Reading> Readings)> segments) =>
        segments.Any(s => s.Readings.Count > 0)
            ? results.Select(r => r with { Passages = [.. r.Passages.Select(p => Passage(p, segments))] })
            : results;

    private static EvidencePassage Passage(EvidencePassage passage, IReadOnlyList<(string Text, IReadOnlyList<Reading> Readings)> segments)
    {
        var (text, readings) = Joined([.. segments.Skip(passage.Segments[0]).Take(passage.Segments[1] - passage.Segments[0] + 1)]);
        var at = readings.Count == 0 ? -1 : Readings.Corrected(text, readings).IndexOf(passage.Text, StringComparison.Ordinal);
        if (at < 0)
        {
            return passage;
        }

        var (from, to) = Readings.AsWritten(text, readings, at, at + passage.Text.Length);
        return passage with
        {
            Text = text[from..to],
            Highlights = [.. passage.Highlights.Select(h => Readings.AsWritten(text, readings, at + h[0], at + h[1])).Select(IReadOnlyList<int> (h) => [h.From - from, h.To - from])],
        };
    }

    private static (string Text, List<Reading> Readings) Joined(IReadOnlyList<(string Text, IReadOnlyList<Reading> Readings)> segments)
    {
        var readings = new List<Reading>();
        var at = 0;
        foreach (var segment in segments)
        {
            readings.AddRange(segment.Readings.Select(r => r with { From = r.From + at, To = r.To + at }));
            at += segment.Text.Length + 1;
        }

        return (string.Join(' ', segments.Select(s => s.Text)), readings);
    }
}
