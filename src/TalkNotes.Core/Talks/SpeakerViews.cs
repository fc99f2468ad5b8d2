using System.Text.Json.Serialization;

namespace TalkNotes.Core.Talks;

/// <summary>Somebody in the list of speakers.</summary>
/// <param name="Slug">Address.</param>
/// <param name="Name">As first written.</param>
/// <param name="Talks">Talks.</param>
/// <param name="Turns">Turns under this name; 0 when only headers name the person.</param>
/// <param name="Roles">Roles that sources state.</param>
/// <param name="Shows">Shows of those talks.</param>
public sealed record SpeakerSummary(string Slug, string Name, int Talks, int Turns, IReadOnlyList<string> Roles, IReadOnlyList<string> Shows);

/// <summary>Everything a person's page shows.</summary>
public sealed record SpeakerView
{
    /// <summary>Address.</summary>
    public required string Slug { get; init; }

    /// <summary>As first written.</summary>
    public required string Name { get; init; }

    /// <summary>Other names, from the glossary or from a person.</summary>
    public required IReadOnlyList<SpeakerName> Names { get; init; }

    /// <summary>Talks, newest first.</summary>
    public required IReadOnlyList<TalkSummary> Talks { get; init; }

    /// <summary>Who else takes part in them.</summary>
    public required IReadOnlyList<PersonRef> With { get; init; }

    /// <summary>All their talks, when only the newest were asked for.</summary>
    [JsonIgnore]
    public int TalkCount { get; init; }

    /// <summary>Their topics.</summary>
    public required IReadOnlyList<TopicRef> Topics { get; init; }

    /// <summary>Claims that a source attributes to this name.</summary>
    public required IReadOnlyList<AttributedClaim> Claims { get; init; }

    /// <summary>Some of what the transcript says under this label.</summary>
    public required IReadOnlyList<SpokenPassage> Passages { get; init; }
}

/// <summary>Another name of a person.</summary>
/// <param name="Name">As written.</param>
/// <param name="Origin"><c>glossary</c> or <c>person</c>.</param>
public sealed record SpeakerName(string Name, string Origin);

/// <summary>A claim that a source attributes to somebody.</summary>
/// <param name="Id">Public id.</param>
/// <param name="Text">As written.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Status">What counts today.</param>
/// <param name="Suspended">Whether its verdict does not count until a person has looked at it again.</param>
/// <param name="Talk">Slug of the talk.</param>
/// <param name="Title">Title of the talk, or null.</param>
/// <param name="HasTranscript">Whether there are words to check it against.</param>
public sealed record AttributedClaim(string Id, string Text, string Kind, string Status, bool Suspended, string Talk, string? Title, bool HasTranscript);

/// <summary>Words under somebody's label.</summary>
/// <param name="Talk">Slug of the talk.</param>
/// <param name="Title">Title of the talk, or null.</param>
/// <param name="VideoId">Its video, or null.</param>
/// <param name="Segment">Number of the segment.</param>
/// <param name="StartMs">Its start, or null.</param>
/// <param name="Text">The words.</param>
public sealed record SpokenPassage(string Talk, string? Title, string? VideoId, int Segment, long? StartMs, string Text);

/// <summary>A topic in a list.</summary>
/// <param name="Slug">Address.</param>
/// <param name="Name">As first written.</param>
/// <param name="Talks">Talks.</param>
public sealed record TopicSummary(string Slug, string Name, int Talks);

/// <summary>Everything a topic's page shows.</summary>
/// <param name="Slug">Address.</param>
/// <param name="Name">As first written.</param>
/// <param name="Talks">Talks, newest first.</param>
/// <param name="Near">Other topics of those talks.</param>
public sealed record TopicView(string Slug, string Name, IReadOnlyList<TalkSummary> Talks, IReadOnlyList<TopicRef> Near)
{
    /// <summary>All its talks, when only the newest were asked for.</summary>
    [JsonIgnore]
    public int TalkCount { get; init; }
}
