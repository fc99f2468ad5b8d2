using System.Globalization;
using TalkNotes.Core.Documents;

namespace TalkNotes.Core.Claims;

/// <summary>
/// The short way to write evidence, on the command line and in forms: <c>118-124</c> or <c>s118-s124</c> (segments),
/// <c>1:58</c> or <c>1:58-2:12</c> (a moment in the recording), <c>https://…</c> (a page).
/// </summary>
public static class EvidenceNotation
{
    /// <summary>Reads one piece of evidence; never fails, what cannot be read becomes <see cref="UnreadableEvidence"/>.</summary>
    /// <param name="text">The notation.</param>
    /// <param name="stance">A word of <see cref="Stance"/>, or null.</param>
    /// <param name="heard">The words heard, for a moment.</param>
    /// <param name="note">What it shows, for a page.</param>
    /// <param name="today">The day on which a page was read.</param>
    public static EvidenceDraft Parse(string text, string? stance, string? heard, string? note, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(text);
        text = text.Trim();
        var evidence = Read(text, heard, today) with { Stance = stance };
        return evidence is UrlEvidence ? evidence with { Note = note } : evidence;
    }

    private static EvidenceDraft Read(string text, string? heard, DateOnly today)
    {
        if (text.Contains("://", StringComparison.Ordinal))
        {
            return new UrlEvidence(text, today);
        }

        var dash = text.AsSpan().IndexOfAny('-', '–');
        var first = dash < 0 ? text : text[..dash].Trim();
        var last = dash < 0 ? first : text[(dash + 1)..].Trim();
        if (Number(first) is { } a && Number(last) is { } b)
        {
            return new SegmentsEvidence(a, b);
        }

        if (Timestamp.TryParse(first, out var start) && Timestamp.TryParse(last, out var end))
        {
            return new MomentEvidence(start, dash < 0 ? null : end, heard ?? "");
        }

        return new UnreadableEvidence(text);
    }

    private static int? Number(string text)
    {
        var digits = text.StartsWith('s') ? text.AsSpan(1) : text;
        return int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
    }
}
