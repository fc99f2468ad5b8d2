namespace TalkNotes.Core.Quotes;

/// <summary>
/// Aligns a quotation with the stretch of a transcript that fits it best, word by word. All quoted words are accounted
/// for; words said before and after the stretch cost nothing. Equal words are free, other ways to write the same and
/// fillers are nearly free, words left out in one run cost little more than one, so that a quotation that skips a
/// sentence is still seen whole.
/// </summary>
internal static class Aligner
{
    private const int Filler = 10;
    private const int FillerAtAnEnd = 95; // more than to leave out a word: "Well, this works" was begun with the "Well" that was said
    private const int Repeated = 12;
    private const int Alike = 10;
    private const int Aside = 0;
    private const int MissingOpen = 80;
    private const int MissingMore = 10;
    private const int Added = 120;
    private const int Changed = 110; // cheaper than missing + added, and than added alone: an altered first word keeps its partner
    private const int ChangedElsewhere = 125;
    private const int GapOpen = 5;
    private const int GapMore = 1;
    private const int BracketAdded = 15;
    private const int BracketChanged = 20;
    private const int BracketMissingOpen = 30;
    private const int BracketMissingMore = 15;
    private const int Unreachable = int.MaxValue / 4;

    private const int FromStart = 0;
    private const int FromSame = 1;
    private const int FromChanged = 2;
    private const int FromAdded = 3;
    private const int FromFiller = 4;
    private const int FromMissing = 5;
    private const int FromAlike = 6;

    /// <summary>The best alignment; null when there are no words on a side.</summary>
    /// <param name="said">The words of the transcript to look in, with marks for those that cost nothing to leave out.</param>
    /// <param name="quoted">The quotation.</param>
    /// <param name="equivalents">Other ways to write what the quotation has.</param>
    public static Alignment? Align(SaidText said, QuotedText quoted, Equivalents equivalents)
    {
        var (m, n) = (quoted.Tokens.Count, said.Tokens.Count);
        return m == 0 || n == 0 ? null : new Run(said, quoted, equivalents).Solve(m, n);
    }

    private sealed class Run
    {
        private readonly SaidText _said;
        private readonly QuotedText _quoted;
        private readonly bool[] _quotedFillers;
        private readonly int[] _saidIds;
        private readonly int[] _quotedIds;
        private readonly ILookup<int, Equivalent> _quotedRuns;
        private readonly List<Equivalent>?[] _saidRuns;

        public Run(SaidText said, QuotedText quoted, Equivalents equivalents)
        {
            _said = said;
            _quoted = quoted;
            _quotedFillers = Fillers.Mark(quoted.Tokens);
            var ids = new Dictionary<string, int>(StringComparer.Ordinal);
            _quotedIds = [.. quoted.Tokens.Select(t => ids.TryGetValue(t.Key, out var id) ? id : ids[t.Key] = ids.Count)];
            _saidIds = [.. said.Tokens.Select(t => ids.GetValueOrDefault(t.Key, -1))];
            _quotedRuns = equivalents.Runs;
            _saidRuns = equivalents.In(said.Tokens);
        }

        public Alignment Solve(int m, int n)
        {
            var width = n + 1;
            var best = new int[(m + 1) * width]; // cheapest way to have read i quoted and j said words
            var skip = new int[(m + 1) * width]; // the same, within a run of missing words
            var from = new int[(m + 1) * width];
            var run = new bool[(m + 1) * width]; // whether the run of missing words began earlier
            Array.Fill(best, Unreachable);
            Array.Fill(skip, Unreachable);
            Array.Fill(best, 0, 0, width);
            for (var i = 0; i <= m; i++)
            {
                var (open, more) = MissingCosts(i, m);
                for (var j = 0; j <= n; j++)
                {
                    var at = (i * width) + j;
                    if (i > 0 && j > 0)
                    {
                        Skip(at, i, j, open, more, best, skip, from, run);
                    }

                    if (i < m)
                    {
                        Advance(at, i, j, n, width, best, from);
                    }
                }
            }

            var end = 0;
            for (var j = 1; j <= n; j++)
            {
                end = best[(m * width) + j] < best[(m * width) + end] ? j : end;
            }

            return new Alignment(Trace(m, end, width, from, run), best[(m * width) + end]);
        }

        /// <summary>Moves that leave out the said word before <paramref name="j"/>.</summary>
        private void Skip(int at, int i, int j, int open, int more, int[] best, int[] skip, int[] from, bool[] run)
        {
            var free = _said.Tokens[j - 1].Bracketed ? Aside : _said.Fillers[j - 1] ? Filler : _said.Repeated[j - 1] ? Repeated : Unreachable;
            var opened = best[at - 1] + open;
            var carried = skip[at - 1] + Math.Min(more, free);
            (skip[at], run[at]) = carried < opened ? (carried, true) : (opened, false);
            if (free < Unreachable && best[at - 1] + free < best[at])
            {
                (best[at], from[at]) = (best[at - 1] + free, FromFiller);
            }

            if (skip[at] < best[at])
            {
                (best[at], from[at]) = (skip[at], FromMissing);
            }
        }

