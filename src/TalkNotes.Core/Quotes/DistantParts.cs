using TalkNotes.Core.Quotes.Archive;

namespace TalkNotes.Core.Quotes;

/// <summary>
/// Looks for a quotation whose ellipsis hides more than a window of the archive spans: its parts one by one, in one
/// talk and in order. Each part must be long enough to be looked for by itself, since shorter ones stand anywhere.
/// </summary>
internal static class DistantParts
{
    private const int MostTalks = 4;
    private const int MostPlacesOfAPart = 4;

    /// <summary>The ways in which the parts stand in a talk, each as stretches of one transcript that do not touch.</summary>
    /// <param name="quoted">The quotation.</param>
    /// <param name="find">Finds the places of a part, in one talk or where the question looks.</param>
    public static async Task<IReadOnlyList<IReadOnlyList<SpokenPlace>>> FindAsync(QuotedText quoted, Func<QuotedText, int?, Task<List<SpokenPlace>>> find)
    {
        var parts = Parts(quoted);
        if (parts.Count < 2)
        {
            return [];
        }

        var found = new List<IReadOnlyList<SpokenPlace>>();
        var longest = parts.MaxBy(p => p.WordCount)!;
        foreach (var talk in (await find(longest, null)).Select(p => p.TalkId).Distinct().Take(MostTalks))
        {
            var places = new List<List<SpokenPlace>>();
            foreach (var part in parts)
            {
                places.Add([.. (await find(part, talk)).Take(MostPlacesOfAPart)]);
            }

            found.AddRange(places[0].Select(first => Chain(first, places)).OfType<List<SpokenPlace>>().Where(chain => chain.Count > 1));
        }

        return found;
    }

    /// <summary>Cuts at ellipses, wherever both sides are long enough.</summary>
    private static List<QuotedText> Parts(QuotedText quoted)
    {
        var parts = new List<QuotedText>();
        var (first, count) = (0, quoted.Tokens.Count);
        for (var i = 1; i <= count; i++)
        {
            if (i == count || (quoted.GapBefore[i] && Count(first, i) >= QuoteCheck.FewestWords && Count(i, count) >= QuoteCheck.FewestWords))
            {
                parts.Add(QuotedText.Parse(quoted.Slice(first, i)));
                first = i;
            }
        }

        return parts;

        int Count(int from, int end) => quoted.Tokens.Skip(from).Take(end - from).Count(t => !t.Bracketed);
    }

    /// <summary>From the first part on, each next one where it stands nearest behind; null when one stands nowhere behind.</summary>
    private static List<SpokenPlace>? Chain(SpokenPlace first, List<List<SpokenPlace>> places)
    {
        var chain = new List<SpokenPlace> { first };
        foreach (var part in places.Skip(1))
        {
            var last = chain[^1];
            var behind = part.Where(p => p.SourceId == last.SourceId && p.LastSegment >= last.LastSegment).OrderBy(p => p.FirstSegment).Take(1).ToList();
            if (behind.Count == 0)
            {
                return null;
            }

            if (behind[0].FirstSegment <= last.LastSegment + 1)
            {
                chain[^1] = last with { LastSegment = behind[0].LastSegment }; // they touch
            }
            else
            {
                chain.Add(behind[0]);
            }
        }

        return chain;
    }
}
