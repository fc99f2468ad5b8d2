using TalkNotes.Core.Curation;
using TalkNotes.Core.Documents;
using TalkNotes.Core.Talks;
using TalkNotes.Web.Pages.Curation;

namespace TalkNotes.Web.Pages.Add;

/// <summary>What a person put right while adding: it becomes corrections beside the source, once the source is in.</summary>
public sealed class ReviewForm
{
    /// <summary>The facts as the document states them, or as typed.</summary>
    public TalkForm Facts { get; set; } = new();

    /// <summary>Labels of the transcript as written, in order.</summary>
    public List<string> Labels { get; set; } = [];

    /// <summary>Who each label stands for.</summary>
    public List<string?> Names { get; set; } = [];

    /// <summary>Slug of a talk with the same words, when this document belongs to it; empty when not.</summary>
    public string? SameAs { get; set; }

    /// <summary>Who a label stands for; null when nobody knows, or there is no such label.</summary>
    public string? NameOf(string label) => Labels.IndexOf(label) is var at and >= 0 && at < Names.Count ? Names[at] : null;

    /// <summary>What a document states.</summary>
    public static ReviewForm Of(TalkMetadata metadata)
    {
        ArgumentNullException.ThrowIfNull(metadata);
        return new ReviewForm
        {
            Facts = new TalkForm
            {
                Title = metadata.Title,
                Show = metadata.Show,
                Published = TalkForm.Day(metadata.Published),
                Transcribed = TalkForm.Day(metadata.Transcribed),
                Retrieved = TalkForm.Day(metadata.Retrieved),
                Address = metadata.Url,
                Topics = string.Join(", ", metadata.Topics),
            },
            Labels = [.. metadata.Speakers.Select(s => s.Name)],
            Names = [.. metadata.Speakers.Select(s => SpeakerKey.IsPlaceholder(s.Name) ? null : s.Name)],
        };
    }

    /// <summary>Records what differs from what the document states; nothing else, so that other sources of the talk keep their say.</summary>
    /// <returns>What could not be recorded, in words.</returns>
    public async Task<IReadOnlyList<string>> RecordAsync(
        string talk, ReviewForm stated, TalkQueries talks, TalkDesk facts, SameTalkDesk same, string curator, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(stated);
        ArgumentNullException.ThrowIfNull(talks);
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(same);
        var problems = new List<string>();
        if (Facts.Over(stated.Facts, await OnRecordAsync(talks, talk, ct)) is { } draft)
        {
            Note(await facts.CorrectAsync(talk, draft.ToDraft(), curator, ct));
        }

        foreach (var label in stated.Labels)
        {
            if (!string.IsNullOrWhiteSpace(NameOf(label)) && NameOf(label)!.Trim() != stated.NameOf(label))
            {
                Note(await facts.NameLabelAsync(talk, label, NameOf(label), curator, ct));
            }
        }

        if (!string.IsNullOrWhiteSpace(SameAs) && SameAs != talk)
        {
            Note(await same.JoinAsync(SameAs, talk, curator, ct));
        }

        return problems;

        void Note(CurationOutcome outcome)
        {
            if (outcome is CurationOutcome.Invalid invalid)
            {
                problems.AddRange(invalid.Problems.Select(p => p.Message));
            }
        }
    }

    private static async Task<TalkForm> OnRecordAsync(TalkQueries talks, string talk, CancellationToken ct) =>
        TalkForm.Of((await talks.FindAsync(talk, ct))!.Talk, int.MaxValue);
}
