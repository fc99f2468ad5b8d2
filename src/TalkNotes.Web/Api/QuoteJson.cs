using TalkNotes.Core.Quotes;

namespace TalkNotes.Web.Api;

/// <summary>The answer of the quote check as programs read it: the contract's fields first, then what TalkNotes adds.</summary>
internal sealed record QuoteJson(
    QuoteVerdict Verdict,
    double Similarity,
    QuoteMatchJson? Match,
    IReadOnlyList<QuoteDifference> Diff,
    IReadOnlyList<QuoteMatchJson> Alternatives,
    string Quoted,
    string? Named,
    SpeakerCheck SpeakerCheck,
    QuoteLength Length)
{
    public static QuoteJson Of(QuoteResult result) => new(
        result.Verdict,
        result.Similarity,
        result.Match is null ? null : QuoteMatchJson.Of(result.Match),
        result.Diff,
        [.. result.Alternatives.Select(QuoteMatchJson.Of)],
        result.Quoted,
        result.Named,
        result.SpeakerCheck,
        result.Length);
}

/// <summary>A place with its address.</summary>
internal sealed record QuoteMatchJson(
    string Talk,
    string? Title,
    string? Speaker,
    long? StartMs,
    long? EndMs,
    string Text,
    string Url,
    QuoteSource Source,
    IReadOnlyList<int> Segments,
    string? Chapter,
    string? Moment,
    QuoteVerdict Verdict,
    bool ColdOpen,
    IReadOnlyList<string> Speakers)
{
    public static QuoteMatchJson Of(QuoteMatch match) => new(
        match.Talk,
        match.Title,
        match.Speaker,
        match.StartMs,
        match.EndMs,
        match.Text,
        Links.Segments(match.Talk, match.Segments[0], match.Segments[1]),
        match.Source,
        match.Segments,
        match.Chapter,
        Links.Moment(match.VideoId, match.StartMs is { } ms ? TimeSpan.FromMilliseconds(ms) : null),
        match.Verdict,
        match.ColdOpen,
        match.Speakers);
}
