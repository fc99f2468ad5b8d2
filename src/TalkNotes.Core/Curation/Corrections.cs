namespace TalkNotes.Core.Curation;

// What a person put right, by kind; the columns of the row beside it say whom and which talk it is about.

/// <summary>One thing that a person put right.</summary>
internal abstract record Correction;

/// <summary>A fact of a talk.</summary>
/// <param name="Field">A word of <see cref="TalkFields"/>.</param>
/// <param name="Value">What it is; null says that nobody knows.</param>
/// <param name="Before">What stood there.</param>
internal sealed record FieldCorrection(string Field, string? Value, string? Before) : Correction;

/// <summary>The topics of a talk, all of them.</summary>
internal sealed record TopicsCorrection(IReadOnlyList<string> Topics, IReadOnlyList<string> Before) : Correction;

/// <summary>Whether somebody takes part in a talk, and as what.</summary>
/// <param name="TakesPart">False says that the sources are wrong about it.</param>
/// <param name="Role"><c>host</c>, <c>guest</c>, or null for neither.</param>
internal sealed record PartCorrection(bool TakesPart, string? Role) : Correction;

/// <summary>What somebody is called.</summary>
internal sealed record RenameCorrection(string Name, string Before) : Correction;

/// <summary>Another name of somebody.</summary>
internal sealed record AliasCorrection(string Name) : Correction;

/// <summary>Two speakers are one person.</summary>
internal sealed record MergeCorrection : Correction;

/// <summary>In this talk the name stands for another person.</summary>
internal sealed record SplitCorrection : Correction;

/// <summary>Who speaks under a label of a talk.</summary>
/// <param name="Label">As written.</param>
internal sealed record LabelCorrection(string Label) : Correction;

/// <summary>Who speaks in a range of segments.</summary>
internal sealed record TurnsCorrection(SegmentAnchor At) : Correction;

/// <summary>Words that were misheard.</summary>
/// <param name="Heard">As written.</param>
/// <param name="Said">As it should read.</param>
/// <param name="At">The one place; null for every place of the talk, or of the library.</param>
internal sealed record WordsCorrection(string Heard, string Said, WordsAnchor? At) : Correction;

/// <summary>Which transcript of a talk counts.</summary>
internal sealed record PrimaryCorrection(int Source, int? Before) : Correction;

/// <summary>Two talks are one; the sources and claims that moved.</summary>
internal sealed record SameTalkCorrection(IReadOnlyList<int> Sources, IReadOnlyList<int> Claims) : Correction;

/// <summary>Two talks are not one, whatever their words have in common.</summary>
internal sealed record DifferentTalksCorrection : Correction;

/// <summary>Takes another correction back.</summary>
internal sealed record UndoCorrection : Correction;

/// <summary>A range of segments, with the words it begins and ends with, so that it is found again in an edited file.</summary>
internal sealed record SegmentAnchor(int Source, int First, int Last, string FirstText, string LastText);

/// <summary>Words within a range of segments.</summary>
/// <param name="Segments">The range.</param>
/// <param name="From">Where they begin in the first segment.</param>
/// <param name="To">Where they end in the last segment, exclusive.</param>
internal sealed record WordsAnchor(SegmentAnchor Segments, int From, int To);
