namespace TalkNotes.Core.Quotes;

/// <summary>The strongest punctuation between two words.</summary>
internal enum Pause
{
    None,
    Comma,
    Stop,
}

/// <summary>One comparable word of a text.</summary>
/// <param name="Key">Folded form; initials without their points (<c>us</c> for U.S.); a sign that is read aloud is a word (<c>$</c>, <c>%</c>, <c>and</c> for &amp;).</param>
/// <param name="Start">UTF-16 offset into the text.</param>
/// <param name="End">Offset after the last unit.</param>
internal readonly record struct QuoteToken(string Key, int Start, int End)
{
    /// <summary>Punctuation between the word before and this one; <see cref="Pause.Stop"/> at the beginning of a text.</summary>
    public Pause Before { get; init; }

    /// <summary>Punctuation between this word and the next; <see cref="Pause.Stop"/> at the end of a text.</summary>
    public Pause After { get; init; }

    /// <summary>Whether it stands in square brackets, or is a parenthesised noise such as (laughs).</summary>
    public bool Bracketed { get; init; }

    /// <summary>Whether it breaks off: a hyphen or dash follows at once ("th- the").</summary>
    public bool Broken { get; init; }

    /// <summary>The one mark that stands between this word and the next, without a blank ("20-30", "8:30"); else NUL.</summary>
    public char Link { get; init; }

    /// <summary>Whether it begins with a capital letter.</summary>
    public bool Capital { get; init; }
}
