namespace TalkNotes.Core.Evidence;

/// <summary>One claim of a note, for checking against a transcript.</summary>
/// <param name="Id">The claim's id, or its number in a list.</param>
/// <param name="Text">The claim without bullet and marker.</param>
public sealed record ClaimText(string Id, string Text);

/// <summary>What the spoken words hold for one claim. It orders a person's work; it is no verdict.</summary>
/// <param name="Id">As given.</param>
/// <param name="Claim">The claim's text.</param>
/// <param name="Suggestion"><c>supported</c>, <c>partly</c> or <c>not-found</c>: how much of the claim the best passages hold. It orders the queue and is never shown as a verdict.</param>
/// <param name="Passages">At most ten, best first; empty when no word of the claim was spoken.</param>
/// <param name="Details">Each number, date, amount, model and name of the claim, looked up in the spoken words, in the order of the claim.</param>
/// <param name="Reversals">Where the first passage seems to turn the claim round, in the order of the claim.</param>
public sealed record EvidenceResult(
    string Id,
    string Claim,
    string Suggestion,
    IReadOnlyList<EvidencePassage> Passages,
    IReadOnlyList<DetailFinding> Details,
    IReadOnlyList<Reversal> Reversals);

/// <summary>A short stretch of the transcript that may carry a claim.</summary>
/// <param name="Rank">From 1.</param>
/// <param name="Score">Between 0 and 1, comparable within one claim only.</param>
/// <param name="Segments">Its first and last segment.</param>
/// <param name="StartMs">Stated start of its first segment, milliseconds; null when the source has no times.</param>
/// <param name="EndMs">Start of the segment after it, or the stated end of its last; null when not known.</param>
/// <param name="Speaker">Label of the turn, null where several speak or none is named.</param>
/// <param name="Text">The words as they stand in <paramref name="Source"/>, segments joined by a blank; at most 150 words.</param>
/// <param name="Highlights">The words of the claim in <paramref name="Text"/>: UTF-16 offsets [from, to).</param>
/// <param name="Source">Where it stands in the file.</param>
public sealed record EvidencePassage(
    int Rank,
    double Score,
    IReadOnlyList<int> Segments,
    long? StartMs,
    long? EndMs,
    string? Speaker,
    string Text,
    IReadOnlyList<IReadOnlyList<int>> Highlights,
    SourcePlace Source);

/// <summary>Lines of the transcript's file.</summary>
/// <param name="Lines">First and last line, from 1, both included.</param>
public sealed record SourcePlace(IReadOnlyList<int> Lines);

/// <summary>A detail of a claim, looked up in the spoken words.</summary>
/// <param name="Text">As the claim writes it.</param>
/// <param name="Type"><c>number</c>, <c>date</c>, <c>name</c>, <c>model</c>, <c>percent</c>, <c>money</c> or <c>duration</c>.</param>
/// <param name="Found"><c>yes</c> (also when only the spelling differs or the header alone has the name), <c>differs</c> (another value of that type stands there) or <c>no</c>.</param>
/// <param name="Nearest">The words that stand there instead, or as they are spelt there; null when they are the same or nothing is near.</param>
/// <param name="Source">Where; null when it was not spoken.</param>
public sealed record DetailFinding(string Text, string Type, string Found, string? Nearest, SourcePlace? Source);

/// <summary>A word that the claim denies and the passage does not, or the other way round; or a comparison the other way.</summary>
/// <param name="Kind"><c>negation</c> or <c>comparison</c>.</param>
/// <param name="Text">The claim's words.</param>
/// <param name="Said">The words of the passage.</param>
/// <param name="Source">The passage's lines.</param>
public sealed record Reversal(string Kind, string Text, string Said, SourcePlace Source);
