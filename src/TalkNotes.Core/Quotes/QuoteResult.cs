namespace TalkNotes.Core.Quotes;

/// <summary>The answer to "was this said?".</summary>
public sealed record QuoteResult
{
    /// <summary>The quotation without the marks around it.</summary>
    public required string Quoted { get; init; }

    /// <summary>Words of reporting that were pasted with it and are no part of it ("she said"), or null.</summary>
    public string? Aside { get; init; }

    /// <summary>The name it is given to: asked for, or written with the quotation; null when nobody is named.</summary>
    public string? Named { get; init; }

    /// <summary>The verdict.</summary>
    public required QuoteVerdict Verdict { get; init; }

    /// <summary>Share of equal words, from 0 to 1; decides nothing. 0 when nothing was found.</summary>
    public required double Similarity { get; init; }

    /// <summary>What the source's label says about <see cref="Named"/>.</summary>
    public required SpeakerCheck SpeakerCheck { get; init; }

    /// <summary>The best place; null when it was not found.</summary>
    public QuoteMatch? Match { get; init; }

    /// <summary>The difference between the best place and the quotation; empty when it was not found.</summary>
    public IReadOnlyList<QuoteDifference> Diff { get; init; } = [];

    /// <summary>Other places where the words stand, best first.</summary>
    public IReadOnlyList<QuoteMatch> Alternatives { get; init; } = [];

    /// <summary>Whether it has too few or too many words to be looked for; then it is <see cref="QuoteVerdict.NotFound"/> and says nothing about the archive.</summary>
    public QuoteLength Length { get; init; }
}

/// <summary>Whether a quotation can be looked for.</summary>
public enum QuoteLength
{
    /// <summary>It can.</summary>
    Fits,

    /// <summary>Fewer than <see cref="QuoteCheck.FewestWords"/> words: they stand anywhere.</summary>
    TooShort,

    /// <summary>More than <see cref="QuoteCheck.MostWords"/> words.</summary>
    TooLong,
}

/// <summary>A place where a quotation stands.</summary>
public sealed record QuoteMatch
{
    /// <summary>Slug of the talk.</summary>
    public required string Talk { get; init; }

    /// <summary>Title of the talk, or null.</summary>
    public string? Title { get; init; }

    /// <summary>Show, or null.</summary>
    public string? Show { get; init; }

    /// <summary>Date of publication, or null.</summary>
    public DateOnly? Published { get; init; }

    /// <summary>YouTube video, or null.</summary>
    public string? VideoId { get; init; }

    /// <summary>Who said it, as the transcript's labels say; null where none does.</summary>
    public string? Speaker { get; init; }

    /// <summary>Everyone whose label governs quoted words, in order; more than one where the words cross a change of speaker.</summary>
    public IReadOnlyList<string> Speakers { get; init; } = [];

    /// <summary>Address part of the speaker; null where none is marked.</summary>
    public string? SpeakerSlug { get; init; }

    /// <summary>Start of the first segment in milliseconds, or null.</summary>
    public long? StartMs { get; init; }

    /// <summary>End of the last segment: as stated, else where the next one starts; null when nothing says it.</summary>
    public long? EndMs { get; init; }

    /// <summary>First and last segment number, both included.</summary>
    public required IReadOnlyList<int> Segments { get; init; }

    /// <summary>The words as they were said: as written, or as a person corrected them where <see cref="IsCorrected"/> says so.</summary>
    public required string Text { get; init; }

    /// <summary>Whether <see cref="Text"/> has words that a person put right; the source writes others.</summary>
    public bool IsCorrected { get; init; }

    /// <summary>Words said just before; empty at the beginning.</summary>
    public string Before { get; init; } = "";

    /// <summary>Words said just after; empty at the end.</summary>
    public string After { get; init; } = "";

    /// <summary>Title of the chapter, or null.</summary>
    public string? Chapter { get; init; }

    /// <summary>Number of the chapter, or null.</summary>
    public int? ChapterNumber { get; init; }

    /// <summary>How the quotation reads here.</summary>
    public required QuoteVerdict Verdict { get; init; }

    /// <summary>Whether it is the opening clip of a talk that has the same words later.</summary>
    public bool ColdOpen { get; init; }

    /// <summary>Where the words stand in the file.</summary>
    public required QuoteSource Source { get; init; }
}

/// <summary>Lines of a source file.</summary>
/// <param name="Path">The file, relative to the library.</param>
/// <param name="Lines">First and last line, from 1, both included.</param>
public sealed record QuoteSource(string Path, IReadOnlyList<int> Lines);
