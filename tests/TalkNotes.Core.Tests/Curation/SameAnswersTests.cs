using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using TalkNotes.Core.Curation;
using TalkNotes.Core.Ingest;
using TalkNotes.Core.Quotes;
using TalkNotes.Core.Quotes.Archive;
using TalkNotes.Core.Search;
using TalkNotes.Core.Storage;
using TalkNotes.Core.Tests.Ingest;
using TalkNotes.Core.Text;

namespace TalkNotes.Core.Tests.Curation;

/// <summary>
/// Whatever people and files do to a library, in whatever order: search and the check of quotations, kept up to date bit by bit with all
/// their files and caches, answer as those of a library whose sources are all read again and indexed from nothing. Two sequences by
/// default; <c>TALKNOTES_SEQUENCES=200</c> for more.
/// </summary>
public sealed class SameAnswersTests
{
    private const int Steps = 24;
    private const int AskedEvery = 6;
    private static readonly string[] Names = ["Ann Lee", "Bo Ek", "Anne Lee", "Cem Arslan", "Speaker 1"];
    private static readonly string[] Said = ["scaling", "reasoning", "models", "chess", "tokens", "GBT", "data", "agents", "compute", "diplomacy"];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static TheoryData<int> Seeds =>
        [.. Enumerable.Range(1, int.TryParse(Environment.GetEnvironmentVariable("TALKNOTES_SEQUENCES"), out var wanted) ? wanted : 2)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task A_library_kept_bit_by_bit_answers_as_one_made_from_nothing(int seed)
    {
        var random = new Random(seed);
        using var library = new CurationLibrary();
        var keeper = new IndexKeeper(library.Files.Options, new TokenCache(), fewestPassages: 1);
        var folder = DerivedFile.FolderOf(library.Files.Database.Path);
        using var words = new SpokenWords(folder, smallest: 40);
        var search = new PassageSearch(library.Files.Database, new SearchCaches(IndexKeeper.FolderOf(library.Files.Options)), NoGlossary());
        var quotes = new QuoteCheck(library.Files.Database, words, () => Glossary.Empty);
        var (undoable, done) = (new List<int>(), new Dictionary<string, int>(StringComparer.Ordinal));
        for (var i = 0; i < 4; i++)
        {
            library.Files.Write($"{i}.txt", Document(random, i));
        }

        await library.Files.IngestAsync();
        for (var step = 1; step <= Steps; step++)
        {
            var act = await ActAsync(library, random, undoable);
            done[act] = done.GetValueOrDefault(act) + 1;
            if (random.Next(3) == 0)
            {
                keeper.Refresh(Ct);
            }

            if (random.Next(3) == 0)
            {
                await using var db = library.Files.Database.CreateDbContext();
                await words.TendAsync(db, Ct);
            }

            if (step % AskedEvery == 0)
            {
                var questions = Enumerable.Range(0, 12).Select(_ => Question(random)).ToList();
                var asWritten = questions.ConvertAll(q => string.Join(' ', q.Split(' ').Where(w => !w.Contains(':', StringComparison.Ordinal))).Replace("\"", "", StringComparison.Ordinal));
                Assert.Equal(await FromNothingAsync(library, questions, asWritten), await AnswersAsync(search, quotes, questions, asWritten));
            }
        }

        Assert.True(done.Count > 4, string.Join(' ', done));
    }

    private static GlossaryFile NoGlossary() => new(Path.Combine(Path.GetTempPath(), "no-such-glossary.yaml"));

    /// <summary>One thing that a person or a file does; what it was, and whether it was refused does not matter.</summary>
    private static async Task<string> ActAsync(CurationLibrary library, Random random, List<int> undoable)
    {
        var slugs = await library.Files.ReadAsync(db => db.Talks.OrderBy(t => t.Id).Select(t => t.Slug).ToListAsync(Ct));
        var people = await library.Files.ReadAsync(db => db.Speakers.OrderBy(s => s.Id).Select(s => s.Slug).ToListAsync(Ct));
        string Talk() => slugs[random.Next(slugs.Count)];
        string Person() => people[random.Next(people.Count)];
        string Name() => Names[random.Next(Names.Length)];
        var act = random.Next(12);
        CurationOutcome? outcome = null;
        switch (act)
        {
            case 0 or 1:
                var file = random.Next(6);
                library.Files.Write($"{file}.txt", Document(random, file));
                await library.Files.IngestAsync();
                break;
            case 2:
                library.Files.Write($"notes{random.Next(3)}.txt", $"title: Talk number {random.Next(6)}", $"- A claim about {Word(random)} and {Word(random)}");
                await library.Files.IngestAsync();
                break;
            case 3:
                outcome = await library.Words.CorrectAsync(new WordsDraft(Talk(), Word(random), random.Next(2) == 0 ? "GPT" : "re-" + Word(random), random.Next(2) == 0 ? WordsReach.Talk : WordsReach.Library), "ada", Ct);
                break;
            case 4:
                outcome = await library.Talk.NameTurnsAsync(Talk(), random.Next(4), 4 + random.Next(3), Name(), "ada", Ct);
                break;
            case 5:
                outcome = await library.Talk.NameLabelAsync(Talk(), Name(), random.Next(3) == 0 ? null : Name(), "ada", Ct);
                break;
            case 6:
                outcome = await library.Speaker.MergeAsync(Person(), Name(), "ada", Ct);
                break;
            case 7:
                outcome = await library.Speaker.SplitAsync(Person(), [Talk()], Name() + " Junior", "ada", Ct);
                break;
            case 8:
                outcome = await library.Speaker.RenameAsync(Person(), Name(), null, "ada", Ct);
                break;
            case 9:
                outcome = await library.SameDesk.JoinAsync(Talk(), Talk(), "ada", Ct);
                break;
            default:
                if (undoable.Count > 0)
                {
                    var n = random.Next(undoable.Count);
                    outcome = await library.Undo.UndoAsync(undoable[n], "ada", Ct);
                    undoable.RemoveAt(n);
                }

                break;
        }

        if (outcome is CurationOutcome.Recorded recorded)
        {
            undoable.Add(recorded.Id);
        }

        return $"{act}{(outcome is null or CurationOutcome.Recorded ? "" : " refused")}";
    }

    /// <summary>The same database with every source read again and every passage made anew, asked by services that know nothing yet.</summary>
    private static async Task<string> FromNothingAsync(CurationLibrary library, List<string> questions, List<string> quoted)
    {
        using var folder = new TempFolder();
        var options = new TalkNotesOptions { DataDirectory = folder.Path };
        using (var database = Database.Open(library.Files.Database.Path))
        {
            await using var copy = database.CreateCommand();
            copy.CommandText = "VACUUM INTO $path";
            copy.Parameters.AddWithValue("$path", options.DatabasePath);
            await copy.ExecuteNonQueryAsync(Ct);
        }

        var databases = new Databases(options.DatabasePath);
        var ingester = new Ingester(databases, options, TimeProvider.System, Microsoft.Extensions.Logging.Abstractions.NullLogger<Ingester>.Instance, [new LineFormat(2)]);
        await ingester.IngestAsync([library.Files.Folder], null, null, Ct);
        await new Reindexer(databases, options).ReindexAsync(null, Ct);
        using var words = new SpokenWords(folder["none"]);
        return await AnswersAsync(new PassageSearch(databases, new SearchCaches(), NoGlossary()), new QuoteCheck(databases, words, () => Glossary.Empty), questions, quoted);
    }

    /// <summary>All answers as text; what is equally good may stand in any order.</summary>
    private static async Task<string> AnswersAsync(PassageSearch search, QuoteCheck quotes, List<string> questions, List<string> quoted)
    {
        var answers = new List<string>();
        foreach (var question in questions)
        {
            var found = await search.SearchAsync(new SearchRequest { Query = question, Limit = 200 }, Ct);
            answers.Add($"? {question}\n{JsonSerializer.Serialize(found with { TookMs = 0, Hits = [] })}");
            answers.AddRange(found.Hits.Select(h => JsonSerializer.Serialize(h with { Score = 0, AddedAt = default, Repeats = null })).Order(StringComparer.Ordinal));
        }

        foreach (var words in quoted)
        {
            var result = await quotes.CheckAsync(words, null, null, Ct);
            answers.Add($"“{words}” {result.Verdict} {result.Similarity:0.####}");
            answers.AddRange(result.Alternatives.Prepend(result.Match).OfType<QuoteMatch>().Select(m => $"{m.Talk} {m.Segments[0]}-{m.Segments[1]} {m.Verdict} {m.Speaker} {m.Text}").Order(StringComparer.Ordinal));
        }

        return string.Join('\n', answers);
    }

    private static string[] Document(Random random, int number) =>
    [
        $"title: Talk number {number}", $"guest: {Names[random.Next(4)]}", $"date: 2025-0{1 + number}-01",
        .. Enumerable.Range(0, 8).Select(i => $"{Names[random.Next(Names.Length)]}> {Sentence(random)} in part {i} of talk {number}."),
        $"- {Sentence(random)}",
    ];

    private static string Sentence(Random random) => string.Join(' ', Enumerable.Range(0, random.Next(3, 12)).Select(i => i % 2 == 0 ? "the" : Word(random)));

    private static string Word(Random random) => Said[random.Next(Said.Length)];

    private static string Question(Random random) => random.Next(7) switch
    {
        0 => Word(random),
        1 => $"{Word(random)} {Word(random)}",
        2 => $"\"the {Word(random)} the {Word(random)}\"",
        3 => $"speaker:\"{Names[random.Next(Names.Length)]}\" {Word(random)}",
        4 => $"{Word(random)} OR GPT",
        5 => $"the {Word(random)} the {Word(random)} the {Word(random)} in part {random.Next(8)}",
        _ => $"{Word(random)[..3]}* -{Word(random)}",
    };

    /// <summary>Opens a database as the program does.</summary>
    private sealed class Databases(string path) : IDbContextFactory<TalkNotesDb>
    {
        public TalkNotesDb CreateDbContext()
        {
            var options = new DbContextOptionsBuilder<TalkNotesDb>();
            options.UseDatabase(path);
            return new TalkNotesDb(options.Options);
        }
    }
}
