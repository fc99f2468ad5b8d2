using TalkNotes.Core.Evidence;

namespace TalkNotes.Evaluation.Evidence;

/// <summary>Sums over the claims of a set: how early a passage shares four words with a place that states the claim.</summary>
internal sealed class EvidenceScore
{
    private const int Shared = 4;

    private int _claims;
    private int _passages;
    private int _words;
    private int _located;
    private int _flags;
    private int _at1;
    private int _at3;
    private double _reciprocal;
    private double _recall;
    private readonly List<Answer> _all = [];

    public static bool Hits((int From, int To) passage, (int From, int To) label)
    {
        var shared = Math.Min(passage.To, label.To) - Math.Max(passage.From, label.From);
        return shared > 0 && shared >= Math.Min(Shared, label.To - label.From);
    }

    public void Add(LabelledTalk talk, IReadOnlyList<(int From, int To)> labels, EvidenceResult result)
    {
        var first = 0;
        var reached = new HashSet<int>();
        foreach (var passage in result.Passages)
        {
            var place = talk.Source.Find(passage.Text, (passage.Source.Lines[0], passage.Source.Lines[1]));
            _located += place is null ? 0 : 1;
            _words += passage.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length;
            _passages++;
            foreach (var label in labels.Where(l => place is { } span && Hits(span, l)))
            {
                first = first == 0 ? passage.Rank : first;
                if (passage.Rank <= 5)
                {
                    reached.UnionWith(talk.Source.LinesOf(Math.Max(place!.Value.From, label.From), Math.Min(place.Value.To, label.To)));
                }
            }
        }

        _all.Add(new Answer(talk, result, labels, first));
        _claims++;
        _flags += result.Details.Count(d => d.Found != "yes");
        _at1 += first == 1 ? 1 : 0;
        _at3 += first is >= 1 and <= 3 ? 1 : 0;
        _reciprocal += first > 0 ? 1.0 / first : 0;
        _recall += (double)reached.Count / Math.Max(1, labels.SelectMany(l => talk.Source.LinesOf(l.From, l.To)).Distinct().Count());
    }

    /// <summary>The claims whose first passages miss, each with what stands where it should have been found.</summary>
    public IEnumerable<string> Misses(int passages) => _all.Where(m => passages > 0 && (m.First == 0 || m.First > passages)).Select(m => $"""

        {m.Talk.Id} {m.Result.Id}  first hit: {(m.First == 0 ? "none" : m.First)}
          claim  {m.Result.Claim}
          label  {string.Join(" … ", m.Labels.Select(l => m.Talk.Source.Text(l.From, l.To)))}
        {string.Join('\n', m.Result.Passages.Take(3).Select(p => FormattableString.Invariant($"  {p.Score:0.000}  {p.Source.Lines[0]}-{p.Source.Lines[1]}  {p.Text}")))}
        """);

    private sealed record Answer(LabelledTalk Talk, EvidenceResult Result, IReadOnlyList<(int From, int To)> Labels, int First);

    public override string ToString() => FormattableString.Invariant(
        $"{_claims} claims  hit@1 {(double)_at1 / _claims:0.000}  hit@3 {(double)_at3 / _claims:0.000}  MRR {_reciprocal / _claims:0.000}  recall@5 {_recall / _claims:0.000}  words/passage {(double)_words / Math.Max(1, _passages):0.0}  text in its lines {(double)_located / Math.Max(1, _passages):0.0000}  flags/claim {(double)_flags / _claims:0.000}");
}
