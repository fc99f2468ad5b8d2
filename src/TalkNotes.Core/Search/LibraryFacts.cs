using System.Collections.Immutable;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using TalkNotes.Core.Storage;
using TalkNotes.Core.Text;

namespace TalkNotes.Core.Search;

/// <summary>What hits and filters say of a talk.</summary>
internal sealed record TalkFacts(
    int Id, string Slug, string? Title, string? Show, string? VideoId, DateOnly? Published, DateOnly? Transcribed, DateOnly? Retrieved, DateTimeOffset AddedAt)
{
    /// <summary>The words of the title.</summary>
    public List<Token> TitleTokens { get; } = Tokens.Of(Title ?? "");

    /// <summary>Its show in <see cref="LibraryFacts.Shows"/>.</summary>
    public int ShowIndex { get; init; }
}

/// <summary>Who somebody is.</summary>
/// <param name="Id">Row.</param>
/// <param name="Name">As shown.</param>
/// <param name="Slug">Address.</param>
/// <param name="Names">Folded: full name, aliases.</param>
internal sealed record SpeakerFacts(int Id, string Name, string Slug, ImmutableArray<string> Names);

/// <summary>Talks and people of the library, read once and again when one of them changed.</summary>
internal sealed class LibraryFacts
{
    private readonly ILookup<string, int> _titled;

    private LibraryFacts(long revision, List<TalkFacts> all, Dictionary<int, SpeakerFacts> speakers)
    {
        Revision = revision;
        Shows = [.. all.Select(t => t.Show).Distinct(StringComparer.Ordinal)];
        var shows = Shows.Index().ToDictionary(s => s.Item ?? "\0", s => s.Index, StringComparer.Ordinal);
        var talks = all.Select(t => t with { ShowIndex = shows[t.Show ?? "\0"] }).ToDictionary(t => t.Id);
        Talks = talks;
        Speakers = speakers;
        NamesOfPeople = speakers.Values.SelectMany(s => s.Names).SelectMany(n => Tokens.Forms(n)).ToHashSet(StringComparer.Ordinal);
        _titled = talks.Values.SelectMany(t => t.TitleTokens.SelectMany(w => new[] { w.Form, w.Stem }).Distinct(StringComparer.Ordinal).Select(w => (Word: w, t.Id)))
            .ToLookup(t => t.Word, t => t.Id, StringComparer.Ordinal);
        TalksByLabel = [.. talks.Values.OrderBy(t => t.Title ?? t.Slug, StringComparer.Ordinal).ThenBy(t => t.Id)];
        HighestTalk = talks.Keys.DefaultIfEmpty(0).Max();
        HighestSpeaker = speakers.Keys.DefaultIfEmpty(0).Max();
    }

    /// <summary>The state of talks and people that these are of.</summary>
    public long Revision { get; }

    public IReadOnlyDictionary<int, TalkFacts> Talks { get; }

    /// <summary>By title, or address where there is none.</summary>
    public ImmutableArray<TalkFacts> TalksByLabel { get; }

    /// <summary>Every show, once; null for talks of none.</summary>
    public ImmutableArray<string?> Shows { get; }

    public IReadOnlyDictionary<int, SpeakerFacts> Speakers { get; }

    /// <summary>Every word of every speaker's name.</summary>
    public IReadOnlySet<string> NamesOfPeople { get; }

    /// <summary>No talk has a higher id.</summary>
    public int HighestTalk { get; }

    /// <summary>No speaker has a higher id.</summary>
    public int HighestSpeaker { get; }

    /// <summary>Talks with this form or stem in their title.</summary>
    public IEnumerable<int> Titled(string word) => _titled[word];

    public static LibraryFacts Read(TalkNotesDb db, long revision)
    {
        var talks = db.Talks.AsNoTracking()
            .Select(t => new TalkFacts(t.Id, t.Slug, t.Title, t.Show, t.VideoId, t.Published, t.Transcribed, t.Retrieved, t.AddedAt))
            .ToList();
        var aliases = db.SpeakerAliases.AsNoTracking().Select(a => new { a.SpeakerId, a.Name }).ToLookup(a => a.SpeakerId, a => a.Name);
        var speakers = db.Speakers.AsNoTracking().Where(s => s.MergedIntoId == null).Select(s => new { s.Id, s.Name, s.Slug }).AsEnumerable()
            .Select(s => new SpeakerFacts(s.Id, s.Name, s.Slug, [.. aliases[s.Id].Prepend(s.Name).Select(Folding.Fold)]))
            .ToDictionary(s => s.Id);
        return new LibraryFacts(revision, talks, speakers);
    }
}

/// <summary>Changes whenever the words did that can be found.</summary>
/// <param name="NewestPassage">The highest id of a passage; 0 when there is none.</param>
/// <param name="Revision">Counts passages that are gone.</param>
internal readonly record struct LibraryStamp(int NewestPassage, long Revision)
{
    public static LibraryStamp Of(SqliteConnection connection) => SearchState.Read(connection).Words;
}

/// <summary>The state of the library as a search sees it, by what it remembers.</summary>
/// <param name="Words">Of what can be found.</param>
/// <param name="Talks">Of talks and people.</param>
/// <param name="Statuses">Of what counts of claims.</param>
internal readonly record struct SearchState(LibraryStamp Words, long Talks, long Statuses)
{
    /// <summary>Reads one row.</summary>
    public static SearchState Read(SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT (SELECT coalesce(max(id), 0) FROM passages), passages_revision, talks_revision, statuses_revision FROM search_state";
        using var row = command.ExecuteReader();
        return row.Read() ? new SearchState(new LibraryStamp(row.GetInt32(0), row.GetInt64(1)), row.GetInt64(2), row.GetInt64(3)) : default;
    }
}
