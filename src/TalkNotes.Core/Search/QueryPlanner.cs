using System.Collections.Immutable;
using TalkNotes.Core.Text;

namespace TalkNotes.Core.Search;

/// <summary>Turns a query into tiers: the words as typed first, then what else they may mean, each form labelled.</summary>
internal sealed class QueryPlanner(Glossary glossary, Vocabulary vocabulary, IReadOnlySet<string> namesOfPeople, bool isTolerant)
{
    private const int ShortestPart = 3;
    private const int LongestCompound = 24;

    /// <summary>In longer queries a word that the library has is taken as it is: nobody types so many words wrongly written apart.</summary>
    private const int FewWords = 8;

    private HashSet<string> _known = [];
    private bool _isLong;

    /// <summary>The tiers of a query, narrowest first; none when it has nothing to match.</summary>
    public async Task<List<SearchTier>> PlanAsync(SearchQuery query, CancellationToken ct)
    {
        var excluded = query.Excluded.Select(Excluding).ToImmutableArray();
        var typed = query.Groups.SelectMany(g => g.Alternatives).OfType<WordsTerm>().SelectMany(t => t.Forms).ToList();
        _isLong = typed.Count > FewWords;
        _known = isTolerant ? await vocabulary.KnownAsync(typed, ct) : [];
        var words = new List<SearchUnit>(); // every bare word for itself
        var things = new List<SearchUnit>(); // words that name one thing taken together
        for (var i = 0; i < query.Groups.Length;)
        {
            var bare = BareFrom(query.Groups, i);
            if (bare.Count > 0)
            {
                await AddBareAsync(words, things, bare, ct);
                i += bare.Count;
            }
            else
            {
                var unit = await UnitAsync(query.Groups[i], ct);
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
        return [.. tiers.Select((t, i) => t with { Excluded = excluded, Rank = i })];
    }

    /// <summary>What a place must not have: the very words, no variants.</summary>
    public static SearchUnit Excluding(SearchTerm term) => new(Label(term), ExactOnly(term));

    /// <summary>One thing: its forms one after the other, so that the nearest come first whatever their number.</summary>
    private static void AddOneThing(List<SearchTier> tiers, SearchUnit unit)
    {
        if (!unit.Near.IsEmpty)
        {
            tiers.Add(new SearchTier([unit]));
            return;
        }

        var strong = unit.Only(IsStrong);
        for (var kind = MatchKind.Exact; kind < MatchKind.Short; kind++)
        {
            AddUpTo(tiers, unit, kind, named: []);
        }

        for (var kind = MatchKind.Short; kind <= MatchKind.Heard; kind++)
        {
            AddUpTo(tiers, unit, kind, named: strong is null ? [] : [strong]);
        }
    }

    private static void AddUpTo(List<SearchTier> tiers, SearchUnit unit, MatchKind kind, ImmutableArray<SearchUnit> named)
    {
        if (unit.Forms.Any(f => f.Kind == kind) && unit.Only(f => f.Kind <= kind) is { } upTo)
        {
            tiers.Add(new SearchTier([upTo]) { Marked = unit, OnlyWhereNamed = named });
        }
    }

    /// <summary>Means the thing wherever it stands; short forms only where the thing is named in full.</summary>
    private static bool IsStrong(UnitForm form) => form.Kind < MatchKind.Short;

    private static void AddRun(List<SearchTier> tiers, ImmutableArray<string> run)
    {
        if (run.Length > 1)
        {
            var exact = new UnitForm(run, MatchKind.Exact);
            var stems = new UnitForm([.. run.Select(Tokens.StemOf)], MatchKind.Inflected, IsStem: true);
            var label = string.Join(' ', run);
            tiers.Add(new SearchTier([new SearchUnit(label, [exact])]));
            tiers.Add(new SearchTier([new SearchUnit(label, [exact, stems])]));
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

    /// <summary>Whether it says something about the subject.</summary>
    public static bool IsTelling(SearchUnit unit) => !unit.Near.IsEmpty || unit.Forms.IsEmpty || !unit.Forms[0].Words.All(StopWords.Contains);

    private static List<string> BareFrom(ImmutableArray<SearchGroup> groups, int start)
    {
        var bare = new List<string>();
        for (var i = start; i < groups.Length && groups[i].Alternatives is [WordsTerm { IsQuoted: false, Forms: [var form] }]; i++)
        {
            bare.Add(form);
        }

        return bare;
    }

    private async Task AddBareAsync(List<SearchUnit> words, List<SearchUnit> things, List<string> bare, CancellationToken ct)
    {
        foreach (var word in bare)
        {
            words.Add(await WordsUnitAsync([word], ct));
        }

        var named = isTolerant ? glossary.Find(bare) : [];
        var joined = isTolerant ? await JoinedAsync(bare, ct) : [];
        for (var i = 0; i < bare.Count;)
        {
            var match = named.FirstOrDefault(m => m.First == i);
            var count = Math.Max(1, match.Count);
            if (match.Entry is { Kind: "model" } && i + count < bare.Count && char.IsAsciiDigit(bare[i + count][0]))
            {
                count++;
            }
            else if (match.Entry is null && i + 1 < bare.Count && joined.Contains(bare[i] + bare[i + 1]))
            {
                count = 2;
            }

            things.Add(count == 1 ? words[words.Count - bare.Count + i] : await WordsUnitAsync([.. bare[i..(i + count)]], ct));
            i += count;
        }
    }

    private async Task<SearchUnit> UnitAsync(SearchGroup group, CancellationToken ct)
    {
        var forms = ImmutableArray.CreateBuilder<UnitForm>();
        var near = ImmutableArray<SearchUnit>.Empty;
        var distance = 0;
        foreach (var term in group.Alternatives)
        {
            switch (term)
            {
                case WordsTerm words:
                    forms.AddRange((await WordsUnitAsync(words.Forms, ct)).Forms);
                    break;
                case PrefixTerm prefix:
                    forms.AddRange(ExactOnly(prefix));
                    break;
                case NearTerm close when near.IsEmpty:
                    near = [.. close.Terms.Select(t => new SearchUnit(Label(t), [Exact(t.Forms), Inflected(t.Forms)]))];
                    distance = close.Distance;
                    break;
            }
        }

        return new SearchUnit(string.Join(" OR ", group.Alternatives.Select(Label)), forms.ToImmutable(), near, distance);
    }

    /// <summary>A word or words in a row, with what else is meant by them.</summary>
    private async Task<SearchUnit> WordsUnitAsync(ImmutableArray<string> words, CancellationToken ct)
    {
        var forms = new List<UnitForm> { Exact(words), Inflected(words) };
        if (isTolerant)
        {
            AddGlossary(forms, words);
            if (words is [var word])
            {
                await AddPartsAsync(forms, word, ct);
                await AddSoundAlikesAsync(forms, word, ct);
            }
            else if (words is [var first, var second] && first.All(char.IsLetter) && second.All(char.IsLetter))
            {
                forms.Add(new UnitForm([first + second], MatchKind.Joined));
            }
        }

        return new SearchUnit(string.Join(' ', words), forms);
    }

    private void AddGlossary(List<UnitForm> forms, ImmutableArray<string> words)
    {
        foreach (var match in glossary.Find(words).Where(m => m.First == 0))
        {
            if (match.Count == words.Length)
            {
                AddVariants(forms, match.Entry.Names.Concat(match.Entry.Heard), [], MatchKind.Glossary);
                AddVariants(forms, match.Entry.Short.Where(s => words.Contains(s)), [], MatchKind.Short);
                AddVariants(forms, match.Entry.Short, [], MatchKind.Heard);
            }
            else if (match.Entry.Kind == "model" && match.Count == words.Length - 1)
            {
                AddVariants(forms, match.Entry.Names.Concat(match.Entry.Heard), [words[^1]], MatchKind.Glossary);
                AddModelNumber(forms, words[^1]);
            }
            else
            {
                continue;
            }

            if (match.Count < words.Length || match.Entry.Kind == "model")
            {
                AddModelNumber(forms, words[^1]);
            }
        }
    }

    /// <summary>A version with a point is said alone (<c>4.1</c>) and heard without its point (<c>41</c>).</summary>
    private static void AddModelNumber(List<UnitForm> forms, string number)
    {
        if (number.Contains('.', StringComparison.Ordinal) && char.IsAsciiDigit(number[0]))
        {
            AddVariants(forms, [number], [], MatchKind.Short);
            AddVariants(forms, [number.Replace(".", "", StringComparison.Ordinal)], [], MatchKind.Heard);
        }
    }

    private static void AddVariants(List<UnitForm> forms, IEnumerable<string> spellings, ImmutableArray<string> tail, MatchKind kind)
    {
        foreach (var spelling in spellings)
        {
            ImmutableArray<string> words = [.. Tokens.Of(spelling).Select(t => kind >= MatchKind.Short ? t.Form : t.Stem), .. tail];
            var isNew = !words.IsEmpty && !forms.Exists(f => f.Words.SequenceEqual(words));
            if (isNew)
            {
                forms.Add(new UnitForm(words, kind, IsStem: kind < MatchKind.Short) { Spelling = string.Join(' ', tail.Prepend(spelling)) });
            }
        }
    }

    /// <summary>Pairs of neighbours that the library also writes as one word.</summary>
    private async Task<HashSet<string>> JoinedAsync(List<string> bare, CancellationToken ct)
    {
        var pairs = Enumerable.Range(0, bare.Count - 1)
            .Where(i => !StopWords.Contains(bare[i]) && !StopWords.Contains(bare[i + 1]) && bare[i].All(char.IsLetter) && bare[i + 1].All(char.IsLetter))
            .Select(i => bare[i] + bare[i + 1]).ToList();
        return pairs.Count == 0 ? [] : await vocabulary.KnownAsync(pairs, ct);
    }

    /// <summary>One word that the library may write as two.</summary>
    private async Task AddPartsAsync(List<UnitForm> forms, string word, CancellationToken ct)
    {
        if (word.Length is < 2 * ShortestPart or > LongestCompound || !word.All(char.IsLetter) || StopWords.Contains(word) || (_isLong && _known.Contains(word)))
        {
            return;
        }

        var cuts = Enumerable.Range(ShortestPart, word.Length - (2 * ShortestPart) + 1).ToList();
        var known = await vocabulary.KnownAsync(cuts.SelectMany(c => new[] { word[..c], word[c..] }), ct);
        foreach (var cut in cuts.Where(c => known.Contains(word[..c]) && known.Contains(word[c..]) && !StopWords.Contains(word[..c]) && !StopWords.Contains(word[c..])))
        {
            forms.Add(new UnitForm([word[..cut], word[cut..]], MatchKind.Joined));
        }
    }

    private async Task AddSoundAlikesAsync(List<UnitForm> forms, string word, CancellationToken ct)
    {
        var isKnown = _known.Contains(word);
        var isName = namesOfPeople.Contains(word) || glossary.Find([word]).Exists(m => m.Entry.Kind == "person");
        if (isKnown && !isName)
        {
            return;
        }

        foreach (var alike in await vocabulary.SoundAlikesAsync(word, isKnown, ct))
        {
            if (!forms.Exists(f => f.Words is [var known] && (known == alike || known == Tokens.StemOf(alike))))
            {
                forms.Add(new UnitForm([alike], MatchKind.SoundsAlike));
            }
        }
    }

    private static UnitForm Exact(ImmutableArray<string> words) => new(words, MatchKind.Exact);

    private static UnitForm Inflected(ImmutableArray<string> words) => new([.. words.Select(Tokens.StemOf)], MatchKind.Inflected, IsStem: true);

    private static IEnumerable<UnitForm> ExactOnly(SearchTerm term) => term switch
    {
        WordsTerm words => [Exact(words.Forms)],
        PrefixTerm prefix => [new UnitForm([prefix.Start], MatchKind.Exact, IsPrefix: true)],
        NearTerm near => near.Terms.Select(t => Exact(t.Forms)), // left out are places with any of them
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
