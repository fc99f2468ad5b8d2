namespace TalkNotes.Core.Evidence;

/// <summary>
/// What speaks for each possible passage of a talk as the place of one claim: simple measures, each computed for a passage
/// of 80 words beginning at every block. Measures of words are shares of the weight of the whole claim.
/// </summary>
internal sealed class PassageFeatures
{
    /// <summary>Blocks in a passage: 80 words.</summary>
    public const int PassageBlocks = 8;

    private readonly TranscriptIndex _index;

    public PassageFeatures(TranscriptIndex index, ClaimQuery claim, NoteTerms note)
    {
        _index = index;
        var shape = index.Shape;
        var spoken = claim.Distinct.Where(t => index.Positions(t).Length > 0).ToList();
        double Weigh(string term) => index.Idf(term) * (index.Positions(term).Length > 0 ? 1 : 0.5) * ReportingWords.Share(term);
        var whole = Math.Max(0.01, claim.Distinct.Sum(Weigh));
        var distinct = Math.Max(0.01, claim.Distinct.Sum(t => Weigh(t) * note.Distinctness(t)));
        var terms = spoken.ConvertAll(t => new WeightedTerm(index.Positions(t), index.Idf(t) * ReportingWords.Share(t) / whole));
        var distinctTerms = spoken.ConvertAll(t => new WeightedTerm(index.Positions(t), index.Idf(t) * ReportingWords.Share(t) * note.Distinctness(t) / distinct));
        var windows = new WindowScores(index);

        Words80 = windows.Bm25(distinctTerms, 8);
        Words320 = windows.Bm25(distinctTerms, 32);
        Coverage = windows.Coverage(terms);
        var plain = windows.Bm25(terms, 8);
        Neighbours = [.. plain.Select((_, s) => (plain.ElementAtOrDefault(s - PassageBlocks) + plain.ElementAtOrDefault(s + PassageBlocks)) / 2)];
        Pairs = windows.Saturated(ClaimPairs(claim, whole));
        Triples = Array.ConvertAll(windows.Coverage(ClaimTriples(claim)), Math.Sqrt);
        Similar = windows.Bm25(SimilarTerms.Of(index, claim, whole), 8);
        Plain = windows.Bm25(PlainTerms.Of(index, claim, note, whole), 8);
        Denied = windows.Coverage(DeniedTerms(claim, whole));
        Speaker = SpeakerShare.Of(index, claim);
        Sentence = BestSentence(terms);
        (BestParagraph, SecondParagraph, MeanParagraph) = ParagraphScores([.. spoken.Zip(terms, (t, w) => w with { Weight = w.Weight * note.Distinctness(t) })]);
        (Density, TurnLength, MainSpeaker, SegmentsTouched) = (shape.Density, shape.TurnLength, shape.MainSpeaker, shape.SegmentsTouched);
    }

    /// <summary>BM25 of the passage; terms that many claims of the note share count less.</summary>
    public double[] Words80 { get; }

    /// <summary>BM25 of 320 words around it; shared terms count less.</summary>
    public double[] Words320 { get; }

    /// <summary>Share of the claim's weight that stands in it.</summary>
    public double[] Coverage { get; }

    /// <summary>Mean BM25 of the passages directly before and after.</summary>
    public double[] Neighbours { get; }

    /// <summary>Pairs of the claim's terms that follow each other here too.</summary>
    public double[] Pairs { get; }

    /// <summary>Share of the claim's runs of three words, common words too, that stand in it: the root, as the first says the most.</summary>
    public double[] Triples { get; }

    /// <summary>Words spelt like words of the claim.</summary>
    public double[] Similar { get; }

    /// <summary>What people say for the claim's formal words.</summary>
    public double[] Plain { get; }

    /// <summary>Words of the claim that are denied in both.</summary>
    public double[] Denied { get; }

    /// <summary>Words said by someone the claim names.</summary>
    public double[] Speaker { get; }

    /// <summary>The best single sentence.</summary>
    public double[] Sentence { get; }

    /// <summary>BM25 of the best paragraph that the passage touches, even where it holds only a part of it.</summary>
    public double[] BestParagraph { get; }

    /// <summary>The same of the second best.</summary>
    public double[] SecondParagraph { get; }

    /// <summary>BM25 of its paragraphs, each by its share of the passage.</summary>
    public double[] MeanParagraph { get; }

    /// <summary><see cref="PassageShape.Density"/>.</summary>
    public double[] Density { get; }

