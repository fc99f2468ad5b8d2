using System.Text.Json.Serialization;

namespace TalkNotes.Core.Quotes;

/// <summary>
/// One stretch of the word-by-word difference. Joined in order, <see cref="Said"/> is the passage as it was said and
/// <see cref="Quoted"/> the quotation as it was pasted, no word missing from either.
/// </summary>
/// <param name="Op">What the stretch does, seen from what was said.</param>
/// <param name="Said">Words of the transcript; empty for an insertion.</param>
/// <param name="Quoted">Words of the quotation; empty for a deletion.</param>
/// <param name="Change">Why it differs.</param>
/// <param name="Risk">Whether it may change the meaning: a real change, or a denial, a number or a comparison behind an ellipsis.</param>
public sealed record QuoteDifference(QuoteOp Op, string Said, string Quoted, QuoteChange Change, bool Risk)
{
    /// <summary>How many words of <see cref="Said"/> are only counted there, as <c>[… 1,234 words …]</c>: the ellipsis joins places far apart.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public int Skipped { get; init; }

    /// <summary>Whether this difference alone makes the quotation altered.</summary>
    public bool Alters => Change >= QuoteChange.Word;
}
