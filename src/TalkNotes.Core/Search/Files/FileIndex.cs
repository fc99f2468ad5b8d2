using Microsoft.Data.Sqlite;

namespace TalkNotes.Core.Search.Files;

/// <summary>Index files as one index, in one state of the library.</summary>
/// <param name="files">By ids, ascending; together they cover every passage.</param>
/// <param name="removed">Passages that are gone since; null when there are none.</param>
/// <param name="limit">No id is higher.</param>
/// <param name="ofPassages">How passages, claims and titles are weighed.</param>
/// <param name="ofBridges">How bridges are weighed.</param>
internal sealed class FileIndex(IReadOnlyList<IndexFile> files, IdSet? removed, int limit, Relevance ofPassages, Relevance ofBridges) : IPassageIndex
{
    /// <summary>Up to so many passages are weighed one by one.</summary>
    private const int FewPassages = 2_000;

    /// <summary>The files.</summary>
    public IReadOnlyList<IndexFile> Files => files;

    /// <summary>A view of files with the averages of the library.</summary>
    public static FileIndex Open(SqliteConnection connection, IReadOnlyList<IndexFile> files, IdSet? removed, int limit) =>
        new(files, removed, limit, Relevance.Read(connection, bridges: false), Relevance.Read(connection, bridges: true));

    /// <inheritdoc />
    public void AddTo(IdSet set, UnitForm form, bool bridges, CancellationToken ct)
    {
        foreach (var file in files)
        {
            FormCursor.Open(file, form, bridges, ct).AddTo(set, file.FirstId);
        }

        if (removed is not null)
        {
            set.ExceptWith(removed);
        }
    }

    /// <inheritdoc />
    public int Count(UnitForm form, bool bridges, CancellationToken ct)
    {
        int? sum = removed is null ? 0 : null;
        foreach (var file in files)
        {
            sum += CountIn(file, form, bridges, ct); // null for ever once it is not known
        }

        if (sum is { } count)
        {
            return count;
        }

        var set = new IdSet(limit);
        AddTo(set, form, bridges, ct);
        return set.Count;
    }

    /// <summary>Passages of a file that have a form; null when they have to be gathered.</summary>
    private static int? CountIn(IndexFile file, UnitForm form, bool bridges, CancellationToken ct) => form.Words.Length == 1 && !form.IsPrefix
        ? (bridges ? file.Bridges : file.Passages).CountOf(form.Words[0], form.IsStem) : FormCursor.Open(file, form, bridges, ct).Passages;

    /// <inheritdoc />
    public List<ScoredId> Best(RankedQuestion question, CancellationToken ct)
    {
        var best = new BestFew(question.Most);
        var forms = question.Forms.ToList();
        var relevance = question.Bridges ? ofBridges : ofPassages;
        var weights = forms.ConvertAll(f => relevance.Weight(Count(f, question.Bridges, ct))).ToArray();
        foreach (var file in files)
        {
            var ranking = new Ranking(relevance, file, weights, question.Among, removed, best);
            var few = question.Among?.CountIn(file.FirstId, file.LastId) ?? int.MaxValue;
            if (few == 0)
            {
                continue;
            }

            var cursors = forms.ConvertAll(f => FormCursor.Open(file, f, question.Bridges, ct)).ToArray();
            if (few <= FewPassages)
            {
                ranking.WeighEach(cursors);
            }
            else
            {
                ranking.WeighRanges(cursors, [.. forms.Select(f => FormCursor.Open(file, f, question.Bridges, ct))], question.Wanted, ct);
            }
        }

        return best.InOrder();
    }
}
