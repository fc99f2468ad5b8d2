using System.Collections.Immutable;

namespace TalkNotes.Evaluation.Quotes;

/// <summary>A quotation with a known answer.</summary>
/// <param name="Kind">What was done to it.</param>
/// <param name="Text">The quotation.</param>
/// <param name="Speaker">The name it is given to, or null.</param>
/// <param name="Expected">Right verdicts, in kebab case.</param>
/// <param name="File">Name of the file where it stands, or null.</param>
/// <param name="Lines">First and last line of each right place.</param>
internal sealed record QuoteCase(string Kind, string Text, string? Speaker, ImmutableArray<string> Expected, string? File, ImmutableArray<(int First, int Last)> Lines);
