namespace TalkNotes.Core.Quotes;

/// <summary>What a step of an alignment does.</summary>
internal enum StepKind
{
    /// <summary>The same word on both sides.</summary>
    Same,

    /// <summary>Two ways to write the same.</summary>
    Alike,

    /// <summary>One word for another.</summary>
    Changed,

    /// <summary>Said, not quoted.</summary>
    Missing,

    /// <summary>Said, not quoted, behind an ellipsis.</summary>
    Hidden,

    /// <summary>Quoted, not said.</summary>
    Added,
}

/// <summary>One step of an alignment: the words it takes from either side, and for <see cref="StepKind.Alike"/> why they are alike.</summary>
internal readonly record struct Step(StepKind Kind, int Said, int SaidCount, int Quoted, int QuotedCount, QuoteChange Why = QuoteChange.None);
