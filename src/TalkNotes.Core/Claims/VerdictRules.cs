using TalkNotes.Core.Documents;

namespace TalkNotes.Core.Claims;

/// <summary>What a verdict must bring along. The same rules hold for the pages, bulk, the API and the command line.</summary>
internal static class VerdictRules
{
    private const int LongestNote = 4000;
    private const int LongestName = 80;
    private const int MostEvidence = 20;
    private const int MostWords = 600;

    /// <summary>Every rule that the draft breaks; empty when it may be recorded.</summary>
    /// <param name="draft">The draft.</param>
    /// <param name="transcript">The talk's transcript, or null when there is none here.</param>
    /// <param name="inForce">The value in force on the draft's question.</param>
    /// <param name="today">No page can have been read later.</param>
    public static List<FieldError> Check(VerdictDraft draft, TranscriptWords? transcript, string inForce, DateOnly today)
    {
        var errors = new List<FieldError>();
        void Refuse(string field, string message) => errors.Add(new FieldError(field, message));

        var values = draft.Question == Question.Accuracy ? Accuracy.All : Status.All;
        if (!values.Contains(draft.Value))
        {
            Refuse("value", $"Choose one of {string.Join(", ", values)}");
            return errors;
        }

        if (string.IsNullOrWhiteSpace(draft.Curator) || draft.Curator.Length > LongestName)
        {
            Refuse("curator", $"Say who judges, in at most {LongestName} characters");
        }

        if (draft.Note?.Length > LongestNote)
        {
            Refuse("note", $"Keep the note under {LongestNote} characters");
        }

        if (IsWithdrawal(draft.Value))
        {
            if (inForce == draft.Value)
            {
                Refuse("value", "There is no verdict in force to withdraw");
            }

            return errors;
        }

        CheckReasons(draft, Refuse);
        CheckNeeds(draft, transcript, Refuse);
        if (draft.Evidence.Count > MostEvidence)
        {
            Refuse("evidence", $"Give at most {MostEvidence} pieces of evidence");
        }

        foreach (var evidence in draft.Evidence)
        {
            CheckEvidence(evidence, transcript, today, Refuse);
        }

        return errors;
    }

    /// <summary>Whether the value takes a verdict back instead of giving one.</summary>
    public static bool IsWithdrawal(string value) => value is Status.Unverified or Accuracy.NotAssessed;

    /// <summary>Every rule that a second curator's answer breaks.</summary>
    public static List<FieldError> CheckReview(string inForce, string judge, string value, string? note, string curator)
    {
        var errors = new List<FieldError>();
        if (IsWithdrawal(inForce))
        {
            errors.Add(new FieldError("value", "There is no verdict in force to confirm or dispute"));
        }
        else if (!Status.All.Contains(value))
        {
            errors.Add(new FieldError("value", $"Choose one of {string.Join(", ", Status.All)}"));
        }

        if (string.IsNullOrWhiteSpace(curator) || curator.Length > LongestName)
        {
            errors.Add(new FieldError("curator", $"Say who judges, in at most {LongestName} characters"));
        }
        else if (string.Equals(curator.Trim(), judge, StringComparison.OrdinalIgnoreCase))
        {
            errors.Add(new FieldError("curator", $"{judge} gave this verdict: confirming or disputing it takes somebody else"));
        }

        if (value != inForce && string.IsNullOrWhiteSpace(note))
        {
            errors.Add(new FieldError("note", "Say why you see it differently"));
        }
        else if (note?.Length > LongestNote)
        {
            errors.Add(new FieldError("note", $"Keep the note under {LongestNote} characters"));
        }

        return errors;
    }

    private static void CheckReasons(VerdictDraft draft, Action<string, string> refuse)
    {
        var takesReasons = draft.Value is Status.Partly or Status.Refuted;
        if (takesReasons && draft.Reasons.Count == 0)
        {
            refuse("reasons", $"Say why: {string.Join(", ", Reasons.All)}");
        }
        else if (!takesReasons && draft.Reasons.Count > 0)
        {
            refuse("reasons", "Only partly and refuted take a reason");
        }

        foreach (var unknown in draft.Reasons.Except(Reasons.All))
        {
            refuse("reasons", $"'{unknown}' is no reason; choose from {string.Join(", ", Reasons.All)}");
        }
    }

