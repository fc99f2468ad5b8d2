using System.Collections.Immutable;

namespace TalkNotes.Core.Text;

/// <summary>A name or term of the field and how else it is written.</summary>
public sealed record GlossaryEntry
{
    /// <summary>The right spelling (<c>SWE-bench</c>).</summary>
    public required string Term { get; init; }

    /// <summary>What it is (<c>person</c>, <c>model</c>, <c>company</c>, <c>product</c>, <c>benchmark</c>, <c>term</c>), or null.</summary>
    public string? Kind { get; init; }

    /// <summary>Other right spellings and names of the same thing; they lead to it and to each other.</summary>
    public ImmutableArray<string> Also { get; init; } = [];

    /// <summary>How captions mishear it. Found when the term is asked for; a question in these words is answered as it stands.</summary>
    public ImmutableArray<string> Heard { get; init; } = [];

    /// <summary>Short forms that mean it only in a talk that names it in full somewhere (<c>41</c> for <c>GPT-4.1</c>).</summary>
    public ImmutableArray<string> Short { get; init; } = [];

    /// <summary>The term and its other right spellings.</summary>
    public IEnumerable<string> Names => Also.Prepend(Term);
}

/// <summary>How a text's words stand for an entry.</summary>
public enum GlossaryForm
{
    /// <summary>A right spelling.</summary>
    Name,

    /// <summary>A form that captions mishear.</summary>
    Heard,

    /// <summary>A short form.</summary>
    Short,
}

/// <summary>Words of a text that stand for an entry.</summary>
/// <param name="Entry">The entry.</param>
/// <param name="Form">How they stand for it.</param>
/// <param name="First">Index of the first word.</param>
/// <param name="Count">Number of words.</param>
public readonly record struct GlossaryMatch(GlossaryEntry Entry, GlossaryForm Form, int First, int Count);
