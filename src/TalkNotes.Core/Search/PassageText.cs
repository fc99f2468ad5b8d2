using System.Collections.Immutable;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using TalkNotes.Core.Storage;
using TalkNotes.Core.Text;

namespace TalkNotes.Core.Search;

/// <summary>A passage with its words, read again from the library.</summary>
internal sealed record PassageText(PassageRow Row)
{
    private readonly int _written = Row.Readings is null ? int.MaxValue : Text.Tokens.Of(Row.Text).Count;

    /// <summary>The words of <see cref="PassageRow.Text"/>; behind them, where a person put some right, the words as corrected.</summary>
    public List<Token> Tokens { get; } = Readings.Tokens(Row.Text, Readings.Parse(Row.Readings));

    /// <summary>Whether words were found only because a person put them right: they do not read so as written.</summary>
    public bool IsCorrected(Occurrence found) =>
        found.First > _written && !Text.Tokens.Forms(Row.Text[Tokens[found.First].Start..Tokens[found.Last].End])
            .SequenceEqual(Tokens.Skip(found.First).Take(found.Last - found.First + 1).Select(t => t.Form));

    /// <summary>Passages by id.</summary>
    public static async Task<Dictionary<long, PassageText>> LoadAsync(TalkNotesDb db, IReadOnlyCollection<long> ids, CancellationToken ct)
    {
        var wanted = ids.ToArray();
        var rows = await db.Passages.AsNoTracking().Where(p => wanted.Contains(p.Id)).ToListAsync(ct);
        return rows.ToDictionary(r => r.Id, r => new PassageText(r));
    }

    /// <summary>Whether any of the words found lies over a border of passages; other words of a bridge are found in a passage.</summary>
    public bool CrossesBorder(TextMatch match)
    {
        var borders = Row.Borders is null ? [] : JsonSerializer.Deserialize<ImmutableArray<int>>(Row.Borders);
        return match.Found.Exists(o => borders.Any(b => Tokens[o.First].Start < b && Tokens[o.Last].End > b));
    }
}
