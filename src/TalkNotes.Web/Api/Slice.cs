using System.Globalization;

namespace TalkNotes.Web.Api;

/// <summary>A page of a list that is in memory, by cursor: the key of the last item that was seen.</summary>
internal static class Slice
{
    public const int DefaultLimit = 100;
    public const int MostItems = 500;

    /// <summary>The items after the cursor, and the cursor of the next page; a key that is not in the list asks nothing.</summary>
    public static (IReadOnlyList<T> Items, string? Next) Of<T>(IReadOnlyList<T> all, Func<T, string> key, string? cursor, int? limit)
    {
        var first = cursor is null ? 0 : all.ToList().FindIndex(item => key(item) == cursor) + 1;
        var items = all.Skip(first).Take(Math.Clamp(limit ?? DefaultLimit, 1, MostItems)).ToList();
        return (items, first + items.Count < all.Count ? key(items[^1]) : null);
    }

    /// <summary>The page that a counting cursor asks for; the first where it is no number.</summary>
    public static int PageOf(string? cursor) => int.TryParse(cursor, NumberStyles.None, CultureInfo.InvariantCulture, out var page) ? page : 1;

    /// <summary>The counting cursor of the page after this one; null on the last one.</summary>
    public static string? AfterPage(int page, int pageSize, int total) =>
        (long)page * pageSize < total ? (page + 1).ToString(CultureInfo.InvariantCulture) : null;
}