    private static void CheckNeeds(VerdictDraft draft, TranscriptWords? transcript, Action<string, string> refuse)
    {
        bool Has(string stance) => draft.Evidence.Any(e => (e.Stance ?? Stance.For(draft.Value)) == stance);
        var noEvidence = draft.Evidence.Count == 0;
        var place = transcript is null
            ? "a moment in the recording with the words heard, or a link with a note (there is no transcript here)"
            : "a range of segments, a moment in the recording with the words heard, or a link with a note";
        switch (draft.Value)
        {
            case Status.NotSaid when transcript is null:
                refuse("value", "There is no transcript here: nobody can say that it was not said");
                break;
            case Status.NotSaid or Accuracy.Unproven when draft.Searched.All(string.IsNullOrWhiteSpace):
                refuse("searched", "Say what you searched for");
                break;
            case Accuracy.NotCheckable when string.IsNullOrWhiteSpace(draft.Note):
                refuse("note", "Say why it cannot be checked");
                break;
            case Status.NotSaid or Accuracy.Unproven or Accuracy.NotCheckable:
                break;
            case var _ when noEvidence:
                refuse("evidence", $"No verdict without evidence: give {place}");
                break;
            case Status.Verified or Accuracy.Accurate when !Has(Stance.Supports):
                refuse("evidence", "At least one piece of evidence must support the claim");
                break;
            case Status.Refuted or Accuracy.Inaccurate when !Has(Stance.Refutes):
                refuse("evidence", "At least one piece of evidence must refute the claim");
                break;
            case Status.Partly or Accuracy.Mixed when !Has(Stance.Supports) && !Has(Stance.Refutes):
                refuse("evidence", "At least one piece of evidence must support or refute the claim");
                break;
        }
    }

    private static void CheckEvidence(EvidenceDraft evidence, TranscriptWords? transcript, DateOnly today, Action<string, string> refuse)
    {
        if (evidence.Stance is { } stance && !Stance.All.Contains(stance))
        {
            refuse("evidence", $"'{stance}' is no stance; choose from {string.Join(", ", Stance.All)}");
        }

        if (evidence.Note?.Length > LongestNote)
        {
            refuse("evidence", $"Keep the note under {LongestNote} characters");
        }

        switch (evidence)
        {
            case SegmentsEvidence when transcript is null:
                refuse("evidence", "There is no transcript here: give a moment in the recording, or a link");
                break;
            case SegmentsEvidence s when s.First < 0 || s.First > s.Last || s.Last >= transcript.Segments.Count:
                refuse("evidence", $"The transcript has segments 0 to {transcript.Segments.Count - 1}, not {s.First}-{s.Last}");
                break;
            case SegmentsEvidence s when transcript.FirstWordOf(s.Last + 1) - transcript.FirstWordOf(s.First) is 0 or > MostWords:
                refuse("evidence", $"Segments {s.First}-{s.Last} hold no words, or more than {MostWords}: choose the few sentences that matter");
                break;
            case MomentEvidence m when string.IsNullOrWhiteSpace(m.Heard) || m.Heard.Length > LongestNote:
                refuse("evidence", $"Write down the words heard at {Timestamp.Format(m.Start)}");
                break;
            case MomentEvidence m when m.Start < TimeSpan.Zero || m.End <= m.Start:
                refuse("evidence", "A moment ends after it starts");
                break;
            case UrlEvidence u when !IsWebAddress(u.Url):
                refuse("evidence", "Give the whole address of the page, starting with https:// or http://");
                break;
            case UrlEvidence u when string.IsNullOrWhiteSpace(u.Note):
                refuse("evidence", "Add a note: what does the page show?");
                break;
            case UrlEvidence u when u.Accessed > today:
                refuse("evidence", "The page cannot have been read after today");
                break;
            case UnreadableEvidence u:
                refuse("evidence", $"'{u.Text}' is no evidence: write segments (118-124), a time (1:58) or an address (https://…)");
                break;
        }
    }

    private static bool IsWebAddress(string url) =>
        url.Length <= 2000 && Uri.TryCreate(url, UriKind.Absolute, out var uri) && (uri.Scheme is "http" or "https") && uri.Host.Length > 0;
}
