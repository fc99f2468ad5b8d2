using TalkNotes.Core.Text;

namespace TalkNotes.Core.Search;

/// <summary>Words of a text that satisfy a unit.</summary>
/// <param name="Unit">Index of the unit.</param>
/// <param name="First">Index of the first token.</param>
/// <param name="Last">Index of the last token.</param>
/// <param name="Kind">How.</param>
internal readonly record struct Occurrence(int Unit, int First, int Last, MatchKind Kind);

/// <summary>Where a text satisfies a tier.</summary>
/// <param name="Found">The occurrences that make the hit, in order, without overlaps.</param>
/// <param name="First">Index of the first token.</param>
/// <param name="Last">Index of the last token.</param>
/// <param name="Satisfied">Number of units satisfied.</param>
internal sealed record TextMatch(List<Occurrence> Found, int First, int Last, int Satisfied);

/// <summary>Finds the words again that the index found: the index names the passage, this names the words.</summary>
internal static class TextMatcher
{
    private static readonly HashSet<string> Measures = new(
        "percent year years month months week weeks day days hour hours minute minutes second seconds people million billion trillion dollars".Split(' '),
        StringComparer.Ordinal);

    /// <summary>Where the text satisfies the tier; null when it does not.</summary>
    public static TextMatch? Find(string text, List<Token> tokens, SearchTier tier)
    {
        var all = Occurrences(text, tokens, tier);
        if (all.Count == 0)
        {
            return null;
        }

        if (tier.IsOneThing)
        {
            var found = WithoutOverlaps(all);
            return new TextMatch(found, found[0].First, found[^1].Last, 1);
        }

        var satisfied = all.Select(o => o.Unit).Distinct().Count();
        if (satisfied < tier.Units.Length && !tier.IsPartial)
        {
            return null;
        }

        var (first, last) = Tightest(all, satisfied);
        var inside = WithoutOverlaps(all.Where(o => o.First >= first && o.Last <= last).ToList());
        return new TextMatch(inside, first, last, satisfied);
    }

    /// <summary>Every occurrence of every unit, in order; they may overlap.</summary>
    public static List<Occurrence> Occurrences(string text, List<Token> tokens, SearchTier tier)
    {
        var all = new List<Occurrence>();
        for (var u = 0; u < tier.Units.Length; u++)
        {
            Collect(all, text, tokens, tier.Units[u], u);
        }

        all.Sort((a, b) => a.First != b.First ? a.First.CompareTo(b.First)
            : a.Last != b.Last ? b.Last.CompareTo(a.Last) : a.Kind.CompareTo(b.Kind));
        return all;
    }

    private static void Collect(List<Occurrence> all, string text, List<Token> tokens, SearchUnit unit, int index)
    {
        foreach (var form in unit.Forms)
        {
            for (var i = 0; i + form.Words.Length <= tokens.Count; i++)
            {
                if (StandsAt(tokens, i, form) && (form.Kind < MatchKind.Short || !IsQuantity(text, tokens, i, form.Words.Length)))
                {
                    all.Add(new Occurrence(index, i, i + form.Words.Length - 1, form.Kind));
                }
            }
        }

        if (!unit.Near.IsEmpty)
        {
            CollectNear(all, text, tokens, unit, index);
        }
    }

    private static void CollectNear(List<Occurrence> all, string text, List<Token> tokens, SearchUnit unit, int index)
    {
        var parts = new List<Occurrence>();
        for (var p = 0; p < unit.Near.Length; p++)
        {
            Collect(parts, text, tokens, unit.Near[p], p);
        }

        parts.Sort((a, b) => a.First.CompareTo(b.First));
        if (parts.Select(p => p.Unit).Distinct().Count() < unit.Near.Length)
        {
            return;
        }

        var (first, last) = Tightest(parts, unit.Near.Length);
        all.AddRange(parts.Where(p => p.First >= first && p.Last <= last).Select(p => p with { Unit = index }));
    }

    private static bool StandsAt(List<Token> tokens, int start, UnitForm form)
    {
        for (var i = 0; i < form.Words.Length; i++)
        {
            var token = tokens[start + i];
            var same = form.IsPrefix ? token.Form.StartsWith(form.Words[i], StringComparison.Ordinal)
                : string.Equals(form.IsStem ? token.Stem : token.Form, form.Words[i], StringComparison.Ordinal);
            if (!same)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether a bare number counts or measures something, so that no model is meant: <c>41%</c>, <c>$41</c>, <c>41 years</c>, <c>3:41</c>.</summary>
    private static bool IsQuantity(string text, List<Token> tokens, int first, int count)
    {
        var (start, end) = (tokens[first].Start, tokens[first + count - 1].End);
        var before = start > 0 ? text[start - 1] : ' ';
        var after = end < text.Length ? text[end] : ' ';
        return before is '$' or '€' or '£' or ':' || after is '%' or ':'
            || (first + count < tokens.Count && Measures.Contains(tokens[first + count].Form));
    }

    /// <summary>The shortest stretch that holds as many units as there are.</summary>
    private static (int First, int Last) Tightest(List<Occurrence> sorted, int units)
    {
        var counts = new Dictionary<int, int>();
        var best = (First: sorted[0].First, Last: sorted.Max(o => o.Last));
        var left = 0;
        for (var right = 0; right < sorted.Count; right++)
        {
            counts[sorted[right].Unit] = counts.GetValueOrDefault(sorted[right].Unit) + 1;
            while (counts.Count == units)
            {
                var last = sorted[left].Last;
                for (var k = left; k <= right; k++)
                {
                    last = Math.Max(last, sorted[k].Last);
                }

                if (last - sorted[left].First < best.Last - best.First)
                {
                    best = (sorted[left].First, last);
                }

                if (--counts[sorted[left].Unit] == 0)
                {
                    counts.Remove(sorted[left].Unit);
                }

                left++;
            }
        }

        return best;
    }

    private static List<Occurrence> WithoutOverlaps(List<Occurrence> sorted)
    {
        var kept = new List<Occurrence>();
        foreach (var occurrence in sorted)
        {
            if (kept.Count == 0 || occurrence.First > kept[^1].Last)
            {
                kept.Add(occurrence);
            }
        }

        return kept;
    }
}
