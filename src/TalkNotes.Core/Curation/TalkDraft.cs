namespace TalkNotes.Core.Curation;

/// <summary>What is known of a talk as somebody wants it to be. Null or blank says that nobody knows.</summary>
public sealed record TalkDraft
{
    /// <summary>Title.</summary>
    public string? Title { get; init; }

    /// <summary>Show, podcast or event.</summary>
    public string? Show { get; init; }

    /// <summary>Date of publication, <c>yyyy-mm-dd</c>.</summary>
    public string? Published { get; init; }

    /// <summary>Date of transcription, <c>yyyy-mm-dd</c>.</summary>
    public string? Transcribed { get; init; }

    /// <summary>Date of retrieval, <c>yyyy-mm-dd</c>.</summary>
    public string? Retrieved { get; init; }

    /// <summary>Address of the recording or its page.</summary>
    public string? Address { get; init; }

    /// <summary>All topics.</summary>
    public IReadOnlyList<string> Topics { get; init; } = [];

    /// <summary>Names of the facts that it speaks of (<c>title</c>, …, <c>topics</c>), the others stay as they are; null for all.</summary>
    public IReadOnlySet<string>? Only { get; init; }

    /// <summary>The newest correction when the form was opened, so that nobody's change is overwritten unseen; 0 for none.</summary>
    public int Seen { get; init; }

    /// <summary>Whether it says anything about a fact.</summary>
    internal bool SpeaksOf(string field) => Only is null || Only.Contains(field);

    /// <summary>The value of a field, trimmed; null when blank.</summary>
    internal string? Get(string field)
    {
        return Clean(field switch
        {
            TalkFields.Title => Title,
            TalkFields.Show => Show,
            TalkFields.Published => Published,
            TalkFields.Transcribed => Transcribed,
            TalkFields.Retrieved => Retrieved,
            _ => Address,
        });
    }

    /// <summary>A value on one line; null when blank.</summary>
    internal static string? Clean(string? value) =>
        string.IsNullOrWhiteSpace(value) ? null : string.Join(' ', value.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
