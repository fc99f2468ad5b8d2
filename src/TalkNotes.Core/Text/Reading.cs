namespace TalkNotes.Core.Text;

/// <summary>Words of a text as a person corrected them; the text itself is never changed.</summary>
/// <param name="From">Where the words as written begin, in UTF-16 units.</param>
/// <param name="To">Where they end, exclusive.</param>
/// <param name="Text">What should be read there; empty where the words belong to the correction just before.</param>
public sealed record Reading(int From, int To, string Text);
