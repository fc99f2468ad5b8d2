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
    /// <param name="kind">What it is the slug of (<c>talk</c>): where the text has neither a Latin letter nor a digit, the slug is this and a hash.</param>
    /// <param name="key">Identity of the thing; the hash is taken of it.</param>
    public static string Of(string? text, string kind, string key)
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

        return slug.Length == 0 ? $"{kind}-{ClaimKey.PublicId(key, kind)[..6]}" : slug.ToString();
    }

    /// <summary>The slug itself, or with <c>-2</c>, <c>-3</c> … where it is taken.</summary>
    public static string Free(string slug, Func<string, bool> isTaken)
    {
        ArgumentNullException.ThrowIfNull(isTaken);
        var number = 1;
        while (isTaken(Numbered(slug, number)))
        {
            number++;
        }

        return Numbered(slug, number);
    }

    /// <summary>The slug itself for 1, with <c>-2</c>, <c>-3</c> … for more.</summary>
    public static string Numbered(string slug, int number) => number == 1 ? slug : slug + "-" + number.ToString(CultureInfo.InvariantCulture);
}
