using System.Globalization;
using System.Text;
using TalkNotes.Core.Text;

namespace TalkNotes.Core.Documents;

/// <summary>The readable part of an address: lower-case ASCII letters and digits, words joined by <c>-</c>. Given once, never changed.</summary>
public static class Slug
{
    private const int MaxLength = 80;

    /// <summary>The slug of a title or name.</summary>
    /// <param name="text">As written, any script.</param>
    /// <param name="fallback">Used when the text has no letter of the Latin alphabet and no digit.</param>
    public static string Of(string? text, string fallback)
    {
        var slug = new StringBuilder();
        foreach (var word in Words.Of(text ?? ""))
        {
            var part = string.Concat(word.Folded.Where(c => char.IsAsciiLetterOrDigit(c) || c is '.' or ',')).Replace('.', '-').Replace(',', '-');
            if (part.Length == 0)
            {
                continue;
            }

            if (slug.Length > 0 && slug.Length + 1 + part.Length > MaxLength)
            {
                break;
            }

            slug.Append(slug.Length == 0 ? "" : "-").Append(part.AsSpan(0, Math.Min(part.Length, MaxLength)));
        }

        return slug.Length == 0 ? fallback : slug.ToString();
    }

    /// <summary>The slug itself, or with <c>-2</c>, <c>-3</c> … where it is taken.</summary>
    public static string Free(string slug, Func<string, bool> isTaken)
    {
        ArgumentNullException.ThrowIfNull(isTaken);
        var free = slug;
        for (var n = 2; isTaken(free); n++)
        {
            free = slug + "-" + n.ToString(CultureInfo.InvariantCulture);
        }

        return free;
    }
}
