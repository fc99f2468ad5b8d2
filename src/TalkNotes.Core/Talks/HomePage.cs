using System.Text.Json;
using Microsoft.Data.Sqlite;
using TalkNotes.Core.Storage;

namespace TalkNotes.Core.Talks;

/// <summary>Puts together what the start page shows.</summary>
internal static class HomePage
{
    private const int RecentTalks = 3;
    private const int WaitingClaims = 4;

    /// <summary>Reads it all; grows with the number of claims, so it is asked once a change.</summary>
    public static HomeView Read(SqliteConnection connection)
    {
        var blocked = StartPageRows.Blocked(connection);
        return new HomeView
        {
            Claims = VerdictCounts.Of(StartPageRows.Counts(connection)),
            Blocked = blocked,
            Latest = Latest(connection),
            Waiting = Waiting(connection),
            Recent = TalkSummaries.Read(connection, StartPageRows.LastAdded(connection, RecentTalks)),
            Gaps = Gaps(connection, blocked),
        };
    }

    /// <summary>The first waiting claims of each talk in turn, so that no talk crowds out the others; what the program could not find comes first.</summary>
    private static List<WaitingClaim> Waiting(SqliteConnection connection)
    {
        var talks = StartPageRows.WaitingTalks(connection, WaitingClaims);
        return [.. StartPageRows.Waiting(connection, talks).GroupBy(c => c.TalkId).SelectMany(g => g.Select((c, i) => (Row: c, Rank: i, Talk: talks.IndexOf(g.Key))))
            .OrderBy(c => c.Rank).ThenBy(c => c.Row.Triage ?? int.MaxValue).ThenBy(c => c.Talk).Take(WaitingClaims)
            .Select(c => new WaitingClaim(
                c.Row.Claim, c.Row.Text, c.Row.Kind, c.Row.Slug, c.Row.Title, c.Row.Triage == 1, JsonSerializer.Deserialize<List<string>>(c.Row.Flags ?? "[]") ?? []))];
    }

    private static RecentVerdict? Latest(SqliteConnection connection)
    {
        if (StartPageRows.Latest(connection) is not { } latest)
        {
            return null;
        }

        var verdict = latest.Verdict;
        return new RecentVerdict(
            latest.Claim, verdict.ClaimText, latest.Slug, latest.Title, latest.VideoId, verdict.Question, verdict.Value, verdict.Note, verdict.Curator, verdict.GivenAt,
            StartPageRows.FirstWords(connection, verdict.Id) is { } words ? TalkParts.Brief(words.Evidence, latest.TalkId, latest.Sha256, words.Place) : null);
    }

    private static LibraryGaps Gaps(SqliteConnection connection, int blocked)
    {
        var gaps = StartPageRows.Gaps(connection);
        var example = StartPageRows.GapExample(connection);
        return new LibraryGaps(
            gaps.WithoutTranscript, blocked, gaps.WithoutSpeakers, gaps.WithoutTimes, gaps.Undated, example is null ? null : new TalkRef(example.Slug, example.Title));
    }
}
