using Microsoft.Data.Sqlite;

namespace TalkNotes.Core.Search;

/// <summary>SQLite's FTS5: the index of small libraries, of a library whose index files are being made, and the measure of every other engine.</summary>
internal sealed class FtsIndex(SqliteConnection connection, int newest) : IPassageIndex
{
    /// <inheritdoc />
    public void AddTo(IdSet set, UnitForm form, bool bridges, CancellationToken ct) => AddTo(set, form.Match(), bridges, ct);

    /// <summary>Adds passages (or bridges) that match an expression.</summary>
    public void AddTo(IdSet set, string match, bool bridges, CancellationToken ct)
    {
        foreach (var (id, _) in FtsReader.Read(connection, new FtsQuery(match, bridges, Scored: false), ct))
        {
            set.Add(id);
        }
    }

    /// <summary>Every passage and bridge.</summary>
    public void AddAllTo(IdSet set)
    {
        using var row = new Statement(connection, "SELECT id FROM passages"u8);
        while (row.Next())
        {
            set.Add(row.Int(0));
        }
    }

    /// <inheritdoc />
    public int Count(UnitForm form, bool bridges, CancellationToken ct) {
        var set = new IdSet(newest);
        AddTo(set, form, bridges, ct);
        return set.Count;
    }

    /// <inheritdoc />
    public List<ScoredId> Best(RankedQuestion question, CancellationToken ct)
    {
        var match = string.Join(question.Among is null ? " OR " : " AND ", question.Units.Select(u => u.Match(question.Weighed)));
        var best = new BestFew(question.Most);
        foreach (var (id, score) in FtsReader.Read(connection, new FtsQuery(match, question.Bridges, Scored: true), ct))
        {
            if (question.Among is null || question.Among.Contains(id))
            {
                best.Add(id, score);
            }
        }

        return best.InOrder();
    }
}
