using System.Collections.Immutable;
using TalkNotes.Core.Text;

namespace TalkNotes.Core.Search;

/// <summary>Turns a query into tiers: the words as typed first, then what else they may mean.</summary>
internal sealed class QueryPlanner(Glossary glossary, Vocabulary vocabulary, IReadOnlySet<string> namesOfPeople, bool isTolerant)
{
    /// <summary>The tiers of a query, narrowest first; none when it has nothing to match.</summary>
    public List<SearchTier> Plan(SearchQuery query)
    {
        var typed = query.Groups.SelectMany(g => g.Alternatives).OfType<WordsTerm>().SelectMany(t => t.Forms).ToList();
        var forms = new WordForms(glossary, vocabulary, namesOfPeople, isTolerant, typed);
        var words = new List<SearchUnit>(); // every bare word for itself
        var things = new List<SearchUnit>(); // words that name one thing taken together
        for (var i = 0; i < query.Groups.Length;)
        {
            var bare = BareFrom(query.Groups, i);
            if (bare.Count > 0)
            {
                AddBare(words, things, bare, forms);
                i += bare.Count;
            }
            else
            {
                var unit = Unit(query.Groups[i], forms);
                words.Add(unit);
                things.Add(unit);
                i++;
            }
        }

        var tiers = new List<SearchTier>();
        if (things.Count == 1)
        {
            AddOneThing(tiers, things[0]);
        }
        else if (things.Count > 1)
        {
            AddRun(tiers, query.Run);
            AddAll(tiers, things);
        }

        if (words.Count != things.Count)
        {
            AddAll(tiers, words);
        }

        AddMost(tiers, things.Count > 1 ? things : words, AskedFor.In(query.Run));
        return [.. tiers.Select((t, i) => t with { Rank = i })];
    }

    /// <summary>What a place must not have: the very words, no variants.</summary>
    public static SearchUnit Excluding(SearchTerm term) => new(Label(term), ExactOnly(term));

    /// <summary>Whether it says something about the subject.</summary>
    public static bool IsTelling(SearchUnit unit) => !unit.Near.IsEmpty || unit.Forms.IsEmpty || !unit.Forms[0].Words.All(StopWords.Contains);

    /// <summary>One thing: a tier for each kind of form, so that the nearest come first whatever their number.</summary>
    private static void AddOneThing(List<SearchTier> tiers, SearchUnit unit)
    {
        if (!unit.Near.IsEmpty)
        {
            tiers.Add(new SearchTier([unit]));
            return;
        }

        var strong = unit.Only(IsStrong);
        for (var kind = MatchKind.Exact; kind <= MatchKind.Heard; kind++)
        {
            if (unit.Only(f => f.Kind == kind) is { } forms)
            {
                tiers.Add(new SearchTier([forms]) { Marked = unit, OnlyWhereNamed = kind < MatchKind.Short || strong is null ? [] : [strong] });
            }
        }
    }

    /// <summary>Means the thing wherever it stands; short forms only where the thing is named in full.</summary>
    private static bool IsStrong(UnitForm form) => form.Kind < MatchKind.Short;

    private static void AddRun(List<SearchTier> tiers, ImmutableArray<string> run)
    {
        if (run.Length > 1)
        {
            var label = string.Join(' ', run);
            tiers.Add(new SearchTier([new SearchUnit(label, [WordForms.Exact(run)])]));
            tiers.Add(new SearchTier([new SearchUnit(label, [WordForms.Inflected(run)])]) { Marked = new SearchUnit(label, [WordForms.Exact(run), WordForms.Inflected(run)]) });
        }
    }

    private static void AddAll(List<SearchTier> tiers, List<SearchUnit> units)
    {
        tiers.Add(new SearchTier([.. units.Select(u => u.Only(IsStrong) ?? u)]));
        var named = units.Where(u => u.Forms.Any(f => !IsStrong(f))).Select(u => u.Only(IsStrong)).OfType<SearchUnit>().ToImmutableArray();
        if (!named.IsEmpty)
        {
            tiers.Add(new SearchTier([.. units]) { OnlyWhereNamed = named });
        }
    }

    private static void AddMost(List<SearchTier> tiers, List<SearchUnit> units, AskedFor asked)
    {
        var telling = units.Where(u => IsTelling(u) && !asked.Words.Contains(u.Label)).Select(u => u.Only(IsStrong) ?? u).ToImmutableArray();
        if (units.Count > 1 && telling.Length > 0)
        {
            tiers.Add(new SearchTier(telling) { IsPartial = true });
        }
    }

    private static List<string> BareFrom(ImmutableArray<SearchGroup> groups, int start)
    {
        var bare = new List<string>();
        for (var i = start; i < groups.Length && groups[i].Alternatives is [WordsTerm { IsQuoted: false, Forms: [var form] }]; i++)
        {
            bare.Add(form);
        }

        return bare;
    }

    private static void AddBare(List<SearchUnit> words, List<SearchUnit> things, List<string> bare, WordForms forms)
    {
        var units = bare.ConvertAll(w => forms.Of([w]));
        words.AddRange(units);
        var i = 0;
        foreach (var count in forms.Things(bare))
        {
            things.Add(count == 1 ? units[i] : forms.Of([.. bare[i..(i + count)]]));
            i += count;
        }
    }

    private static SearchUnit Unit(SearchGroup group, WordForms forms)
    {
        var all = ImmutableArray.CreateBuilder<UnitForm>();
        var near = ImmutableArray<SearchUnit>.Empty;
        var distance = 0;
        foreach (var term in group.Alternatives)
        {
            switch (term)
            {
                case WordsTerm words:
                    all.AddRange(forms.Of(words.Forms).Forms);
                    break;
                case PrefixTerm prefix:
                    all.AddRange(ExactOnly(prefix));
                    break;
                case NearTerm close when near.IsEmpty:
                    near = [.. close.Terms.Select(t => new SearchUnit(Label(t), [WordForms.Exact(t.Forms), WordForms.Inflected(t.Forms)]))];
                    distance = close.Distance;
                    break;
            }
        }

        return new SearchUnit(string.Join(" OR ", group.Alternatives.Select(Label)), all.ToImmutable(), near, distance);
    }

    private static IEnumerable<UnitForm> ExactOnly(SearchTerm term) => term switch
    {
        WordsTerm words => [WordForms.Exact(words.Forms)],
        PrefixTerm prefix => [new UnitForm([prefix.Start], MatchKind.Exact, IsPrefix: true)],
        NearTerm near => near.Terms.Select(t => WordForms.Exact(t.Forms)), // left out are places with any of them
        _ => [],
    };

    private static string Label(SearchTerm term) => term switch
    {
        WordsTerm words => string.Join(' ', words.Forms),
        PrefixTerm prefix => prefix.Start + "*",
        NearTerm near => string.Join(' ', near.Terms.Select(Label)),
        _ => "",
    };
}
