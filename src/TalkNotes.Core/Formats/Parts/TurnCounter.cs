namespace TalkNotes.Core.Formats.Parts;

/// <summary>Counts turns from 0 while a transcript is read, and remembers whose turn it is.</summary>
internal sealed class TurnCounter
{
    private int _last = -1;

    /// <summary>The turn in force, or null before the first mark and where nothing governs.</summary>
    public int? Turn { get; private set; }

    /// <summary>The label of the turn in force as written, or null.</summary>
    public string? Speaker { get; private set; }

    /// <summary>A turn begins, by the one the label names or by nobody named.</summary>
    public void Begin(string? speaker)
    {
        Turn = ++_last;
        Speaker = speaker;
    }

    /// <summary>A label stands here: a turn begins unless the same speaker has it already.</summary>
    public void Label(string speaker)
    {
        if (Turn is null || Speaker != speaker)
        {
            Begin(speaker);
        }
    }

    /// <summary>No turn is in force from here on.</summary>
    public void End() => (Turn, Speaker) = (null, null);
}
