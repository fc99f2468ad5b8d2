using Microsoft.EntityFrameworkCore;
using TalkNotes.Core.Storage;
using TalkNotes.Core.Text;

namespace TalkNotes.Core.Search;

/// <summary>Fields that have a facet, and all others.</summary>
[Flags]
internal enum FilterFields
{
    None = 0,
    Talk = 1,
    Speaker = 2,
    Show = 4,
    Year = 8,
    Kind = 16,
    Status = 32,
    Other = 64,
}

/// <summary>Decides which passages the filters let through, and which field holds the others back.</summary>
internal sealed class HitFilter
{
    /// <summary>Stands for "the source does not say" in <c>speaker:</c>, <c>show:</c> and <c>year:</c>.</summary>
    public const string None = "none";

    private readonly List<Rule> _rules = [];
    private readonly FilterFields?[] _talkFailures;
    private readonly LibraryFacts _library;

    private HitFilter(LibraryFacts library, ClaimStatuses statuses)
    {
        _library = library;
        Statuses = statuses;
        _talkFailures = new FilterFields?[library.HighestTalk + 1];
    }

    /// <summary>What counts today of claims.</summary>
    public ClaimStatuses Statuses { get; }

    public static async Task<HitFilter> CreateAsync(
        TalkNotesDb db, IReadOnlyCollection<SearchFilter> filters, LibraryFacts library, ClaimStatuses statuses, Glossary glossary, CancellationToken ct)
    {
        var filter = new HitFilter(library, statuses);
        foreach (var field in filters.GroupBy(f => (f.Field, f.IsNot)))
        {
            var values = field.Select(f => f.Value).ToList();
            filter._rules.Add(await filter.RuleAsync(db, field.Key.Field, values, glossary, ct) with { IsNot = field.Key.IsNot });
        }

        return filter;
    }

    /// <summary>Whether everything is let through.</summary>
    public bool IsEmpty => _rules.Count == 0;

    /// <summary>Whether passages of one talk may fare differently.</summary>
    public bool LooksAtPassages => _rules.Exists(r => r.OfPassage is not null);

    /// <summary>The fields that hold a passage back; none when it is let through.</summary>
    public FilterFields Failures(in PassageFacts passage)
    {
        var failures = Failures(passage.TalkId);
        foreach (var rule in _rules)
        {
            failures |= rule.OfPassage is null || rule.OfPassage(passage) != rule.IsNot ? FilterFields.None : rule.Field;
        }

        return failures;
    }

    /// <summary>The fields that hold a whole talk back.</summary>
    public FilterFields Failures(int talk) => _rules.Count == 0 ? FilterFields.None : _talkFailures[talk] ??= OfTalk(talk);

    private FilterFields OfTalk(int id)
    {
        var failures = FilterFields.None;
        if (_library.Talks.TryGetValue(id, out var talk))
        {
            foreach (var rule in _rules)
            {
                failures |= rule.OfTalk is null || rule.OfTalk(talk) != rule.IsNot ? FilterFields.None : rule.Field;
            }
        }

        return failures;
    }

    /// <summary>The speakers that a name means: full name, alias or slug; else surname; else first name; else by the glossary.</summary>
    public static HashSet<int> Speakers(string name, LibraryFacts library, Glossary glossary)
    {
        var folded = Folding.Fold(name.Trim());
        var found = ByName(folded, library);
        if (found.Count == 0)
        {
            var entries = glossary.Entries.Where(e => e.Kind == "person" && e.Names.Concat(e.Heard).Any(n => Folding.Fold(n) == folded));
            found = [.. entries.SelectMany(e => ByName(Folding.Fold(e.Term), library))];
        }

        return found;
    }

    private static HashSet<int> ByName(string folded, LibraryFacts library)
    {
        Func<SpeakerFacts, bool>[] ways =
        [
            s => s.Slug == folded || s.Names.Contains(folded),
            s => s.Names.Any(n => n.EndsWith(" " + folded, StringComparison.Ordinal)),
            s => s.Names.Any(n => n.StartsWith(folded + " ", StringComparison.Ordinal)),
        ];
        return ways.Select(way => library.Speakers.Values.Where(way).Select(s => s.Id).ToHashSet()).FirstOrDefault(ids => ids.Count > 0) ?? [];
    }

