using System.Text;

namespace TalkNotes.Core.Search;

/// <summary>Writes queries in the language that <see cref="SearchQuery.Parse"/> reads.</summary>
internal static class SearchQueryText
{
    /// <summary>The query as a person could have typed it.</summary>
    public static string Write(SearchQuery query)
    {
        var parts = query.Groups.Select(g => string.Join(" OR ", g.Alternatives.Select(Write)))
            .Concat(query.Excluded.Select(t => "-" + Write(t)))
            .Concat(query.Filters.Select(Write));
        return string.Join(' ', parts);
    }

    /// <summary>A filter; a value with blanks is quoted.</summary>
    public static string Write(SearchFilter filter)
    {
        var text = new StringBuilder(filter.IsNot ? "-" : "").Append(filter.Field).Append(':');
        return (filter.Value.Any(char.IsWhiteSpace) ? text.Append('"').Append(filter.Value).Append('"') : text.Append(filter.Value)).ToString();
    }

    private static string Write(SearchTerm term) => term switch
    {
        WordsTerm { IsQuoted: false, Forms: [var word] } => word,
        WordsTerm words => $"\"{string.Join(' ', words.Forms)}\"",
        PrefixTerm prefix => prefix.Start + "*",
        NearTerm near => $"NEAR({string.Join(' ', near.Terms.Select(Write))}, {near.Distance})",
        _ => "",
    };
}
