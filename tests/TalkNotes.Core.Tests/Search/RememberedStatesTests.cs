using Microsoft.EntityFrameworkCore;
using TalkNotes.Core.Search;
using TalkNotes.Core.Storage;

namespace TalkNotes.Core.Tests.Search;

/// <summary>What a search remembers is dropped by what it holds, and by nothing else.</summary>
public sealed class RememberedStatesTests : IDisposable
{
    private readonly SearchLibrary _library = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_verdict_changes_what_counts_and_neither_words_nor_names()
    {
        await _library.AddAsync("one", ["Ann: Models reason for hours."], claims: ["Models reason", "Models sleep"]);
        var (before, statuses) = Read(known: null);
        Assert.Equal(("unverified", "unverified"), (statuses.Of(1), statuses.Of(2)));

        await JudgeAsync(2, "refuted");
        var (after, now) = Read(statuses);
        Assert.Equal((before.Words, before.Talks), (after.Words, after.Talks));
        Assert.NotEqual(before.Statuses, after.Statuses);
        Assert.Equal(("unverified", "refuted", false), (now.Of(1), now.Of(2), now.IsSuspended(2)));
        Assert.Equal("unverified", statuses.Of(2)); // whoever still reads the earlier state keeps it

        await using (var db = _library.CreateDbContext())
        {
            await db.ClaimStates.Where(s => s.ClaimId == 2).ExecuteUpdateAsync(s => s.SetProperty(x => x.Recheck, "evidence"), Ct);
        }

        Assert.Equal(("unverified", true), (Read(now).Statuses.Of(2), Read(now).Statuses.IsSuspended(2)));
        Assert.Equal(("unverified", true), (Read(known: null).Statuses.Of(2), Read(known: null).Statuses.IsSuspended(2)));
    }

    [Fact]
    public async Task A_name_changes_names_and_a_talk_that_goes_changes_words()
    {
        await _library.AddAsync("one", ["Ann: Models reason for hours."]);
        var (before, _) = Read(known: null);
        await using (var db = _library.CreateDbContext())
        {
            await db.Speakers.ExecuteUpdateAsync(s => s.SetProperty(x => x.Name, "Anne"), Ct);
        }

        var (named, _) = Read(known: null);
        Assert.Equal((before.Words, before.Statuses), (named.Words, named.Statuses));
        Assert.NotEqual(before.Talks, named.Talks);

        await using (var db = _library.CreateDbContext())
        {
            await db.Passages.Where(p => p.Kind == PassageKind.Segment).ExecuteDeleteAsync(Ct);
        }

        var (gone, _) = Read(known: null);
        Assert.Equal((named.Talks, named.Statuses), (gone.Talks, gone.Statuses));
        Assert.NotEqual(named.Words, gone.Words);
    }

    public void Dispose() => _library.Dispose();

    private (SearchState State, ClaimStatuses Statuses) Read(ClaimStatuses? known)
    {
        using var connection = Database.Open(_library.Options.DatabasePath);
        var state = SearchState.Read(connection);
        return (state, ClaimStatuses.Read(connection, state.Statuses, known));
    }

    private async Task JudgeAsync(int claim, string value)
    {
        await using var db = _library.CreateDbContext();
        db.Verdicts.Add(new VerdictRow
        {
            ClaimId = claim, N = 1, Question = "fidelity", Value = value, Reasons = "[]", Curator = "ada", ClaimText = "x", TextHash = "x", Searched = "[]", GivenAt = DateTimeOffset.UnixEpoch,
        });
        await db.SaveChangesAsync(Ct);
    }
}
