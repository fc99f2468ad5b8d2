using TalkNotes.Core.Documents;

namespace TalkNotes.Core.Evidence;

/// <summary>What a source says about the talk itself, as far as checking details needs it. It is never evidence.</summary>
/// <param name="Texts">Title, show, and the names of hosts, guests and speakers.</param>
/// <param name="Date">When it was published, else transcribed, else retrieved; null when the source does not say. Relative dates are resolved against it.</param>
public sealed record TalkHeader(IReadOnlyList<string> Texts, DateOnly? Date)
{
    /// <summary>Nothing is known.</summary>
    public static TalkHeader Empty { get; } = new([], null);

    /// <summary>What a document's header says.</summary>
    public static TalkHeader Of(TalkMetadata metadata)
    {
        ArgumentNullException.ThrowIfNull(metadata);
        string?[] titles = [metadata.Title, metadata.Show];
        return new TalkHeader(
            [.. titles.OfType<string>(), .. metadata.Hosts, .. metadata.Guests, .. metadata.Speakers.Select(s => s.Name)],
            metadata.Published ?? metadata.Transcribed ?? metadata.Retrieved);
    }
}
