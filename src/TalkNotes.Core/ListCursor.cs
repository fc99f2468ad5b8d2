using System.Buffers.Text;
using System.Text;

namespace TalkNotes.Core;

/// <summary>
/// Cursors of lists that are in memory. A cursor holds the place of the item that was seen last, not the item: the list goes on
/// behind that place also when the item has left the list since, or stands elsewhere now.
/// </summary>
public static class ListCursor
{
    /// <summary>The cursor of the items behind a place.</summary>
    /// <param name="order">Name of the list's order; a cursor of another order is not known.</param>
    /// <param name="place">Text that sorts, by the numbers of its characters, as the items do; no two items have the same.</param>
    public static string Of(string order, string place) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(Text(order, place)));

    /// <summary>Index of the first item behind the place of a cursor; null for a cursor that is not known, or none.</summary>
    /// <param name="items">The list in its order.</param>
    /// <param name="order">Name of the order.</param>
    /// <param name="place">Place of an item, as for <see cref="Of"/>.</param>
    /// <param name="cursor">What <see cref="Of"/> gave.</param>
    public static int? After<T>(IReadOnlyList<T> items, string order, Func<T, string> place, string? cursor)
    {
        ArgumentNullException.ThrowIfNull(items);
        ArgumentNullException.ThrowIfNull(place);
        if (cursor is null || !Base64Url.IsValid(cursor))
        {
            return null;
        }

        var seen = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(cursor));
        if (!seen.StartsWith(Text(order, ""), StringComparison.Ordinal))
        {
            return null;
        }

        var (first, end) = (0, items.Count);
        while (first < end)
        {
            var middle = (first + end) / 2;
            (first, end) = string.CompareOrdinal(Text(order, place(items[middle])), seen) > 0 ? (first, middle) : (middle + 1, end);
        }

        return first;
    }

    private static string Text(string order, string place) => order + "\n" + place;
}
