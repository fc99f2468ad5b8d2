using System.Globalization;
using TalkNotes.Core.Text;

namespace TalkNotes.Core.Claims;

/// <summary>The date that a prediction names: "by March 2028", "before 2030".</summary>
internal static class DueDates
{
    private static readonly string[] Months =
    [
        "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december",
    ];

    /// <summary>Last day of the latest month or year that the text names with its year; null when it names none.</summary>
    public static DateOnly? Of(string text)
    {
        var words = Words.Of(text);
        DateOnly? latest = null;
        for (var i = 0; i < words.Count; i++)
        {
            if (words[i].Folded.Length == 4 && int.TryParse(words[i].Folded, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is > 1900 and < 2200)
            {
                var month = i > 0 ? MonthOf(words[i - 1].Folded) : null;
                var last = new DateOnly(year, month ?? 12, 1).AddMonths(1).AddDays(-1);
                latest = latest > last ? latest : last;
            }
        }

        return latest;
    }

    private static int? MonthOf(string word)
    {
        var month = Array.FindIndex(Months, m => m == word || (word.Length is 3 or 4 && m.StartsWith(word, StringComparison.Ordinal)));
        return month < 0 ? null : month + 1;
    }
}
