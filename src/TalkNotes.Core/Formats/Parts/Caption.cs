using System.Collections.Immutable;

namespace TalkNotes.Core.Formats.Parts;

/// <summary>One timed caption as a caption format gives it, before turns and repeats are worked out.</summary>
/// <param name="Start">Stated start, or null.</param>
/// <param name="End">Stated end, or null.</param>
/// <param name="Lines">Its lines of words; without any it says nothing and becomes no segment.</param>
internal sealed record Caption(TimeSpan? Start, TimeSpan? End, ImmutableArray<CaptionLine> Lines);

/// <summary>A line of words in a caption. A line that several voices share is several of these.</summary>
/// <param name="Text">Words without mark-up.</param>
/// <param name="Voice">The speaker that the mark-up names, or null.</param>
/// <param name="Number">The source line, 1-based.</param>
/// <param name="LastNumber">The last source line; another one only where earlier repeats were folded into this line.</param>
internal readonly record struct CaptionLine(string Text, string? Voice, int Number, int LastNumber)
{
    public CaptionLine(string text, string? voice, int number)
        : this(text, voice, number, number)
    {
    }
}
