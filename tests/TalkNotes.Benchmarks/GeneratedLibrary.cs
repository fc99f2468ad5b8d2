using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using TalkNotes.Core.Search;
using TalkNotes.Core.Storage;

namespace TalkNotes.Benchmarks;

/// <summary>Fills an empty database with generated talks: people, segments, claims and both indexes, as taking in does.</summary>
internal static class GeneratedLibrary
{
    public static async Task FillAsync(IDbContextFactory<TalkNotesDb> databases, int passages)
    {
        var watch = Stopwatch.StartNew();
        var talks = new GeneratedTalks();
        var speakers = await SpeakersAsync(databases, talks);
        for (var t = 0; t < GeneratedTalks.TalksFor(passages); t++)
        {
            await using var db = await databases.CreateDbContextAsync();
            db.ChangeTracker.AutoDetectChangesEnabled = false;
            await using var transaction = await db.Database.BeginTransactionAsync();
            var talk = new TalkRow { Slug = $"talk-{t}", Title = talks.Title(), Show = $"Show {t % 12}", Published = new DateOnly(2015 + (t % 10), 1, 1) };
            var source = new SourceRow { Talk = talk, Key = $"content:{t}", Path = $"{t}.txt", Sha256 = $"{t}", Format = "plain-text", MatchReason = "", SegmentCount = GeneratedTalks.PassagesOfATalk, Ledger = "[]", Metadata = "{}", Diagnostics = "[]" };
            db.Originals.Add(new OriginalRow { Sha256 = $"{t}", Bytes = [] });
            db.Sources.Add(source);
            await db.SaveChangesAsync();
            db.Segments.AddRange(talks.Segments(source.Id, speakers));
            db.Claims.AddRange(Enumerable.Range(0, GeneratedTalks.ClaimsOfATalk).Select(n => new ClaimRow
            {
                PublicId = string.Create(CultureInfo.InvariantCulture, $"{(t * GeneratedTalks.ClaimsOfATalk) + n:0000000000}"), TalkId = talk.Id, TextHash = $"{t}-{n}", Text = talks.Claim(), Kind = "claim", Origin = "ai", Position = n,
            }));
            await db.SaveChangesAsync();
            await db.Talks.Where(x => x.Id == talk.Id).ExecuteUpdateAsync(u => u.SetProperty(x => x.TranscriptId, source.Id));
            await PassageWriter.ReplaceAsync(db, talk.Id, CancellationToken.None);
            await transaction.CommitAsync();
        }

        Console.WriteLine($"{passages:N0} passages built in {watch.Elapsed.TotalSeconds:0.0} s");
    }

    private static async Task<List<SpeakerRow>> SpeakersAsync(IDbContextFactory<TalkNotesDb> databases, GeneratedTalks talks)
    {
        await using var db = await databases.CreateDbContextAsync();
        db.Speakers.AddRange(Enumerable.Range(0, GeneratedTalks.Speakers).Select(n => new SpeakerRow { Key = $"person {n}", Slug = $"person-{n}", Name = talks.Person() }));
        await db.SaveChangesAsync();
        return await db.Speakers.AsNoTracking().ToListAsync();
    }
}
