using TalkNotes.Core.Text;

namespace TalkNotes.Core.Talks;

/// <summary>Finds words in one transcript, across caption lines, without regard to case, accents and punctuation.</summary>
public static class TranscriptFind
{
    /// <summary>Places where the words of <paramref name="query"/> stand in a row.</summary>
    /// <param name="segments">The transcript, in reading order.</param>
    /// <param name="query">What to find; its punctuation does not matter.</param>
    /// <param name="wholeWords">False while somebody may still be typing: then the last word may be the beginning of a longer one.</param>
    /// <returns>In reading order; matches do not overlap. Empty when the query has no words.</returns>
    public static IReadOnlyList<TranscriptMatch> Matches(IReadOnlyList<TranscriptSegment> segments, string? query, bool wholeWords = false)
    {
        ArgumentNullException.ThrowIfNull(segments);
        var wanted = Words.Of(query ?? "").Select(w => w.Folded).ToList();
        if (wanted.Count == 0)
        {
            return [];
        }

        var matches = Find(wanted, segments.SelectMany(s => Words.Of(s.Text).Select(w => (s.N, Word: w))).ToList(), wholeWords);
        if (segments.Any(s => s.Corrections is not null))
        {
            // Words that a person put right are found in either form.
            var corrected = Find(wanted, segments.SelectMany(s => Readings.Words(s.Text, s.Corrections ?? []).Select(w => (s.N, Word: w))).ToList(), wholeWords);
            var known = matches.Select(m => (m.Parts[0].Segment, m.Parts[0].From)).ToHashSet();
            matches.AddRange(corrected.Where(m => known.Add((m.Parts[0].Segment, m.Parts[0].From))));
            matches.Sort((a, b) => (a.Parts[0].Segment, a.Parts[0].From).CompareTo((b.Parts[0].Segment, b.Parts[0].From)));
        }

        return matches;
    }

    private static List<TranscriptMatch> Find(List<string> wanted, List<(int N, Word Word)> words, bool wholeWords)
    {
        var matches = new List<TranscriptMatch>();
        for (var i = 0; i + wanted.Count <= words.Count; i++)
        {
            if (!StandsAt(i))
            {
                continue;
            }

            var parts = words.Skip(i).Take(wanted.Count).GroupBy(w => w.N)
                .Select(g => new TranscriptMatchPart(g.Key, g.First().Word.Start, g.Last().Word.End)).ToList();
            matches.Add(new TranscriptMatch(parts));
            i += wanted.Count - 1;
        }

        return matches;

        bool StandsAt(int at)
        {
            for (var w = 0; w < wanted.Count; w++)
            {
                var word = words[at + w].Word.Folded;
                var fits = w == wanted.Count - 1 && !wholeWords ? word.StartsWith(wanted[w], StringComparison.Ordinal) : word == wanted[w];
                if (!fits)
                {
                    return false;
                }
            }

            return true;
        }
    }
}

/// <summary>One place found; it may run over several segments.</summary>
/// <param name="Parts">Its parts, in order; at least one.</param>
public sealed record TranscriptMatch(IReadOnlyList<TranscriptMatchPart> Parts);

/// <summary>The part of a match that lies in one segment.</summary>
/// <param name="Segment">Number of the segment.</param>
/// <param name="From">Where it begins in the segment's text.</param>
/// <param name="To">Where it ends, exclusive.</param>
public readonly record struct TranscriptMatchPart(int Segment, int From, int To);
