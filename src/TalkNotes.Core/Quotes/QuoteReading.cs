using TalkNotes.Core.Documents;

namespace TalkNotes.Core.Quotes;

/// <summary>How a quotation reads against one stretch of a transcript. Who said it is not judged here.</summary>
internal sealed record QuoteReading
{
    private const double JoiningWeight = 0.35;
    private const double FillerWeight = 0.2;

    /// <summary>Verbatim, near-verbatim or altered.</summary>
    public required QuoteVerdict Verdict { get; init; }

    /// <summary>What was said, from the first to the last word that fits.</summary>
    public required string Text { get; init; }

    /// <summary>What was said before it, as far as was read.</summary>
    public required string Before { get; init; }

    /// <summary>What was said after it, as far as was read.</summary>
    public required string After { get; init; }

    /// <summary>Index of the first segment, within those that were read.</summary>
    public required int First { get; init; }

    /// <summary>Index of the last segment, included.</summary>
    public required int Last { get; init; }

    /// <summary>The difference, stretch by stretch.</summary>
    public required IReadOnlyList<QuoteDifference> Differences { get; init; }

    /// <summary>Share of equal words among the words of both, from 0 to 1; decides nothing.</summary>
    public required double Similarity { get; init; }

    /// <summary>Share of the quoted words that were said here, content words counting more; tells a changed quotation from other words.</summary>
    public required double Coverage { get; init; }

    /// <summary>How many quoted words that carry content were said here.</summary>
    public required int ContentWords { get; init; }

    /// <summary>Longest run of quoted words said in a row.</summary>
    public required int LongestRun { get; init; }

    /// <summary>Cost of the alignment; lower is better.</summary>
    public required int Cost { get; init; }

    /// <summary>For each segment from <see cref="First"/> to <see cref="Last"/>, how many quoted words were said in it.</summary>
    public required IReadOnlyList<int> WordsBySegment { get; init; }

    /// <summary>Reads a quotation against the stretch of <paramref name="segments"/> that fits it best.</summary>
    /// <returns>Null when nothing fits at all.</returns>
    public static QuoteReading? Of(QuotedText quoted, IReadOnlyList<Segment> segments, Equivalents equivalents, IReadOnlyList<QuoteSkip>? skips = null)
    {
        var said = new SaidText(segments, skips);
        if (Aligner.Align(said, quoted, equivalents) is not { } alignment || alignment.End <= alignment.First)
        {
            return null;
        }

        var (coverage, content) = CoverageOf(quoted, alignment);
        var differences = Quotes.Differences.Of(said, quoted, alignment);
        var (first, last) = (said.SegmentOf(alignment.First), said.SegmentOf(alignment.End - 1));
        var words = new int[last - first + 1];
        foreach (var step in alignment.Steps.Where(s => s.Kind is StepKind.Same or StepKind.Alike))
        {
            words[said.SegmentOf(step.Said) - first] += step.QuotedCount;
        }

        return new QuoteReading
        {
            Verdict = differences.Any(d => d.Alters) ? QuoteVerdict.Altered
                : differences.All(d => d.Change is QuoteChange.None or QuoteChange.Hidden or QuoteChange.Aside) ? QuoteVerdict.Verbatim
                : QuoteVerdict.NearVerbatim,
            Text = said.Slice(alignment.First, alignment.End),
            Before = said.Text[..said.Tokens[alignment.First].Start].Trim(),
            After = alignment.End < said.Tokens.Count ? said.Text[said.Tokens[alignment.End].Start..].Trim() : "",
            First = first,
            Last = last,
            Differences = differences,
            Similarity = SimilarityOf(said, quoted, alignment),
            Coverage = coverage,
            ContentWords = content,
            LongestRun = LongestRunOf(alignment),
            Cost = alignment.Cost,
            WordsBySegment = words,
        };
    }

    private static double SimilarityOf(SaidText said, QuotedText quoted, Alignment alignment)
    {
        int equal = 0, all = 0;
        foreach (var step in alignment.Steps.Where(s => s.Kind != StepKind.Hidden))
        {
            var saidCount = Enumerable.Range(step.Said, step.SaidCount).Count(i => !said.Tokens[i].Bracketed);
            var quotedCount = Enumerable.Range(step.Quoted, step.QuotedCount).Count(i => !quoted.Tokens[i].Bracketed);
            equal += step.Kind is StepKind.Same or StepKind.Alike ? saidCount + quotedCount : 0;
            all += saidCount + quotedCount;
        }

        return all == 0 ? 0 : Math.Round((double)equal / all, 4);
    }

    private static (double Coverage, int ContentWords) CoverageOf(QuotedText quoted, Alignment alignment)
    {
        double found = 0, all = 0;
        var content = 0;
        var fillers = Fillers.Mark(quoted.Tokens);
        foreach (var step in alignment.Steps)
        {
            for (var i = step.Quoted; i < step.Quoted + step.QuotedCount; i++)
            {
                var token = quoted.Tokens[i];
                if (!token.Bracketed)
                {
                    var weight = fillers[i] ? FillerWeight : WordClasses.Joins(token.Key) ? JoiningWeight : 1;
                    var isSaid = step.Kind is StepKind.Same or StepKind.Alike;
                    all += weight;
                    found += isSaid ? weight : 0;
                    content += isSaid && weight == 1 ? 1 : 0;
                }
            }
        }

        return (all == 0 ? 0 : found / all, content);
    }

    private static int LongestRunOf(Alignment alignment)
    {
        int longest = 0, run = 0;
        foreach (var step in alignment.Steps)
        {
            run = step.Kind is StepKind.Same or StepKind.Alike ? run + step.QuotedCount : 0;
            longest = Math.Max(longest, run);
        }

        return longest;
    }
}