    /// <summary><see cref="PassageShape.TurnLength"/>.</summary>
    public double[] TurnLength { get; }

    /// <summary><see cref="PassageShape.MainSpeaker"/>.</summary>
    public double[] MainSpeaker { get; }

    /// <summary><see cref="PassageShape.SegmentsTouched"/>.</summary>
    public double[] SegmentsTouched { get; }

    private List<WeightedTerm> ClaimPairs(ClaimQuery claim, double whole) =>
        claim.Terms.Zip(claim.Terms.Skip(1)).Distinct()
            .Where(p => p.First != p.Second)
            .Select(p => new WeightedTerm(_index.PairPositions(p.First, p.Second), (_index.Idf(p.First) + _index.Idf(p.Second)) / 2 / whole))
            .Where(p => p.Positions.Length > 0).ToList();

    private List<WeightedTerm> ClaimTriples(ClaimQuery claim)
    {
        var triples = claim.Words.Zip(claim.Words.Skip(1), claim.Words.Skip(2)).Distinct().ToList();
        return triples.Select(t => new WeightedTerm(_index.TriplePositions(t.First, t.Second, t.Third), 1.0 / triples.Count))
            .Where(t => t.Positions.Length > 0).ToList();
    }

    private List<WeightedTerm> DeniedTerms(ClaimQuery claim, double whole) =>
        Terms.DeniedOf(claim.Words).Select(t => t.Text).Distinct(StringComparer.Ordinal)
            .Select(d => new WeightedTerm(_index.Positions(d), _index.Idf(d) / whole))
            .Where(d => d.Positions.Length > 0).ToList();

    private double[] BestSentence(List<WeightedTerm> terms)
    {
        const double usual = 18;
        var sentences = _index.Shape.Sentences;
        var scores = StretchScores(sentences, terms, n => 0.4 + (0.6 * sentences.Length(n) / usual));
        return Each((from, to) =>
        {
            var best = 0.0;
            for (var n = sentences.Of(from); n <= sentences.Of(to - 1); n++)
            {
                var inside = Math.Min(to, sentences.End(n)) - Math.Max(from, sentences.Start(n));
                best = inside >= 0.6 * sentences.Length(n) ? Math.Max(best, scores[n]) : best;
            }

            return best;
        });
    }

    private (double[] Best, double[] Second, double[] Mean) ParagraphScores(List<WeightedTerm> terms)
    {
        const int touching = 4;
        var paragraphs = _index.Shape.Paragraphs;
        var usual = _index.Shape.ParagraphTerms.DefaultIfEmpty(1).Average();
        var scores = StretchScores(paragraphs, terms, n => 0.25 + (0.75 * _index.Shape.ParagraphTerms[n] / Math.Max(1, usual)));
        var second = new double[_index.Blocks];
        var mean = new double[_index.Blocks];
        var block = 0;
        var best = Each((from, to) =>
        {
            double highest = 0, next = 0, sum = 0;
            for (var n = paragraphs.Of(from); n <= paragraphs.Of(to - 1); n++)
            {
                var inside = Math.Min(to, paragraphs.End(n)) - Math.Max(from, paragraphs.Start(n));
                if (inside >= touching)
                {
                    next = Math.Max(next, Math.Min(highest, scores[n]));
                    highest = Math.Max(highest, scores[n]);
                    sum += scores[n] * inside;
                }
            }

            second[block] = next;
            mean[block++] = sum / (to - from);
            return highest;
        });
        return (best, second, mean);
    }

    /// <summary>BM25 of each stretch; <paramref name="length"/> is its length norm, 1 for a usual one.</summary>
    private static double[] StretchScores(Stretches stretches, List<WeightedTerm> terms, Func<int, double> length)
    {
        var scores = new double[stretches.Count];
        foreach (var term in terms)
        {
            for (var i = 0; i < term.Positions.Length;)
            {
                var stretch = stretches.Of(term.Positions[i]);
                var count = 0;
                for (; i < term.Positions.Length && stretches.Of(term.Positions[i]) == stretch; i++)
                {
                    count++;
                }

                scores[stretch] += term.Weight * count * (WindowScores.K1 + 1) / (count + (WindowScores.K1 * length(stretch)));
            }
        }

        return scores;
    }

    private double[] Each(Func<int, int, double> measure)
    {
        var values = new double[_index.Blocks];
        for (var block = 0; block < values.Length && _index.Words.Count > 0; block++)
        {
            var (from, to) = _index.Shape.WordsOf(block);
            values[block] = measure(from, to);
        }

        return values;
    }
}
