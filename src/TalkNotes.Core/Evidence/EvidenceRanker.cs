using TalkNotes.Core.Evidence.Details;
using TalkNotes.Core.Text;

namespace TalkNotes.Core.Evidence;

/// <summary>Finds, for each claim of a note, the passages of a transcript that carry it. Pure and deterministic.</summary>
public static class EvidenceRanker
{
    /// <summary>Raised when the same words may get other results: what is kept of earlier ones does not answer then.</summary>
    internal const int Revision = 1;

    private const int PoolSize = 40;
    private const int PoolGap = 4;
    private const int Depth = 10;
    private const int FewestTerms = 3;
    private const int Considered = 3;
    private const double Supported = 0.5;
    private const double Partly = 0.25;

    /// <summary>Ranks passages for the claims of one note, given in the order of the note, which is itself a hint.</summary>
    /// <param name="transcript">The prepared transcript.</param>
    /// <param name="claims">The claims; a claim given alone is ranked alone.</param>
    /// <param name="header">What the source says about the talk, for its details; null when nothing is known.</param>
    /// <returns>One result a claim, in the same order.</returns>
    public static IReadOnlyList<EvidenceResult> Rank(TranscriptIndex transcript, IReadOnlyList<ClaimText> claims, TalkHeader? header = null) =>
        Rank(transcript, claims, header, PassageScore.Weights);

    /// <summary>Ranks with other weights than those in force: for learning them.</summary>
    internal static IReadOnlyList<EvidenceResult> Rank(TranscriptIndex transcript, IReadOnlyList<ClaimText> claims, TalkHeader? header, IReadOnlyList<double> weights)
    {
        ArgumentNullException.ThrowIfNull(transcript);
        ArgumentNullException.ThrowIfNull(claims);
        var queries = claims.Select(c => new ClaimQuery(c.Text)).ToList();
        var sentences = claims.Select(c => SentencesOf(c.Text)).ToList();
        var flat = sentences.SelectMany(s => s).ToList();
        var note = new NoteTerms(flat);
        var pools = OrderPass.Apply(flat.ConvertAll(q => Candidates(transcript, q, note, weights)), transcript.Words.Count);
        var results = new List<EvidenceResult>(claims.Count);
        var next = 0;
        foreach (var (i, claim) in claims.Index())
        {
            var candidates = Together(pools.GetRange(next, sentences[i].Count));
            next += sentences[i].Count;
            var passages = Passages(transcript, queries[i], candidates);
            var details = DetailCheck.Check(transcript, header ?? TalkHeader.Empty, claim.Text, passages);
            var reversals = passages.Count > 0 ? Reversals.Find(transcript, claim.Text, passages[0]) : [];
            results.Add(new EvidenceResult(claim.Id, claim.Text, Suggestion(transcript, queries[i], passages, details), passages, details, reversals));
        }

        return results;
    }

    /// <summary>The sentences of a claim, each to be found by itself; a claim of one sentence, or of scraps, stays whole.</summary>
    private static List<ClaimQuery> SentencesOf(string claim)
    {
        var sentences = Sentences.Of(claim).ConvertAll(s => new ClaimQuery(claim[s.Start..s.End]));
        return sentences.Count > 1 && sentences.TrueForAll(s => s.Distinct.Count >= FewestTerms) ? sentences : [new ClaimQuery(claim)];
    }

    /// <summary>The candidates of a claim's sentences as one list: a place counts with its chances for all of them.</summary>
    private static List<Candidate> Together(List<List<Candidate>> sentences) => sentences.Count == 1
        ? sentences[0]
        : [.. sentences.SelectMany(s => s).GroupBy(c => c.Block)
            .Select(g => new Candidate(g.Key, g.Sum(c => c.Score) / sentences.Count))
            .OrderByDescending(c => c.Score).ThenBy(c => c.Block)];

    /// <summary>The best places for one claim, best first.</summary>
    private static List<Candidate> Candidates(TranscriptIndex transcript, ClaimQuery claim, NoteTerms note, IReadOnlyList<double> weights)
    {
        var scores = PassageScore.Of(new PassageFeatures(transcript, claim, note), weights);
        var best = new List<Candidate>();
        foreach (var block in Enumerable.Range(0, scores.Length).Where(b => scores[b] is not null).OrderByDescending(b => scores[b]).ThenBy(b => b))
        {
            if (best.TrueForAll(c => Math.Abs(c.Block - block) >= PoolGap))
            {
                best.Add(new Candidate(block, scores[block]!.Value));
                if (best.Count == PoolSize)
                {
                    break;
                }
            }
        }

        return best;
    }

    private static List<EvidencePassage> Passages(TranscriptIndex transcript, ClaimQuery claim, List<Candidate> candidates)
    {
        var chosen = new List<Candidate>();
        foreach (var candidate in candidates)
        {
            if (chosen.Count < Depth && chosen.TrueForAll(c => Math.Abs(c.Block - candidate.Block) >= PassageFeatures.PassageBlocks))
            {
                chosen.Add(candidate);
            }
        }

        return [.. chosen.Select((c, i) => PassageCutter.Cut(transcript, claim, c, i + 1))];
    }

    /// <summary>The share of the claim's weight that stands in the first passages; a detail that is not there makes it partly at most.</summary>
    private static string Suggestion(TranscriptIndex transcript, ClaimQuery claim, List<EvidencePassage> passages, IReadOnlyList<DetailFinding> details)
    {
        var spoken = passages.Take(Considered).SelectMany(p => new ClaimQuery(p.Text).Distinct).ToHashSet(StringComparer.Ordinal);
        var whole = claim.Distinct.Sum(transcript.Idf);
        var held = whole > 0 ? claim.Distinct.Where(spoken.Contains).Sum(transcript.Idf) / whole : 0;
        return held < Partly ? "not-found" : held < Supported || details.Any(d => d.Found != "yes") ? "partly" : "supported";
    }
}
