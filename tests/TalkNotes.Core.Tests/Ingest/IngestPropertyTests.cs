using Microsoft.EntityFrameworkCore;
using TalkNotes.Core.Ingest;
using TalkNotes.Core.Upkeep;

namespace TalkNotes.Core.Tests.Ingest;

/// <summary>Whatever happens to the files of a library, in whatever order: nothing that was given is lost.</summary>
public class IngestPropertyTests
{
    private const int Steps = 10;
    private static readonly string[] Paths = ["a.txt", "b.txt", "sub/a.txt", "sub/c.txt"];
    private static readonly string[] Openings = ["title: The first of several talks", "title: The second of several talks", "video: abc", "video: xyz", "url: https://example.org/talk", "show: S"];
    private static readonly string[] Claims = ["- It costs more", "- It costs 2024 more", "- It “thinks” longer", "- It \"thinks\" longer", "- Nobody knows"];
    private static readonly string[] Words = ["Ann Lee> It thinks longer.", "Bo> Why?", "[0:01] Hello", "[0:05] It costs more", "# A chapter", "???"];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public async Task Any_sequence_of_changes_keeps_slugs_claims_verdicts_and_originals(int seed)
    {
        var random = new Random(seed);
        using var library = new TestLibrary();
        var before = await StateAsync(library);
        for (var step = 0; step < Steps; step++)
        {
            Change(library, random);
            await library.IngestAsync();
            var after = await StateAsync(library);
            Assert.Empty(before.Except(after));
            before = after;

            var again = await library.IngestAsync();
            Assert.All(again.Documents, d => Assert.Contains(d.Outcome, new[] { IngestOutcome.Unchanged, IngestOutcome.Duplicate, IngestOutcome.Skipped, IngestOutcome.Failed }));
            Assert.Empty(after.Except(await StateAsync(library)));
            if (random.Next(3) == 0 && await library.ReadAsync(db => db.Claims.OrderBy(c => c.Id).LastOrDefaultAsync(Ct)) is { } claim)
            {
                await library.VerifyAsync(claim.Id);
            }
        }

        var check = new LibraryCheck(library.Database, new TalkNotesOptions { DataDirectory = Path.GetDirectoryName(library.Database.Path)! });
        Assert.Empty((await check.CheckAsync(Ct)).Findings);
    }

    private static void Change(TestLibrary library, Random random)
    {
        var (path, other) = (Pick(Paths), Pick(Paths));
        var exists = File.Exists(Path.Combine(library.Folder, path));
        switch (random.Next(6))
        {
            case 0 when exists && !File.Exists(Path.Combine(library.Folder, other)):
                library.Move(path, other);
                break;
            case 1 when exists:
                library.Delete(path);
                break;
            case 2 when exists:
                library.Write(path, [.. File.ReadAllLines(Path.Combine(library.Folder, path)), Pick(Claims)]);
                break;
            case 3 when exists:
                library.Write(path, [.. File.ReadAllLines(Path.Combine(library.Folder, path)).OrderBy(_ => random.Next())]);
                break;
            case 4 when exists && random.Next(3) == 0:
                library.Write(path, [.. File.ReadAllLines(Path.Combine(library.Folder, path)), "boom"]);
                break;
            default:
                library.Write(path, [.. Some(Openings), .. Some(Claims), .. Some(Words)]);
                break;
        }

        string Pick(string[] from) => from[random.Next(from.Length)];
        IEnumerable<string> Some(string[] from) => from.Where(_ => random.Next(2) == 0);
    }

    /// <summary>Everything that may only be added to: addresses of talks, ids and words of claims, verdicts, originals, versions.</summary>
    private static Task<HashSet<string>> StateAsync(TestLibrary library) => library.ReadAsync(async db =>
    {
        var state = new HashSet<string>(StringComparer.Ordinal);
        state.UnionWith(await db.Talks.Select(t => $"talk {t.Id} {t.Slug}").ToListAsync(Ct));
        state.UnionWith(await db.Claims.Select(c => $"claim {c.PublicId} of {c.TalkId}: {c.TextHash}").ToListAsync(Ct));
        state.UnionWith(await db.Verdicts.Select(v => $"verdict {v.Id} on {v.Claim.PublicId}: {v.Value}").ToListAsync(Ct));
        state.UnionWith(await db.Speakers.Select(s => $"speaker {s.Id} {s.Slug}").ToListAsync(Ct));
        state.UnionWith(await db.Originals.Select(o => $"original {o.Sha256}").ToListAsync(Ct));
        state.UnionWith(await db.SourceVersions.Select(v => $"version {v.SourceId} {v.Sha256}").ToListAsync(Ct));
        return state;
    });
}
