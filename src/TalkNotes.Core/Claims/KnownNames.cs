using Microsoft.EntityFrameworkCore;
using TalkNotes.Core.Storage;

namespace TalkNotes.Core.Claims;

/// <summary>The names by which each person is known: the full name and every alias that the glossary or a person gave.</summary>
internal static class KnownNames
{
    /// <summary>One group a person who has more than one name.</summary>
    public static async Task<List<IReadOnlyList<string>>> AllAsync(TalkNotesDb db, CancellationToken ct)
    {
        var aliases = await db.SpeakerAliases.Select(a => new { a.SpeakerId, Alias = a.Name, a.Speaker.Name }).ToListAsync(ct);
        return aliases.GroupBy(a => a.SpeakerId)
            .Select(IReadOnlyList<string> (g) => [g.First().Name, .. g.Select(a => a.Alias)]).ToList();
    }
}
