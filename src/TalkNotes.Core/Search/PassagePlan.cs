using System.Collections.Immutable;
using TalkNotes.Core.Text;

namespace TalkNotes.Core.Search;

/// <summary>One stored segment, as <see cref="PassageBuilder"/> needs it.</summary>
/// <param name="N">Number in its transcript.</param>
/// <param name="Turn">Turn, or null where the source marks none.</param>
/// <param name="SpeakerId">Whose words, or null.</param>
/// <param name="Text">The words.</param>
/// <param name="Readings">Words of it that a person put right; null for none.</param>
internal readonly record struct SpokenSegment(int N, int? Turn, int? SpeakerId, string Text, IReadOnlyList<Reading>? Readings = null);

/// <summary>A passage or a bridge of a transcript: words of consecutive segments, joined by one blank.</summary>
/// <param name="FirstSegment">Number of its first segment.</param>
/// <param name="LastSegment">Number of its last segment.</param>
/// <param name="StartInSegment">UTF-16 offset of the text in the first segment.</param>
/// <param name="SpeakerId">Whose words; null where no label says, or several speak.</param>
/// <param name="Text">The words.</param>
/// <param name="Bridge">What it joins, or null for a passage.</param>
/// <param name="Readings">Words of the text that a person put right.</param>
internal sealed record PassagePlan(
    int FirstSegment, int LastSegment, int StartInSegment, int? SpeakerId, string Text, BridgePlan? Bridge, IReadOnlyList<Reading> Readings);

/// <summary>The passages whose borders a bridge spans.</summary>
/// <param name="First">Index of the first of them among the passages (bridges not counted).</param>
/// <param name="Last">Index of the last of them.</param>
/// <param name="Borders">UTF-16 offsets in the bridge's text where a passage begins.</param>
internal sealed record BridgePlan(int First, int Last, ImmutableArray<int> Borders);
