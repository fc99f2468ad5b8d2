using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace TalkNotes.Core.Documents;

/// <summary>
/// Which claim is which: the words decide, not the place. Case counts, since a name is not a word; typographic
/// quotes, dashes and spacing do not.
/// </summary>
public static class ClaimKey
{
    /// <summary>Number of characters of a public id.</summary>
    public const int PublicIdLength = 10;

    private const string Base32 = "abcdefghijklmnopqrstuvwxyz234567";

    /// <summary>Hash of the folded text, lower-case hexadecimal: finds a claim of a talk again and tells what wording a verdict judged.</summary>
    public static string TextHash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Fold(text))));

    /// <summary>
    /// The id in a claim's address: given once, from talk and wording at first sight, then stored; never worked out again.
    /// </summary>
    /// <param name="talkKey">The <see cref="TalkKey"/> of the source that made the claim first.</param>
    /// <param name="text">The claim.</param>
    /// <param name="attempt">0; counted up when the id is taken.</param>
    /// <returns>Ten characters of a–z and 2–7.</returns>
    public static string PublicId(string talkKey, string text, int attempt = 0)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{talkKey}\n{Fold(text)}\n{(attempt == 0 ? "" : attempt.ToString(CultureInfo.InvariantCulture))}"));
        var bits = BinaryPrimitives.ReadUInt64BigEndian(hash);
        return string.Create(PublicIdLength, bits, static (id, bits) =>
        {
            for (var i = 0; i < id.Length; i++)
            {
                id[i] = Base32[(int)(bits >> (59 - (5 * i))) & 31];
            }
        });
    }

    /// <summary>NFKC, quotes and dashes unified, white space collapsed and trimmed. Superscripts and fractions stay: 10² is not 102.</summary>
    public static string Fold(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var folded = new StringBuilder(text.Length);
        var isSpaceDue = false;
        foreach (var c in Normalized(text))
        {
            if (char.IsWhiteSpace(c))
            {
                isSpaceDue = folded.Length > 0;
                continue;
            }

            if (CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.Format)
            {
                continue; // soft hyphens, zero-width marks
            }

            if (isSpaceDue)
            {
                folded.Append(' ');
                isSpaceDue = false;
            }

            folded.Append(Unified(c));
        }

        return folded.ToString();
    }

    private static char Unified(char c) => c switch
    {
        '‘' or '’' or 'ʻ' or 'ʼ' or '‚' or '‛' or '′' or '`' or '´' => '\'',
        '“' or '”' or '„' or '‟' or '«' or '»' or '″' => '"',
        '‐' or '‑' or '‒' or '–' or '—' or '―' or '−' => '-',
        _ => c,
    };

    private static string Normalized(string text)
    {
        if (Ascii.IsValid(text))
        {
            return text;
        }

        var normalized = new StringBuilder(text.Length);
        var start = 0;
        for (var i = 0; i <= text.Length; i++)
        {
            if (i == text.Length || CharUnicodeInfo.GetUnicodeCategory(text[i]) is UnicodeCategory.OtherNumber)
            {
                normalized.Append(Nfkc(text[start..i]));
                if (i < text.Length)
                {
                    normalized.Append(text[i]);
                }

                start = i + 1;
            }
        }

        return normalized.ToString();
    }

    private static string Nfkc(string text)
    {
        try
        {
            // NFKC takes ´ apart into a blank and an accent; as a quote it is wanted whole.
            return text.Replace('´', '\'').Normalize(NormalizationForm.FormKC);
        }
        catch (ArgumentException)
        {
            return text; // a lone surrogate cannot be normalised
        }
    }
}
