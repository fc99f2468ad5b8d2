using TalkNotes.Core.Claims;

namespace TalkNotes.Web.Pages.Claims;

/// <summary>The fields of a verdict form, as sent; the same on the desk, on a claim's page and in bulk.</summary>
public sealed class VerdictForm
{
    /// <summary>The claim's id.</summary>
    public string? Claim { get; set; }

    public string? Question { get; set; }

    /// <summary>The button pressed: a status, or a value of accuracy.</summary>
    public string? Value { get; set; }

    public List<string> Reasons { get; set; } = [];

    public string? Note { get; set; }

    /// <summary>Chosen passages: <c>118-124</c>.</summary>
    public List<string> Passage { get; set; } = [];

    /// <summary>Other evidence: segments, a time or an address.</summary>
    public string? Other { get; set; }

    /// <summary>Words heard at that time.</summary>
    public string? Heard { get; set; }

    /// <summary>What that page shows.</summary>
    public string? Shows { get; set; }

    /// <summary>How the evidence bears on the claim; empty means as the verdict says.</summary>
    public string? Stance { get; set; }

    /// <summary>What was searched.</summary>
    public List<string> Searched { get; set; } = [];

    /// <summary>The wording on the page.</summary>
    public string? SeenText { get; set; }

    /// <summary>Number of the newest verdict on the page.</summary>
    public int? Seen { get; set; }

    /// <summary>The draft of this form for one claim.</summary>
    public VerdictDraft ToDraft(string claim, string curator, DateOnly today)
    {
        var stance = string.IsNullOrEmpty(Stance) ? null : Stance;
        var evidence = Passage.Select(p => EvidenceNotation.Parse(p, stance, null, null, today)).ToList();
        if (!string.IsNullOrWhiteSpace(Other))
        {
            evidence.Add(EvidenceNotation.Parse(Other, stance, Heard, Shows, today));
        }

        return new VerdictDraft
        {
            Claim = claim,
            Question = Question ?? Core.Claims.Question.Fidelity,
            Value = Value ?? "",
            Reasons = [.. Reasons.Where(r => r.Length > 0)],
            Note = Note,
            Evidence = evidence,
            Searched = [.. Searched.Where(s => !string.IsNullOrWhiteSpace(s))],
            Curator = curator,
            SeenText = SeenText,
            Seen = Seen,
        };
    }
}
