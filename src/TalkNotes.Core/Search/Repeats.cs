namespace TalkNotes.Core.Search;

/// <summary>
/// Finds hits from a cold open, a teaser cut from later in the same talk, by the words around the match. The later
/// place is the one in context, so the teaser points at it.
/// </summary>
internal static class Repeats
{
    private const int Around = 14;
    private const int FewestShared = 5;

    /// <summary>A teaser stands within this part of the talk's beginning.</summary>
    private const double Opening = 0.1;

    public static List<SearchHit> Mark(List<SearchHit> hits, IReadOnlyList<LocatedHit> located, Func<int, int> segmentCount)
    {
        for (var i = 0; i < hits.Count; i++)
        {
            var row = located[i].Passage.Row;
            if (hits[i].Segments is not [var segment, _] || row.Origin != "spoken" || segment > Opening * segmentCount(row.SourceId!.Value))
            {
                continue;
            }

            var words = WordsAround(located[i]);
            for (var j = 0; j < hits.Count; j++)
            {
                var isLater = located[j].Passage.Row.SourceId == row.SourceId && located[j].Passage.Row.Origin == "spoken" && hits[j].Segments![0] > hits[i].Segments![1];
                if (isLater && hits[i].Repeats is null && Same(words, WordsAround(located[j])))
                {
                    hits[i] = hits[i] with { Repeats = j };
                }
            }
        }

        return hits;
    }

    /// <summary>Runs of three words around the match.</summary>
    private static HashSet<string> WordsAround(LocatedHit hit)
    {
        var tokens = hit.Passage.Tokens;
        var first = Math.Max(0, (hit.Match?.First ?? 0) - Around);
        var end = Math.Min(tokens.Count, (hit.Match?.Last ?? tokens.Count) + Around + 1);
        return Enumerable.Range(first, Math.Max(0, end - first - 2)).Select(i => $"{tokens[i].Form} {tokens[i + 1].Form} {tokens[i + 2].Form}").ToHashSet(StringComparer.Ordinal);
    }

    private static bool Same(HashSet<string> a, HashSet<string> b)
    {
        var shared = a.Count(b.Contains);
        return shared >= FewestShared && shared * 2 >= Math.Min(a.Count, b.Count);
    }
}
