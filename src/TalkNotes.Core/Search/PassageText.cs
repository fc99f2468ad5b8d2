using System.Collections.Immutable;
using System.Text.Json;
using TalkNotes.Core.Storage;
using TalkNotes.Core.Text;

namespace TalkNotes.Core.Search;

/// <summary>A passage with its words.</summary>
/// <param name="Row">The passage.</param>
/// <param name="Words">Words known so far.</param>
internal sealed record PassageText(PassageRow Row, TokenCache Words)
{
    private readonly int _written = Row.Readings is null ? int.MaxValue : Text.Tokens.Of(Row.Text).Count;

    /// <summary>The words of <see cref="PassageRow.Text"/>; behind them, where a person put some right, the words as corrected.</summary>
    public List<Token> Tokens { get; } = Row.Readings is null ? Text.Tokens.Of(Row.Text, Words) : Readings.Tokens(Row.Text, Readings.Parse(Row.Readings));

    /// <summary>Whether words were found only because a person put them right: they do not read so as written.</summary>
    public bool IsCorrected(Occurrence found) =>
        found.First > _written && !Text.Tokens.Forms(Row.Text[Tokens[found.First].Start..Tokens[found.Last].End])
            .SequenceEqual(Tokens.Skip(found.First).Take(found.Last - found.First + 1).Select(t => t.Form));

    /// <summary>Whether words that satisfy a tier of one thing lie over a border of passages; other words of a bridge are found in a passage.</summary>
    public bool CrossesBorder(SearchTier tier)
    {
        var borders = Row.Borders is null ? [] : JsonSerializer.Deserialize<ImmutableArray<int>>(Row.Borders);
        return TextMatcher.Find(Row.Text, Tokens, tier) is { } match
            && match.Found.Exists(o => borders.Any(b => Tokens[o.First].Start < b && Tokens[o.Last].End > b));
    }
}
