using System.Text.Json.Serialization;
using TalkNotes.Core.Text;

namespace TalkNotes.Core.Talks;

/// <summary>One segment of a transcript, as stored. Its JSON is the contract's.</summary>
/// <param name="N">Number in this transcript, from 0.</param>
/// <param name="StartMs">Stated start, or null.</param>
/// <param name="EndMs">Stated end (exclusive), or null.</param>
/// <param name="Turn">Turn, from 0, where the source marks turns; else null.</param>
/// <param name="Speaker">Label of its turn as written, or the name that a person gave instead; null where no label governs it and nobody gave one.</param>
/// <param name="Text">The words as written; never changed.</param>
/// <param name="Lines">First and last line in the source file, from 1.</param>
public sealed record TranscriptSegment(int N, long? StartMs, long? EndMs, int? Turn, string? Speaker, string Text, IReadOnlyList<int> Lines)
{
    /// <summary>The label as written, where a person gave another name; null where <see cref="Speaker"/> is the label itself, and where nothing is written.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Label { get; init; }

    /// <summary>Whether a person said who speaks here.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool IsNamedByPerson { get; init; }

    /// <summary>Words that a person put right, in order; null for none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<Reading>? Corrections { get; init; }

    /// <summary>The words as corrected.</summary>
    [JsonIgnore]
    public string Corrected => Corrections is null ? Text : Readings.Corrected(Text, Corrections);
}
