namespace TalkNotes.Core.Evidence;

/// <summary>Finds, for each claim of a note, the passages of a transcript that carry it. Pure and deterministic.</summary>
public static class EvidenceRanker
{
    private const int PoolSize = 40;
    private const int PoolGap = 4;
    private const int Depth = 10;

    /// <summary>Ranks passages for the claims of one note, given in the order of the note, which is itself a hint.</summary>
    /// <param name="transcript">The prepared transcript.</param>
    /// <param name="claims">The claims; a claim given alone is ranked alone.</param>
    /// <param name="header">What the source says about the talk, for its details; null when nothing is known.</param>
    /// <returns>One result a claim, in the same order.</returns>
    public static IReadOnlyList<EvidenceResult> Rank(TranscriptIndex transcript, IReadOnlyList<ClaimText> claims, TalkHeader? header = null)
    {
        ArgumentNullException.ThrowIfNull(transcript);
        ArgumentNullException.ThrowIfNull(claims);
        var queries = claims.Select(c => new ClaimQuery(c.Text)).ToList();
        var note = new NoteTerms(queries);
        var pools = OrderPass.Apply(queries.ConvertAll(q => Candidates(transcript, q, note)), transcript.Words.Count);
        return [.. claims.Select((claim, i) =>
        {
            var passages = Passages(transcript, queries[i], pools[i]);
            return new EvidenceResult(claim.Id, claim.Text, Suggestion(transcript, queries[i], passages), passages, DetailCheck.Check(transcript, header ?? TalkHeader.Empty, claim.Text, passages));
        })];
    }

    /// <summary>The best places for one claim, best first.</summary>
    private static List<Candidate> Candidates(TranscriptIndex transcript, ClaimQuery claim, NoteTerms note)
    {
        var scores = PassageScore.Of(new PassageFeatures(transcript, claim, note));
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

    /// <summary>The share of the claim's weight that stands in the best passage.</summary>
    private static string Suggestion(TranscriptIndex transcript, ClaimQuery claim, List<EvidencePassage> passages)
    {
        if (passages.Count == 0)
        {
            return "not-found";
        }

        var spoken = new ClaimQuery(passages[0].Text).Distinct.ToHashSet(StringComparer.Ordinal);
        var whole = claim.Distinct.Sum(transcript.Idf);
        var held = claim.Distinct.Where(spoken.Contains).Sum(transcript.Idf) / Math.Max(whole, double.Epsilon);
        return held >= 0.6 ? "supported" : held >= 0.3 ? "partly" : "not-found";
    }
}
