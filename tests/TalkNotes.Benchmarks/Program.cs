using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TalkNotes.Benchmarks;
using TalkNotes.Core;
using TalkNotes.Core.Search;
using TalkNotes.Core.Storage;
using TalkNotes.Core.Text;
using TalkNotes.Core.Upkeep;

// Latency of search by class of query: dotnet run -c Release --project tests/TalkNotes.Benchmarks -- [PASSAGES] [QUERIES]
const int Rounds = 2;
var passages = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 100_000;
var queries = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 50;
var data = Directory.CreateTempSubdirectory("talknotes-benchmark-").FullName;
await using var services = new ServiceCollection().AddLogging()
    .AddTalkNotesCore(new TalkNotesOptions { DataDirectory = data, LibraryDirectory = data }).BuildServiceProvider();
services.GetRequiredService<LibraryDatabase>().Prepare();
var watch = Stopwatch.StartNew();
await FillAsync();
Console.WriteLine($"{passages:N0} passages built in {watch.Elapsed.TotalSeconds:0.0} s, database {new FileInfo(Path.Combine(data, "talknotes.db")).Length / 1_000_000:N0} MB");

var search = services.GetRequiredService<PassageSearch>();
foreach (var (name, make) in await ClassesAsync())
{
    var texts = Enumerable.Range(0, queries).Select(make).ToList();
    var times = new List<double>();
    var work = new List<double>(); // processor time: the same on a busy machine
    for (var round = 0; round < Rounds; round++)
    {
        times.Clear();
        work.Clear();
        foreach (var text in texts)
        {
            var before = Environment.CpuUsage.TotalTime;
            times.Add((await search.SearchAsync(new SearchRequest { Query = text }, CancellationToken.None)).TookMs);
            work.Add((Environment.CpuUsage.TotalTime - before).TotalMilliseconds);
        }
    }

    times.Sort();
    work.Sort();
    Console.WriteLine($"{name,-14} p50 {At(times, 0.50),8:0.0}  p95 {At(times, 0.95),8:0.0}  p99 {At(times, 0.99),8:0.0} ms   processor p50 {At(work, 0.50),6:0.0}  p95 {At(work, 0.95),6:0.0} ms   e.g. {texts[0]}");
}

Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
Directory.Delete(data, recursive: true);

static double At(List<double> sorted, double share) => sorted[Math.Min(sorted.Count - 1, (int)(share * sorted.Count))];

async Task FillAsync()
{
    var talks = new GeneratedTalks();
    for (var t = 0; t < GeneratedTalks.TalksFor(passages); t++)
    {
        await using var db = await services.GetRequiredService<IDbContextFactory<TalkNotesDb>>().CreateDbContextAsync();
        db.ChangeTracker.AutoDetectChangesEnabled = false;
        await using var transaction = await db.Database.BeginTransactionAsync();
        var talk = new TalkRow { Slug = $"talk-{t}", Title = $"Talk {t}", Published = new DateOnly(2015 + (t % 10), 1, 1) };
        var source = new SourceRow { Talk = talk, Key = $"content:{t}", Path = $"{t}.txt", Sha256 = $"{t}", Format = "plain-text", MatchReason = "", Ledger = "[]", Metadata = "{}", Diagnostics = "[]" };
        db.Originals.Add(new OriginalRow { Sha256 = $"{t}", Bytes = [] });
        db.Sources.Add(source);
        await db.SaveChangesAsync();
        db.Segments.AddRange(talks.Next(source.Id));
        await db.SaveChangesAsync();
        await db.Talks.Where(x => x.Id == talk.Id).ExecuteUpdateAsync(u => u.SetProperty(x => x.TranscriptId, source.Id));
        await PassageWriter.ReplaceAsync(db, talk.Id, CancellationToken.None);
        await transaction.CommitAsync();
    }
}

async Task<List<(string Name, Func<int, string> Make)>> ClassesAsync()
{
    await using var db = await services.GetRequiredService<IDbContextFactory<TalkNotesDb>>().CreateDbContextAsync();
    var terms = await db.Database.SqlQueryRaw<string>("SELECT term AS Value FROM passages_terms WHERE col = 'words' AND doc BETWEEN 5 AND 300 AND length(term) > 3 ORDER BY term").ToListAsync();
    var least = passages / 40;
    var common = (await db.Database.SqlQuery<string>($"SELECT term AS Value FROM passages_terms WHERE col = 'words' AND doc > {least} AND length(term) > 3 ORDER BY term").ToListAsync()).Where(w => !StopWords.Contains(w)).ToList();
    var random = new Random(7);
    var sample = await db.Passages.Where(p => p.Kind == PassageKind.Segment && p.Id % 97 == 0).OrderBy(p => p.Id).Select(p => p.Text).Take(2_000).ToListAsync();
    List<string> Words() => Tokens.Forms(sample[random.Next(sample.Count)]);
    List<string> Telling() => Words().Where(w => !StopWords.Contains(w) && w.Length > 2).Distinct(StringComparer.Ordinal).ToList();
    string Run(int n)
    {
        var words = Words();
        return string.Join(' ', words.Skip(random.Next(words.Count - n)).Take(n));
    }

    return
    [
        ("one rare word", _ => terms[random.Next(terms.Count)]),
        ("one common", _ => common[random.Next(common.Count)]),
        ("two or three", i => string.Join(' ', Telling().Take(2 + (i % 2)))),
        ("phrase", i => $"\"{Run(2 + (i % 3))}\""),
        ("prefix", i => common[random.Next(common.Count)][..(3 + (i % 2))] + "*"),
        ("twelve OR", _ => string.Join(" OR ", Words().Distinct(StringComparer.Ordinal).Take(12))),
        ("8-word run", _ => Run(8)),
    ];
}
