namespace TalkNotes.Core.Evidence.Details;

/// <summary>Dates that a speaker gives from where they stand: "this year", "September of this year", "last year", "6 months from now".</summary>
internal static class RelativeDates
{
    private const int YearOffsetUnknown = int.MinValue;

    /// <summary>A relative date in spoken words.</summary>
    /// <param name="First">Index of its first word.</param>
    /// <param name="Last">Index of its last word.</param>
    /// <param name="Year">The year it means when the talk's date is known, else null.</param>
    public readonly record struct Found(int First, int Last, int? Year);

    /// <summary>The relative dates among the words, in order.</summary>
    /// <param name="words">Spoken words.</param>
    /// <param name="quantities">Their quantities.</param>
    /// <param name="talk">The talk's date, or null.</param>
    public static IEnumerable<Found> Read(IReadOnlyList<DetailWord> words, IReadOnlyList<Quantity> quantities, DateOnly? talk)
    {
        for (var i = 1; i < words.Count; i++)
        {
            var offset = words[i].Folded != "year" ? YearOffsetUnknown : words[i - 1].Folded switch
            {
                "this" => 0,
                "last" => -1,
                "next" => 1,
                _ => YearOffsetUnknown,
            };
            if (offset != YearOffsetUnknown)
            {
                var first = i >= 3 && words[i - 2].Folded is "of" && Months.IsMonth(words[i - 3].Folded) ? i - 3 : i - 1;
                yield return new Found(first, i, talk?.Year + offset);
            }
        }

        foreach (var span in quantities.Where(q => q.Unit is "month" or "year" && q.Last + 1 < words.Count))
        {
            var after = words[span.Last + 1].Folded;
            var isLater = after == "from" && span.Last + 2 < words.Count && words[span.Last + 2].Folded == "now";
            if (isLater || after == "ago")
            {
                var months = (int)Math.Clamp(span.Value * (span.Unit == "year" ? 12 : 1) * (isLater ? 1 : -1), -1200, 1200);
                yield return new Found(span.First, span.Last + (isLater ? 2 : 1), Shift(talk, months)?.Year);
            }
        }
    }

    private static DateOnly? Shift(DateOnly? date, int months)
    {
        var index = (date?.Year * 12) + date?.Month + months;
        return index is > 24 and < 12 * 9990 ? date!.Value.AddMonths(months) : null;
    }
}
