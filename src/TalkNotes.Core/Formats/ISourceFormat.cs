using TalkNotes.Core.Documents;

namespace TalkNotes.Core.Formats;

/// <summary>One kind of talk document. One format is one file; its <see cref="Id"/> never changes.</summary>
public interface ISourceFormat
{
    /// <summary>Permanent kebab-case id (<c>timed-list</c>).</summary>
    string Id { get; }

    /// <summary>Name for people ("Markdown with a timed list").</summary>
    string Name { get; }

    /// <summary>Raised whenever the output for some input changes, so that sources are read again.</summary>
    int Revision { get; }

    /// <summary>How sure this format is of a source, by content alone. Never throws, ignores the file name.</summary>
    FormatMatch Match(SourceText source);

    /// <summary>Understands a source. Content never throws: what is damaged becomes a diagnostic, what is not understood stays free in the ledger.</summary>
    TalkDocument Parse(SourceText source, LineLedger ledger);
}

/// <summary>How sure a format is.</summary>
public enum MatchStrength
{
    /// <summary>Not this format (confidence 0).</summary>
    None,

    /// <summary>Only if nothing else wants it (0.1).</summary>
    Fallback,

    /// <summary>The shape is right (0.6).</summary>
    Likely,

    /// <summary>Marks that only this format has (1).</summary>
    Certain,
}

/// <summary>The answer of <see cref="ISourceFormat.Match"/>.</summary>
/// <param name="Strength">How sure.</param>
/// <param name="Reason">Why, in words a person understands ("1,403 lines '- [mm:ss] text' under front matter").</param>
public readonly record struct FormatMatch(MatchStrength Strength, string Reason)
{
    /// <summary>Not this format.</summary>
    public static readonly FormatMatch None = new(MatchStrength.None, "");

    /// <summary>The contract's <c>confidence</c>: 0, 0.1, 0.6 or 1.</summary>
    public double Confidence => Strength switch
    {
        MatchStrength.Certain => 1,
        MatchStrength.Likely => 0.6,
        MatchStrength.Fallback => 0.1,
        _ => 0,
    };
}
