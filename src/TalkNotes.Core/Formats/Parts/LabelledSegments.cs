using System.Collections.Immutable;
using TalkNotes.Core.Documents;

namespace TalkNotes.Core.Formats.Parts;

/// <summary>Gathers segments of a file that names the speaker of each one, or of none.</summary>
internal sealed class LabelledSegments
{
    private readonly ImmutableArray<Segment>.Builder _segments = ImmutableArray.CreateBuilder<Segment>();
    private readonly TurnCounter _turns = new();

    /// <summary>Adds a segment. The same speaker twice running has one turn; a segment without speaker belongs to nobody.</summary>
    public void Add(string text, TimeSpan? start, TimeSpan? end, string? speaker, LineSpan lines)
    {
        if (string.IsNullOrWhiteSpace(speaker))
        {
            _turns.End();
        }
        else
        {
            _turns.Label(speaker.Trim());
        }

        if (!string.IsNullOrWhiteSpace(text))
        {
            _segments.Add(new Segment { Start = start, End = end, Turn = _turns.Turn, Speaker = _turns.Speaker, Text = text.Trim(), Lines = lines });
        }
    }

    /// <summary>The document of these segments.</summary>
    public TalkDocument Document(TalkMetadata metadata, ImmutableArray<Diagnostic>.Builder diagnostics)
    {
        var segments = _segments.DrainToImmutable();
        return new TalkDocument { Metadata = metadata with { Speakers = SpeakerList.Of(segments) }, Segments = segments, Diagnostics = diagnostics.DrainToImmutable() };
    }
}
