namespace TalkNotes.Core.Evidence.Details;

/// <summary>Looks the quantities of a claim up in the spoken words.</summary>
internal static class QuantityCheck
{
    private const double SmallCount = 12;

    /// <summary>The findings with the index of the first word they are about.</summary>
    public static IEnumerable<(int At, DetailFinding Finding)> Check(IReadOnlyList<DetailWord> claim, Func<int, int, string> textOf, IEnumerable<Quantity> quantities, SpokenDetails spoken, SpokenPlaces places, DateOnly? talk)
    {
        foreach (var wanted in quantities.Where(q => !IsPronoun(q)))
        {
            var first = wanted.Kind == QuantityKind.Year ? StartOfDate(claim, wanted.First) : wanted.First;
            var text = textOf(first, wanted.Last);
            var type = TypeOf(wanted);
            if (Find(spoken, places, q => wanted.Agrees(q)) is { } same)
            {
                yield return (first, Finding(text, type, "yes", spoken, same.First, same.Last));
                continue;
            }

            if (IsCountOfTheNote(wanted))
            {
                continue;
            }

            if (wanted.Kind == QuantityKind.Year && RelativeDate(wanted, spoken, places, talk) is { } relative)
            {
                yield return (first, Finding(text, type, relative.Year == (int)wanted.Value ? "yes" : "differs", spoken, relative.First, relative.Last));
                continue;
            }

            var other = Find(spoken, places, q => places.IsNear(spoken.Words[q.First].Place) && IsRival(wanted, q));
            yield return (first, other is { } instead
                ? Finding(text, type, "differs", spoken, instead.First, instead.Last)
                : new DetailFinding(text, type, "no", null, null));
        }
    }

    private static string TypeOf(Quantity quantity) => quantity.Kind switch
    {
        QuantityKind.Percent => "percent",
        QuantityKind.Money => "money",
        QuantityKind.Duration => "duration",
        QuantityKind.Year => "date",
        _ => "number",
    };

    /// <summary>"Three reasons" may be the note's own count of what was said; it is a detail only where the talk gives it.</summary>
    private static bool IsCountOfTheNote(Quantity quantity) =>
        quantity is { Kind: QuantityKind.Number, InDigits: false } && quantity.Value <= SmallCount;

    /// <summary>"One of the reasons" counts nothing.</summary>
    private static bool IsPronoun(Quantity quantity) => quantity is { Kind: QuantityKind.Number, Value: 1, InDigits: false };

    /// <summary>Another value of the same type, so that one may stand for the other.</summary>
    private static bool IsRival(Quantity wanted, Quantity other) =>
        other.Kind == wanted.Kind && (wanted.Kind != QuantityKind.Number || other.InDigits);

    /// <summary>The best place: in the best passages first, then in the order of the talk.</summary>
    private static Quantity? Find(SpokenDetails spoken, SpokenPlaces places, Func<Quantity, bool> accept)
    {
        Quantity? best = null;
        var rank = 0;
        foreach (var quantity in spoken.Quantities.Where(accept))
        {
            var here = places.RankOf(spoken.Words[quantity.First].Place);
            if (best is null || here < rank)
            {
                (best, rank) = (quantity, here);
            }
        }

        return best;
    }

    /// <summary>A relative date that may stand for a year: one that means it, else one in the best passages, else one with a month.</summary>
    private static RelativeDates.Found? RelativeDate(Quantity wanted, SpokenDetails spoken, SpokenPlaces places, DateOnly? talk) =>
        RelativeDates.Read(spoken.Words, spoken.Quantities, talk)
            .OrderBy(d => d.Year == (int)wanted.Value ? 0 : 1)
            .ThenBy(d => places.RankOf(spoken.Words[d.First].Place))
            .ThenBy(d => Months.IsMonth(spoken.Words[d.First].Folded) ? 0 : 1)
            .ThenBy(d => d.First)
            .Select(d => (RelativeDates.Found?)d).FirstOrDefault();

    /// <summary>"late 2024" and "April 11, 2026" are one date each.</summary>
    private static int StartOfDate(IReadOnlyList<DetailWord> claim, int year)
    {
        var first = year;
        if (first > 0 && claim[first - 1].Folded is "early" or "mid" or "late")
        {
            return first - 1;
        }

        if (first > 1 && double.TryParse(claim[first - 1].Folded, out var day) && day is >= 1 and <= 31 && Months.IsMonth(claim[first - 2].Folded))
        {
            return first - 2;
        }

        return first > 0 && Months.IsMonth(claim[first - 1].Folded) ? first - 1 : first;
    }

    private static DetailFinding Finding(string text, string type, string found, SpokenDetails spoken, int first, int last)
    {
        var said = spoken.Text(first, last);
        return new DetailFinding(text, type, found, string.Equals(said, text, StringComparison.OrdinalIgnoreCase) ? null : said, spoken.Lines(first, last));
    }
}
