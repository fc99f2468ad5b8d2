using System.Globalization;

namespace TalkNotes.Core.Search;

/// <summary>A year, a month or a day as days.</summary>
/// <param name="First">The first day.</param>
/// <param name="Last">The last day, included.</param>
internal readonly record struct DateRange(DateOnly First, DateOnly Last)
{
    /// <summary>Reads <c>2025</c>, <c>2025-05</c> or <c>2025-05-01</c>.</summary>
    public static bool TryParse(string text, out DateRange range)
    {
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            range = new DateRange(day, day);
            return true;
        }

        if (DateOnly.TryParseExact(text, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var month))
        {
            range = new DateRange(month, new DateOnly(month.Year, month.Month, DateTime.DaysInMonth(month.Year, month.Month)));
            return true;
        }

        if (DateOnly.TryParseExact(text, "yyyy", CultureInfo.InvariantCulture, DateTimeStyles.None, out var year))
        {
            range = new DateRange(year, new DateOnly(year.Year, 12, 31));
            return true;
        }

        range = default;
        return false;
    }

    /// <summary>Whether a known date lies inside.</summary>
    public bool Contains(DateOnly? date) => date >= First && date <= Last;
}
