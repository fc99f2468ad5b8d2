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
    QuoteLength Length,
    string? Aside,
    IReadOnlyList<QuoteJson> Sentences)
{
    public static QuoteJson Of(QuoteResult result) => Of(result, []);

    /// <summary>The answer with its sentences.</summary>
    /// <param name="result">The whole.</param>
    /// <param name="sentences">Its sentences, where they were asked for and the whole was not said as one passage.</param>
    public static QuoteJson Of(QuoteResult result, IReadOnlyList<QuoteResult> sentences) => new(
        result.Verdict,
        result.Similarity,
        result.Match is null ? null : QuoteMatchJson.Of(result.Match),
        result.Diff,
        [.. result.Alternatives.Select(QuoteMatchJson.Of)],
        result.Quoted,
        result.Named,
        result.SpeakerCheck,
        result.Length,
        result.Aside,
        [.. sentences.Select(Of)]);
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
