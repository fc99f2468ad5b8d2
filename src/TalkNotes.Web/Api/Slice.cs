using System.Globalization;
using TalkNotes.Core;

namespace TalkNotes.Web.Api;

/// <summary>Pages of lists by cursor, so that nothing is shown twice or passed over while items come and go.</summary>
internal static class Slice
{
    public const int DefaultLimit = 100;
    public const int MostItems = 500;

    /// <summary>The items after the cursor, and the cursor of the next page; a cursor that is not known asks nothing. For order and place see <see cref="ListCursor"/>.</summary>
    public static (IReadOnlyList<T> Items, string? Next) Of<T>(IReadOnlyList<T> all, string order, Func<T, string> place, string? cursor, int? limit)
    {
        var first = ListCursor.After(all, order, place, cursor) ?? 0;
        var items = all.Skip(first).Take(Math.Clamp(limit ?? DefaultLimit, 1, MostItems)).ToList();
        return (items, first + items.Count < all.Count ? ListCursor.Of(order, place(items[^1])) : null);
    }

    /// <summary>The page of a list, newest first, that a cursor asks for, and how many entries there were at the first page; the first page of all there are now when it is not known.</summary>
    public static (int Page, int? Of) LogOf(string? cursor) => cursor?.Split('-') is [var page, var of] && Number(page) is { } number && Number(of) is { } total ? (number, total) : (1, null);

    /// <summary>The cursor of the page after this one; null on the last one.</summary>
    /// <param name="page">The page.</param>
    /// <param name="pageSize">Entries a page.</param>
    /// <param name="of">How many entries there were at the first page.</param>
    public static string? AfterLog(int page, int pageSize, int of) =>
        (long)page * pageSize < of ? string.Create(CultureInfo.InvariantCulture, $"{page + 1}-{of}") : null;

    private static int? Number(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
