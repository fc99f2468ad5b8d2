using System.Globalization;
using Microsoft.EntityFrameworkCore;
using TalkNotes.Core.Storage;

namespace TalkNotes.Benchmarks;

/// <summary>What readers, curators and programs ask for, with addresses from the library itself. Seeded.</summary>
internal static class PageAddresses
{
    public const string Evidence = "evidence for a claim";
    public const string Quote = "quote check";

    public static async Task<List<(string Page, List<string> Addresses)>> MakeAsync(IDbContextFactory<TalkNotesDb> databases, int count)
    {
        await using var db = await databases.CreateDbContextAsync();
        var random = new Random(11);
        var talks = await db.Talks.Where(t => t.TranscriptId != null).OrderBy(t => t.Id).Select(t => t.Slug).ToListAsync();
        var longest = await db.Talks.OrderByDescending(t => t.WordCount).Select(t => t.Slug).Take(20).ToListAsync();
        var claims = await db.Claims.OrderBy(c => c.Id).Select(c => c.PublicId).ToListAsync();
        var busiest = await db.TalkSpeakers.GroupBy(s => s.Speaker.Slug).OrderByDescending(g => g.Count()).Select(g => g.Key).FirstAsync();
        var shows = await db.Talks.Select(t => t.Show!).Where(s => s != null).Distinct().Order().ToListAsync();
        var words = (await db.Segments.Where(s => s.Id % 1_009 == 7).OrderBy(s => s.Id).Select(s => s.Text).Take(200).ToListAsync())
            .ConvertAll(t => string.Join(' ', t.Split(' ').Take(7)));
        List<string> Each(Func<int, string> address) => [.. Enumerable.Range(0, count).Select(address)];
        string Talk() => talks[random.Next(talks.Count)];
        string Claim() => claims[random.Next(claims.Count)];
        var pages = Math.Max(1, talks.Count / 20);
        return
        [
            ("start", Each(_ => "/")),
            ("talks, any page", Each(_ => $"/talks?page={random.Next(1, pages + 1)}")),
            ("talks, filters and orders", Each(i => (i % 5) switch
            {
                0 => $"/talks?show={Uri.EscapeDataString(shows[random.Next(shows.Count)])}&sort=longest",
                1 => $"/talks?speaker={busiest}&page={random.Next(1, 3)}",
                2 => $"/talks?year={random.Next(2015, 2025)}&progress=started&sort=left",
                3 => string.Create(CultureInfo.InvariantCulture, $"/talks?sort=title&page={random.Next(1, pages + 1)}"),
                _ => "/talks?progress=not-started&transcript=yes&sort=added",
            })),
            ("talk", Each(_ => $"/talks/{Talk()}")),
            ("transcript", Each(_ => $"/talks/{Talk()}/transcript")),
            ("transcript of three hours", Each(i => $"/talks/{longest[i % longest.Count]}/transcript")),
            ("speaker in a tenth of the talks", Each(_ => $"/speakers/{busiest}")),
            ("desk", Each(i => i % 2 == 0 ? "/desk" : $"/desk?claim={Claim()}")),
            ("claims", Each(i => i % 2 == 0 ? $"/claims?status=refuted&cursor={Claim()}" : $"/claims?cursor={Claim()}")),
            ("claim", Each(_ => $"/claims/{Claim()}")),
            ("history", Each(_ => $"/history?page={random.Next(1, 50)}")),
            ("status", Each(_ => "/status")),
            ("feeds", Each(i => (i % 4) switch { 0 => "/feed.atom", 1 => "/claims.atom", 2 => "/claims.atom?status=refuted", _ => "/history.atom" })),
            ("API: talks", Each(_ => $"/api/v1/talks?cursor={Talk()}&limit=50")),
            (Evidence, Each(_ => $"/api/v1/evidence?claim={Claim()}")),
            (Quote, Each(_ => $"/api/v1/quote?text={Uri.EscapeDataString(words[random.Next(words.Count)])}")),
        ];
    }
}
