using System.Collections.Immutable;
using TalkNotes.Core.Documents;

namespace TalkNotes.Core.Formats.Parts;

/// <summary>The speakers that the labels of a transcript name.</summary>
internal static class SpeakerList
{
    /// <summary>In order of first turn, each with the number of turns under that label; roles unknown.</summary>
    public static ImmutableArray<DocumentSpeaker> Of(IEnumerable<Segment> segments)
    {
        var order = new List<string>();
        var turns = new Dictionary<string, HashSet<int>>(StringComparer.Ordinal);
        foreach (var segment in segments)
        {
            if (segment is { Speaker: { } name, Turn: { } turn })
            {
                if (!turns.TryGetValue(name, out var seen))
                {
                    order.Add(name);
                    turns.Add(name, seen = []);
                }

                seen.Add(turn);
            }
        }

        return [.. order.Select(name => new DocumentSpeaker(name, null, turns[name].Count))];
    }
}
