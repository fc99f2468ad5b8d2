namespace TalkNotes.Core.Quotes;

/// <summary>What became of a quotation; JSON writes the names in kebab case.</summary>
public enum QuoteVerdict
{
    /// <summary>The same words; case, punctuation, typography and line breaks aside. Marked omissions are allowed.</summary>
    Verbatim,

    /// <summary>Only fillers, stutters, false starts, contractions, number format, glossary spellings or marked insertions differ.</summary>
    NearVerbatim,

    /// <summary>Another word differs, was added, or is missing without an ellipsis.</summary>
    Altered,

    /// <summary>Said, but by another speaker than the one named; only where the source marks speakers.</summary>
    Misattributed,

    /// <summary>No passage has these words.</summary>
    NotFound,
}

/// <summary>What a stretch of the word difference does, seen from what was said.</summary>
public enum QuoteOp
{
    /// <summary>The same words on both sides.</summary>
    Equal,

    /// <summary>Words of the quotation that were not said.</summary>
    Insert,

    /// <summary>Words that were said and are missing from the quotation.</summary>
    Delete,

    /// <summary>Words that stand for others.</summary>
    Replace,
}

/// <summary>Why a stretch differs. Up to <see cref="Bracketed"/> the difference is harmless; from <see cref="Word"/> on it makes a quotation altered.</summary>
public enum QuoteChange
{
    /// <summary>Nothing differs.</summary>
    None,

    /// <summary>Left out behind an ellipsis.</summary>
    Hidden,

    /// <summary>A transcriber's remark such as [laughs]: nobody said it.</summary>
    Aside,

    /// <summary>Uh, um, you know, like, I mean …</summary>
    Filler,

    /// <summary>Words said twice in a row.</summary>
    Stutter,

    /// <summary>A beginning that the speaker gave up and began anew.</summary>
    FalseStart,

    /// <summary>Contracted or written out.</summary>
    Contraction,

    /// <summary>Digits or words for the same number.</summary>
    NumberFormat,

    /// <summary>Another spelling of the same word or of a glossary entry.</summary>
    Spelling,

    /// <summary>An insertion or change that square brackets mark.</summary>
    Bracketed,

    /// <summary>A word that carries content differs, is missing or was added.</summary>
    Word,

    /// <summary>A name differs.</summary>
    Name,

    /// <summary>A unit differs: percent, dollars, weeks.</summary>
    Unit,

    /// <summary>A comparison differs: more, less, better, at least.</summary>
    Comparative,

    /// <summary>A number differs.</summary>
    Number,

    /// <summary>A negation was added, dropped or moved.</summary>
    Negation,
}
