namespace TalkNotes.Core.Evidence.Details;

/// <summary>A word with what stands directly around it, as numbers and names need it.</summary>
/// <param name="Folded">Comparable form without <c>'s</c> and grouping commas.</param>
/// <param name="Raw">As written.</param>
/// <param name="Before">The character glued to its front (<c>$</c>), or a blank.</param>
/// <param name="After">The character glued to its end (<c>%</c>, <c>-</c>, <c>.</c>), or a blank.</param>
/// <param name="Place">Where it stands: the segment for spoken words, 0 for a claim.</param>
/// <param name="Start">UTF-16 offset into the claim or segment.</param>
/// <param name="End">Offset after its last unit.</param>
internal readonly record struct DetailWord(string Folded, string Raw, char Before, char After, int Place, int Start, int End)
{
    /// <summary>Whether it is written with a capital.</summary>
    public bool IsCapital => char.IsUpper(Raw[0]);

    /// <summary>The words of a text.</summary>
    public static List<DetailWord> Of(string text, int place = 0) => Text.Words.Of(text).ConvertAll(word =>
    {
        var folded = word.Folded.EndsWith("'s", StringComparison.Ordinal) ? word.Folded[..^2] : word.Folded;
        return new DetailWord(
            folded.Length > 0 && char.IsAsciiDigit(folded[0]) ? folded.Replace(",", "", StringComparison.Ordinal) : folded,
            text[word.Start..word.End],
            word.Start > 0 ? text[word.Start - 1] : ' ',
            word.End < text.Length ? text[word.End] : ' ',
            place,
            word.Start,
            word.End);
    });
}