    private async Task<Rule> RuleAsync(TalkNotesDb db, string field, List<string> values, Glossary glossary, CancellationToken ct)
    {
        switch (field)
        {
            case SearchFields.Speaker:
                var speakers = values.SelectMany(v => v == None ? [0] : Speakers(v, _library, glossary)).ToHashSet();
                return new Rule(FilterFields.Speaker) { OfPassage = p => p.IsSpoken && speakers.Contains(p.SpeakerId) };
            case SearchFields.Role:
                var roles = await db.TalkSpeakers.AsNoTracking().Where(s => s.Role != null && values.Contains(s.Role)).Select(s => new { s.TalkId, s.SpeakerId }).ToListAsync(ct);
                var inRole = roles.Select(r => (r.TalkId, r.SpeakerId)).ToHashSet();
                return new Rule(FilterFields.Other) { OfPassage = p => p.IsSpoken && inRole.Contains((p.TalkId, p.SpeakerId)) };
            case SearchFields.Talk:
                var slugs = values.ToHashSet(StringComparer.OrdinalIgnoreCase);
                var former = await db.TalkSlugs.AsNoTracking().Where(s => values.Contains(s.Slug)).Select(s => s.TalkId).ToListAsync(ct);
                return new Rule(FilterFields.Talk) { OfTalk = t => slugs.Contains(t.Slug) || former.Contains(t.Id) };
            case SearchFields.Show:
                var shows = values.Select(Folding.Fold).ToHashSet(StringComparer.Ordinal);
                return new Rule(FilterFields.Show) { OfTalk = t => shows.Contains(t.Show is null ? None : Folding.Fold(t.Show)) };
            case SearchFields.Topic:
                var topics = values.Select(Folding.Fold).ToHashSet(StringComparer.Ordinal);
                var named = (await db.Topics.Select(t => new { t.Id, t.Name, t.Slug }).ToListAsync(ct)).Where(t => topics.Contains(Folding.Fold(t.Name)) || topics.Contains(t.Slug)).Select(t => t.Id).ToList();
                var about = (await db.TalkTopics.Where(t => named.Contains(t.TopicId)).Select(t => t.TalkId).ToListAsync(ct)).ToHashSet();
                return new Rule(FilterFields.Other) { OfTalk = t => about.Contains(t.Id) };
            case SearchFields.Kind:
                var kinds = values.ToHashSet(StringComparer.Ordinal);
                return new Rule(FilterFields.Kind) { OfPassage = p => kinds.Contains(Word(p.Kind)) };
            case SearchFields.Status:
                var wanted = values.ToHashSet(StringComparer.Ordinal);
                return new Rule(FilterFields.Status) { OfPassage = p => p.ClaimId != 0 && wanted.Contains(Statuses.Of(p.ClaimId)) };
            case SearchFields.Origin:
                var origins = values.ToHashSet(StringComparer.Ordinal);
                return new Rule(FilterFields.Other) { OfPassage = p => origins.Contains(PassageDirectory.Origins[p.Origin]) };
            default:
                return DateRule(field, values);
        }
    }

    private static Rule DateRule(string field, List<string> values)
    {
        var ranges = values.Where(v => v != None).Select(v => DateRange.TryParse(v, out var range) ? range : default).ToList();
        return field switch
        {
            SearchFields.Year => new Rule(FilterFields.Year)
            {
                OfTalk = t => t.Published is null ? values.Contains(None) : ranges.Exists(r => r.Contains(t.Published)),
            },
            SearchFields.After => new Rule(FilterFields.Other) { OfTalk = t => ranges.TrueForAll(r => t.Published >= r.First) },
            SearchFields.Before => new Rule(FilterFields.Other) { OfTalk = t => ranges.TrueForAll(r => t.Published < r.First) },
            SearchFields.Transcribed => new Rule(FilterFields.Other) { OfTalk = t => ranges.Exists(r => r.Contains(t.Transcribed)) },
            SearchFields.Retrieved => new Rule(FilterFields.Other) { OfTalk = t => ranges.Exists(r => r.Contains(t.Retrieved)) },
            _ => new Rule(FilterFields.Other) { OfTalk = t => ranges.Exists(r => r.Contains(t.Published)) },
        };
    }

    /// <summary>The contract's word for a kind.</summary>
    public static string Word(FactKind kind) => kind switch
    {
        FactKind.Claim => PassageKind.Claim,
        FactKind.Talk => PassageKind.Talk,
        _ => PassageKind.Segment,
    };

    private sealed record Rule(FilterFields Field)
    {
        public bool IsNot { get; init; }
        public Func<TalkFacts, bool>? OfTalk { get; init; }
        public Func<PassageFacts, bool>? OfPassage { get; init; }
    }
}
