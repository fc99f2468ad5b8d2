using Microsoft.EntityFrameworkCore;
using TalkNotes.Core.Documents;

namespace TalkNotes.Core.Storage;

/// <summary>Gives addresses to many new things of one kind: what is taken is asked once for each beginning, and counting goes on where it stopped.</summary>
/// <param name="slugs">The addresses in the database.</param>
/// <param name="unsaved">Addresses that were given and are not saved yet.</param>
internal sealed class FreeSlugs(IQueryable<string> slugs, IEnumerable<string> unsaved)
{
    private readonly HashSet<string> _taken = new(unsaved, StringComparer.Ordinal);
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);

    /// <summary>The slug itself, or the next number behind it that is free; it is taken from then on.</summary>
    public async Task<string> TakeAsync(string slug, CancellationToken ct)
    {
        if (!_numbers.TryGetValue(slug, out var number))
        {
            _taken.UnionWith(await slugs.Beginning(slug).ToListAsync(ct));
            number = 1;
        }

        while (!_taken.Add(Slug.Numbered(slug, number)))
        {
            number++;
        }

        _numbers[slug] = number;
        return Slug.Numbered(slug, number);
    }
}