        /// <summary>Moves on from a cell, by a word or by a run.</summary>
        private void Advance(int at, int i, int j, int n, int width, int[] best, int[] from)
        {
            var cost = best[at];
            if (cost >= Unreachable)
            {
                return;
            }

            var bracketed = _quoted.Tokens[i].Bracketed;
            Reach(at + width, cost + (bracketed ? BracketAdded : !_quotedFillers[i] ? Added : i == 0 || i == _quotedIds.Length - 1 ? FillerAtAnEnd : Filler), FromAdded);
            if (j == n)
            {
                return;
            }

            var same = _quotedIds[i] == _saidIds[j];
            Reach(at + width + 1, cost + (same ? 0 : bracketed ? BracketChanged : CrossesSentence(i, j) ? ChangedElsewhere : Changed), same ? FromSame : FromChanged);
            if (_saidRuns[j] is not { } saidRuns)
            {
                return;
            }

            foreach (var quotedRun in _quotedRuns[i])
            {
                foreach (var saidRun in saidRuns)
                {
                    if (saidRun.Key == quotedRun.Key)
                    {
                        Reach(
                            at + (quotedRun.Count * width) + saidRun.Count,
                            cost + Alike,
                            FromAlike + (((((int)quotedRun.Why * 64) + Math.Min(quotedRun.Count, 63)) * 64) + Math.Min(saidRun.Count, 63)));
                    }
                }
            }

            void Reach(int to, int price, int how)
            {
                if (price < best[to] || (price == best[to] && how == FromSame))
                {
                    (best[to], from[to]) = (price, how);
                }
            }
        }

        /// <summary>A word added at either end is no other form of a word of the neighbouring sentence.</summary>
        private bool CrossesSentence(int i, int j) =>
            (i == _quotedIds.Length - 1 && i > 0 && _said.Tokens[j].Before == Pause.Stop && _quoted.Tokens[i].Before != Pause.Stop)
            || (i == 0 && _quotedIds.Length > 1 && _said.Tokens[j].After == Pause.Stop && _quoted.Tokens[i].After != Pause.Stop);

        /// <summary>What it costs to leave out said words behind the first <paramref name="i"/> quoted ones.</summary>
        private (int Open, int More) MissingCosts(int i, int m) =>
            i > 0 && i < m && _quoted.GapBefore[i] ? (GapOpen, GapMore)
            : (i > 0 && _quoted.Tokens[i - 1].Bracketed) || (i < m && _quoted.Tokens[i].Bracketed) ? (BracketMissingOpen, BracketMissingMore)
            : (MissingOpen, MissingMore);

        private List<Step> Trace(int m, int end, int width, int[] from, bool[] run)
        {
            var steps = new List<Step>();
            var (i, j) = (m, end);
            while (i > 0)
            {
                var at = (i * width) + j;
                switch (from[at])
                {
                    case FromSame or FromChanged:
                        (i, j) = (i - 1, j - 1);
                        steps.Add(new Step(from[at] == FromSame ? StepKind.Same : StepKind.Changed, j, 1, i, 1));
                        break;
                    case FromAdded:
                        i--;
                        steps.Add(new Step(StepKind.Added, j, 0, i, 1));
                        break;
                    case FromFiller:
                        steps.Add(Leave(i, --j, m));
                        break;
                    case FromMissing:
                        while (run[(i * width) + j])
                        {
                            steps.Add(Leave(i, --j, m));
                        }

                        steps.Add(Leave(i, --j, m));
                        break;
                    default:
                        var code = from[at] - FromAlike;
                        var (saidCount, quotedCount) = (code % 64, code / 64 % 64);
                        (i, j) = (i - quotedCount, j - saidCount);
                        steps.Add(new Step(StepKind.Alike, j, saidCount, i, quotedCount, (QuoteChange)(code / 4096)));
                        break;
                }
            }

            steps.Reverse();
            return steps;
        }

        private Step Leave(int i, int j, int m) => new(i < m && _quoted.GapBefore[i] ? StepKind.Hidden : StepKind.Missing, j, 1, i, 0);
    }
}

/// <summary>How a quotation and what was said fit.</summary>
/// <param name="Steps">In order; together they take every quoted word and every said word between the first and the last step.</param>
/// <param name="Cost">Lower is better; 0 is word for word.</param>
internal sealed record Alignment(IReadOnlyList<Step> Steps, int Cost)
{
    /// <summary>Index of the first said word of the stretch.</summary>
    public int First => Steps[0].Said;

    /// <summary>Index after the last said word of the stretch; equal to <see cref="First"/> when no word fits.</summary>
    public int End => Steps[^1].Said + Steps[^1].SaidCount;
}
