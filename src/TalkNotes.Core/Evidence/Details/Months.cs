namespace TalkNotes.Core.Evidence.Details;

/// <summary>English names of months.</summary>
internal static class Months
{
    private static readonly string[] Names =
        ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"];

    /// <summary>Whether a folded word is a month's name or its usual short form (<c>sept</c>).</summary>
    public static bool IsMonth(string folded) => Number(folded) > 0;

    /// <summary>1 to 12, or 0 when it is no month.</summary>
    public static int Number(string folded) =>
        folded.Length < 3 ? 0 : 1 + Array.FindIndex(Names, n => n == folded || (folded.Length is 3 or 4 && n.StartsWith(folded, StringComparison.Ordinal)));
}
