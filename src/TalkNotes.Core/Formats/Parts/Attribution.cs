namespace TalkNotes.Core.Formats.Parts;

/// <summary>Takes a quote apart: the words, and the name at their end (<c>… to some degree. Jakub Pachocki</c>, <c>“…” — Jakub Pachocki</c>).</summary>
internal static class Attribution
{
    private const string Dashes = "—–―-~";
    private const string Opening = "\"“«「『";
    private const string Closing = "\"”»」』";

    /// <summary>Reads a line as a quote.</summary>
    /// <param name="line">The line without bullet.</param>
    /// <param name="words">The words without quotation marks around them.</param>
    /// <param name="name">To whom they are attributed; null when only quotation marks show that it is a quote.</param>
    /// <returns>False when nothing shows that the line quotes somebody.</returns>
    public static bool TrySplit(string line, out string words, out string? name)
    {
        var text = line.Trim().TrimStart('>').Trim();
        (words, name) = (text, null);
        for (var end = text.Length - 1; end > 0 && text.Length - end < 60; end--)
        {
            if (".!?…。！？".Contains(text[end - 1]) || Closing.Contains(text[end - 1]))
            {
                var tail = text[end..].Trim();
                var behindDash = tail.TrimStart(Dashes.ToCharArray()).Trim();
                if (tail.Length == 0)
                {
                    break;
                }

                if (IsPerson(behindDash, isMarked: behindDash.Length < tail.Length))
                {
                    (words, name) = (Unquoted(text[..end]), behindDash);
                    return true;
                }

                break;
            }
        }

        if (text.Length > 2 && Opening.Contains(text[0]) && Closing.Contains(text[^1]))
        {
            words = Unquoted(text);
            return true;
        }

        return false;
    }

    /// <summary>Two to five words with capitals; behind a dash also one, and a role behind a comma.</summary>
    private static bool IsPerson(string text, bool isMarked)
    {
        var name = isMarked ? text.Split(',')[0] : text;
        var words = name.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length;
        return (isMarked ? words >= 1 : words >= 2) && words <= 5 && SpeakerLabel.HasShape(name) && SpeakerLabel.IsName(name);
    }

    private static string Unquoted(string text)
    {
        text = text.Trim();
        return text.Length > 2 && Opening.Contains(text[0]) && Closing.Contains(text[^1]) ? text[1..^1].Trim() : text;
    }
}
