namespace TalkNotes.Core.Talks;

/// <summary>A talk that somebody named to filter by.</summary>
/// <param name="Slug">Its address; what was typed where no talk, or more than one, is called so; null where nothing was typed.</param>
/// <param name="Title">Its title, which the field shows; null where it has none.</param>
/// <param name="Titles">Titles to offer: of the talks that came last.</param>
public sealed record TalkChoice(string? Slug, string? Title, IReadOnlyList<string> Titles)
{
    /// <summary>Titles offered at most: the field takes any other one, too.</summary>
    public const int MostTitles = 100;

    /// <summary>What the field shows.</summary>
    public string? Shown => Title ?? Slug;
}
