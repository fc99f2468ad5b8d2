using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using TalkNotes.Core.Storage;
using TalkNotes.Core.Text;

namespace TalkNotes.Core.Search;

/// <summary>What hits and filters say of a talk.</summary>
internal sealed record TalkFacts(
    int Id, string Slug, string? Title, string? Show, string? VideoId, DateOnly? Published, DateOnly? Transcribed, DateOnly? Retrieved)
{
    /// <summary>The words of the title.</summary>
    public List<Token> TitleTokens { get; } = Tokens.Of(Title ?? "");
}

/// <summary>Who somebody is.</summary>
/// <param name="Id">Row.</param>
/// <param name="Name">As shown.</param>
/// <param name="Slug">Address.</param>
/// <param name="Names">Folded: full name, aliases.</param>
internal sealed record SpeakerFacts(int Id, string Name, string Slug, ImmutableArray<string> Names);

/// <summary>Talks and people of the library, read once and again when something changed.</summary>
internal sealed class LibraryFacts
{
    private LibraryFacts(LibraryStamp stamp, Dictionary<int, TalkFacts> talks, Dictionary<int, SpeakerFacts> speakers)
    {
        Stamp = stamp;
        Talks = talks;
        Speakers = speakers;
        NamesOfPeople = speakers.Values.SelectMany(s => s.Names).SelectMany(n => Tokens.Forms(n)).ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>The state of the library that these are of.</summary>
    public LibraryStamp Stamp { get; }

    public IReadOnlyDictionary<int, TalkFacts> Talks { get; }

    public IReadOnlyDictionary<int, SpeakerFacts> Speakers { get; }

    /// <summary>Every word of every speaker's name.</summary>
    public IReadOnlySet<string> NamesOfPeople { get; }

    public static LibraryFacts Read(TalkNotesDb db, LibraryStamp stamp)
    {
        var talks = db.Talks.AsNoTracking()
            .Select(t => new TalkFacts(t.Id, t.Slug, t.Title, t.Show, t.VideoId, t.Published, t.Transcribed, t.Retrieved))
            .ToDictionary(t => t.Id);
        var aliases = db.SpeakerAliases.AsNoTracking().Select(a => new { a.SpeakerId, a.Name }).ToLookup(a => a.SpeakerId, a => a.Name);
        var speakers = db.Speakers.AsNoTracking().Where(s => s.MergedIntoId == null).Select(s => new { s.Id, s.Name, s.Slug }).AsEnumerable()
            .Select(s => new SpeakerFacts(s.Id, s.Name, s.Slug, [.. aliases[s.Id].Prepend(s.Name).Select(Folding.Fold)]))
            .ToDictionary(s => s.Id);
        return new LibraryFacts(stamp, talks, speakers);
    }
}

/// <summary>Changes whenever talks or people did.</summary>
internal readonly record struct LibraryStamp(long NewestPassage, DateTimeOffset? Changed, int Talks, int Speakers, int Aliases)
{
    public static LibraryStamp Of(TalkNotesDb db) => new(
        db.Passages.Max(p => (long?)p.Id) ?? 0,
        db.Talks.Max(t => (DateTimeOffset?)t.ChangedAt),
        db.Talks.Count(),
        db.Speakers.Count(),
        db.SpeakerAliases.Count());
}
