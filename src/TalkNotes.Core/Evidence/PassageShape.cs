namespace TalkNotes.Core.Evidence;

/// <summary>
/// What a transcript's passages are like, whatever the claim: their sentences and paragraphs, how much they say, who
/// mainly speaks. Made once for a transcript.
/// </summary>
internal sealed class PassageShape
{
    private const int LongestSentence = 40;
    private const int ShortestParagraph = 25;
    private const int LongestParagraph = 160;
    private const int Counted = 4; // words that a passage must share with a segment to touch it

    private readonly TranscriptIndex _index;

    public PassageShape(TranscriptIndex index, IReadOnlyList<Term> terms)
    {
        _index = index;
        Sentences = Stretches(BeginsSentence);
        Paragraphs = Stretches((word, length) => length >= LongestParagraph || (length >= ShortestParagraph && BeginsSegment(word)));
        ParagraphTerms = new int[Paragraphs.Count];
        foreach (var term in terms)
        {
            ParagraphTerms[Paragraphs.Of(term.Word)]++;
        }

        Density = MeasureDensity(terms);
        TurnLength = MeasureTurns();
        MainSpeaker = MeasureMainSpeaker();
        SegmentsTouched = Each(CountSegments);
    }

    /// <summary>Runs of words that end in a full stop, a change of speaker, or after 40 words.</summary>
    public Stretches Sentences { get; }

    /// <summary>Segments, short ones joined and long ones cut: 25 to 160 words.</summary>
    public Stretches Paragraphs { get; }

    /// <summary>Number of terms in each paragraph.</summary>
    public int[] ParagraphTerms { get; }

    /// <summary>How much rarer the words of a passage are than those of the whole talk: 0 is as rare, 1 twice.</summary>
    public double[] Density { get; }

    /// <summary>Mean logarithm of the length of the turns a passage belongs to.</summary>
    public double[] TurnLength { get; }

    /// <summary>Share of a passage said by the person who speaks most.</summary>
    public double[] MainSpeaker { get; }

    /// <summary>Logarithm of the number of segments of which a passage holds four words or more.</summary>
    public double[] SegmentsTouched { get; }

    /// <summary>The words [from, to) of the passage that begins at a block.</summary>
    public (int From, int To) WordsOf(int block) =>
        (block * TranscriptIndex.Block, Math.Min(_index.Words.Count, (block + PassageFeatures.PassageBlocks) * TranscriptIndex.Block));

    private double[] Each(Func<int, int, double> measure)
    {
        var values = new double[_index.Blocks];
        for (var block = 0; block < values.Length; block++)
        {
            var (from, to) = WordsOf(block);
            values[block] = measure(from, to);
        }

        return values;
    }

    private Stretches Stretches(Func<int, int, bool> begins)
    {
        var starts = new List<int>();
        for (var word = 0; word < _index.Words.Count; word++)
        {
            if (word == 0 || begins(word, word - starts[^1]))
            {
                starts.Add(word);
            }
        }

        return new Stretches(starts, _index.Words.Count);
    }

    private bool BeginsSegment(int word) => _index.Words[word].Segment != _index.Words[word - 1].Segment;

    private bool BeginsTurn(int word)
    {
        var (before, here) = (_index.Segments[_index.Words[word - 1].Segment], _index.Segments[_index.Words[word].Segment]);
        return BeginsSegment(word) && (before.Turn != here.Turn || before.Speaker != here.Speaker);
    }

    private bool BeginsSentence(int word, int length)
    {
        if (length >= LongestSentence || BeginsTurn(word))
        {
            return true;
        }

        var before = _index.Words[word - 1];
        var text = _index.Segments[before.Segment].Text;
        for (var i = before.End; i < text.Length && !char.IsWhiteSpace(text[i]); i++)
        {
            if (text[i] is '.' or '?' or '!')
            {
                return true;
            }
        }

        return false;
    }

    private double[] MeasureDensity(IReadOnlyList<Term> terms)
    {
        var before = new double[_index.Blocks + 1];
        foreach (var term in terms)
        {
            before[(term.Word / TranscriptIndex.Block) + 1] += _index.Idf(term.Text);
        }

        for (var i = 0; i < _index.Blocks; i++)
        {
            before[i + 1] += before[i];
        }

        var density = new double[_index.Blocks];
        for (var block = 0; block < density.Length; block++)
        {
            var end = Math.Min(_index.Blocks, block + PassageFeatures.PassageBlocks);
            density[block] = (before[end] - before[block]) / (end - block);
        }

        var mean = density.Average();
        return Array.ConvertAll(density, d => mean > 0 ? (d / mean) - 1 : 0);
    }

    private double[] MeasureTurns()
    {
        var turns = Stretches((word, _) => BeginsTurn(word));
        var before = new double[_index.Words.Count + 1];
        for (var word = 0; word < _index.Words.Count; word++)
        {
            before[word + 1] = before[word] + (Math.Log(1 + Math.Min(200, turns.Length(turns.Of(word)))) / 5);
        }

        return Each((from, to) => (before[to] - before[from]) / Math.Max(1, to - from));
    }

    private double[] MeasureMainSpeaker()
    {
        var share = new double[_index.Blocks];
        if (_index.Speakers.Count > 1)
        {
            var most = _index.Speakers.OrderByDescending(s => s.Value[^1]).ThenBy(s => s.Key, StringComparer.Ordinal).First().Value;
            for (var block = 0; block < share.Length; block++)
            {
                var end = Math.Min(_index.Blocks, block + PassageFeatures.PassageBlocks);
                share[block] = (double)(most[end] - most[block]) / (PassageFeatures.PassageBlocks * TranscriptIndex.Block);
            }
        }

        return share;
    }

    private double CountSegments(int from, int to)
    {
        int touched = 0, run = 0;
        for (var word = from; word < to; word++)
        {
            run = word > from && BeginsSegment(word) ? 1 : run + 1;
            touched += run == Counted ? 1 : 0;
        }

        return Math.Log(Math.Max(1, touched));
    }
}
