namespace TalkNotes.Core.Quotes;

/// <summary>Turns the steps of an alignment into readable stretches and judges each.</summary>
internal sealed class Differences
{
    private const int ShortGap = 3;

    private readonly SaidText _said;
    private readonly QuotedText _quoted;
    private readonly bool[] _quotedFillers;
    private readonly List<QuoteDifference> _found = [];

    private Differences(SaidText said, QuotedText quoted)
    {
        _said = said;
        _quoted = quoted;
        _quotedFillers = Fillers.Mark(quoted.Tokens);
    }

    private enum Group
    {
        Same,
        Alike,
        Hidden,
        Filler,
        Bracket,
        Missing,
        Changed,
    }

    /// <summary>The stretches of <paramref name="alignment"/>, in order.</summary>
    public static IReadOnlyList<QuoteDifference> Of(SaidText said, QuotedText quoted, Alignment alignment)
    {
        var reader = new Differences(said, quoted);
        var steps = alignment.Steps;
        for (var first = 0; first < steps.Count;)
        {
            var group = reader.GroupOf(steps[first]);
            var end = first + 1;
            while (end < steps.Count && group != Group.Alike && Joins(group, reader.GroupOf(steps[end])))
            {
                group = Stronger(group, reader.GroupOf(steps[end]));
                end++;
            }

            reader.Add(group, new Stretch(steps[first], steps[end - 1]), steps[first].Why);
            first = end;
        }

        return reader._found;
    }

    /// <summary>Words that are missing, changed or bracketed side by side are one difference; all else is apart.</summary>
    private static bool Joins(Group a, Group b) => a == b || (a >= Group.Bracket && b >= Group.Bracket);

    private static Group Stronger(Group a, Group b) => a == b ? a : a == Group.Bracket || b == Group.Bracket ? Group.Bracket : Group.Changed;

    private Group GroupOf(Step step) => step.Kind switch
    {
        StepKind.Same => Group.Same,
        StepKind.Alike => Group.Alike,
        StepKind.Hidden => Group.Hidden,
        StepKind.Missing => _said.Fillers[step.Said] || _said.Tokens[step.Said].Bracketed ? Group.Filler : Group.Missing,
        _ when _quoted.Tokens[step.Quoted].Bracketed => Group.Bracket,
        StepKind.Added when _quotedFillers[step.Quoted] => Group.Filler,
        _ => Group.Changed,
    };

    private void Add(Group group, Stretch at, QuoteChange why)
    {
        var said = at.Of(_said.Tokens, said: true);
        var quoted = at.Of(_quoted.Tokens, said: false);
        var change = group switch
        {
            Group.Same => QuoteChange.None,
            Group.Alike => IsHyphenation(said, quoted) ? QuoteChange.None : why,
            Group.Hidden => Hidden(said, at),
            Group.Filler => said.Count > 0 && said.All(t => t.Bracketed) ? QuoteChange.Aside : QuoteChange.Filler,
            Group.Bracket => Bracketed(said, quoted),
            Group.Missing => Disfluency.Explain(_said, at.Said, at.SaidEnd) ?? WordClasses.Name(said, quoted),
            _ => WordClasses.Name(said, quoted),
        };
        var op = change == QuoteChange.None ? QuoteOp.Equal : said.Count == 0 ? QuoteOp.Insert : quoted.Count == 0 ? QuoteOp.Delete : QuoteOp.Replace;
        var skipped = _said.Skipped(at.Said, at.SaidEnd);
        var risk = change > QuoteChange.Word || (change == QuoteChange.Hidden && (skipped > 0 || WordClasses.MayTurn(said)));
        _found.Add(new QuoteDifference(
            op,
            _said.Slice(at.Said, at.SaidEnd),
            _quoted.Slice(at.Quoted, at.QuotedEnd),
            change,
            risk)
        {
            Skipped = skipped,
        });
    }

    /// <summary>
    /// An ellipsis is honest unless it cuts a denial from the words it denies: all it hides is a denial and a word or two
    /// ("I do … think so"), or what it hides begins or ends with one ("we are … going": "not, as some say,").
    /// </summary>
    private QuoteChange Hidden(IReadOnlyList<QuoteToken> said, Stretch at) =>
        (said.Count <= ShortGap && said.Any(t => Contractions.Denies(t.Key))) || CutsDenial(said) ? QuoteChange.Negation
        : Enumerable.Range(at.Said, said.Count).All(i => _said.Fillers[i]) ? QuoteChange.Filler
        : QuoteChange.Hidden;

    private static bool CutsDenial(IReadOnlyList<QuoteToken> said) =>
        (said[0].Before == Pause.None && Contractions.Denies(said[0].Key)) || (said[^1].After == Pause.None && Contractions.Denies(said[^1].Key));

    /// <summary>Brackets mark a change, but may not add or swallow a denial, a number or a comparison, or put a name for another.</summary>
    private static QuoteChange Bracketed(IReadOnlyList<QuoteToken> said, IReadOnlyList<QuoteToken> quoted)
    {
        var change = WordClasses.Name(said, quoted);
        var plain = change is QuoteChange.Word || (change is QuoteChange.Name && said.All(t => WordClasses.Joins(t.Key)));
        return plain ? QuoteChange.Bracketed : change;
    }

    /// <summary>Joined here and hyphenated there: punctuation, not another word.</summary>
    private bool IsHyphenation(IReadOnlyList<QuoteToken> said, IReadOnlyList<QuoteToken> quoted) =>
        (said.Count == 2 && quoted.Count == 1 && _said.Text.AsSpan(said[0].End, said[1].Start - said[0].End) is "-" && said[0].Key + said[1].Key == quoted[0].Key)
        || (quoted.Count == 2 && said.Count == 1 && _quoted.Text.AsSpan(quoted[0].End, quoted[1].Start - quoted[0].End) is "-" && quoted[0].Key + quoted[1].Key == said[0].Key);

    /// <summary>The words from the first to the last of some steps.</summary>
    private readonly record struct Stretch(Step First, Step Last)
    {
        public int Said => First.Said;

        public int SaidEnd => Last.Said + Last.SaidCount;

        public int Quoted => First.Quoted;

        public int QuotedEnd => Last.Quoted + Last.QuotedCount;

        public IReadOnlyList<QuoteToken> Of(IReadOnlyList<QuoteToken> tokens, bool said)
        {
            var (from, to) = said ? (Said, SaidEnd) : (Quoted, QuotedEnd);
            return [.. tokens.Skip(from).Take(to - from)];
        }
    }
}
