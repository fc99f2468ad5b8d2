using Microsoft.EntityFrameworkCore;
using TalkNotes.Core.Quotes.Archive;
using TalkNotes.Core.Storage;
using TalkNotes.Core.Text;

namespace TalkNotes.Core.Quotes;

/// <summary>Was this said? Looks a quotation up in the whole archive, or in one talk. Stores nothing.</summary>
public sealed class QuoteCheck
{
    /// <summary>Fewer words than this stand anywhere.</summary>
    public const int FewestWords = 4;

    /// <summary>More words than this are no quotation.</summary>
    public const int MostWords = 300;

    private const int MostAlternatives = 8;
    private const int MostOwnTalks = 200;
    private const int MostSentences = 20;

    private readonly IDbContextFactory<TalkNotesDb> _databases;
    private readonly SpokenWords _words;
    private readonly Func<Glossary> _glossary;
    private Known? _known;

    internal QuoteCheck(IDbContextFactory<TalkNotesDb> databases, SpokenWords words, Func<Glossary> glossary)
    {
        _databases = databases;
        _words = words;
        _glossary = glossary;
    }

    /// <summary>
    /// Reads the words of the archive that came in since the last time, and writes them into its index when they are many,
    /// so that no question need wait for it. Questions may be asked meanwhile.
    /// </summary>
    /// <param name="ct">Cancels.</param>
    public async Task TendAsync(CancellationToken ct)
    {
        await using var db = await _databases.CreateDbContextAsync(ct);
        await _words.TendAsync(db, ct);
    }

    /// <summary>Checks a quotation.</summary>
    /// <param name="text">
    /// As pasted, with or without quotation marks. A name behind the closing mark, in words of reporting ("said Noam Brown") or, when
    /// somebody of that name is known, in front of a colon is taken as the speaker and is no part of the quotation.
    /// </param>
    /// <param name="speaker">Who is said to have said it, or null.</param>
    /// <param name="talk">Slug of the only talk to look in, or null; an unknown slug finds nothing.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<QuoteResult> CheckAsync(string text, string? speaker, string? talk, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(text);
        await using var db = await _databases.CreateDbContextAsync(ct);
        var quoted = QuotedText.Parse(text);
        if (quoted.WithoutLabel() is { } labelled && await IsKnownAsync(db, labelled.Speaker!, ct))
        {
            quoted = labelled;
        }

        var named = string.IsNullOrWhiteSpace(speaker) ? quoted.Speaker : speaker.Trim();
        var length = quoted.WordCount < FewestWords ? QuoteLength.TooShort : quoted.WordCount > MostWords ? QuoteLength.TooLong : QuoteLength.Fits;
        if (length != QuoteLength.Fits)
        {
            return NotFound(quoted, named) with { Length = length };
        }

        int? only = null;
        if (!string.IsNullOrWhiteSpace(talk))
        {
            only = await db.Talks.Where(t => t.Slug == talk).Select(t => (int?)t.Id).SingleOrDefaultAsync(ct);
            if (only is null)
            {
                return NotFound(quoted, named);
            }
        }

        return await CheckAsync(db, quoted, named, only, ct);
    }

    /// <summary>
    /// What was not said as one passage, sentence by sentence: sentences from several places, or in another order, are each found alone.
    /// </summary>
    /// <param name="result">The answer for the whole.</param>
    /// <param name="talk">Slug of the only talk to look in, or null.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>An answer for each of its sentences; empty when the whole was found, or is one sentence, or none of its sentences is found.</returns>
    public async Task<IReadOnlyList<QuoteResult>> SentencesAsync(QuoteResult result, string? talk, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(result);
        var sentences = result is { Verdict: QuoteVerdict.NotFound, Length: QuoteLength.Fits } ? Sentences.Of(result.Quoted) : [];
        var answers = new List<QuoteResult>();
        foreach (var sentence in sentences.Count > 1 ? sentences.Take(MostSentences) : [])
        {
            answers.Add(await CheckAsync(result.Quoted[sentence.Start..sentence.End], result.Named, talk, ct));
        }

        return answers.Exists(a => a.Match is not null) ? answers : [];
    }

    /// <summary>Checks a quotation against one talk, or all, and says where the best place is.</summary>
    internal async Task<QuoteResult> CheckAsync(TalkNotesDb db, QuotedText quoted, string? named, int? talkId, CancellationToken ct)
    {
        var glossary = _glossary();
        var names = named is null ? SpeakerNames.Plain : await NamesAsync(db, glossary, ct);
        var candidates = new List<QuoteCandidate>();
        await AddAsync(talkId);
        var places = QuoteJudge.Judge(quoted, named, candidates, SpellingsOf(glossary), names);
        if (named is not null && talkId is null && places is [{ Verdict: QuoteVerdict.Misattributed }, ..])
        {
            // Words that many say fill the list of likely places: before they are another's, the named person's own talks are read.
            foreach (var talk in await TalksOfAsync(db, named, names, ct))
            {
                await AddAsync(talk);
            }

            places = QuoteJudge.Judge(quoted, named, candidates, SpellingsOf(glossary), names);
        }

        if (places is not [{ Verdict: not QuoteVerdict.Altered }, ..])
        {
            var parts = await DistantParts.FindAsync(quoted, (part, talk) => _words.FindAsync(db, part, talk ?? talkId, ct));
            foreach (var stretches in parts)
            {
                candidates.AddRange(await QuoteCandidates.OfAsync(db, stretches, ct));
            }

            places = parts.Count == 0 ? places : QuoteJudge.Judge(quoted, named, candidates, SpellingsOf(glossary), names);
        }

        if (places.Count == 0)
        {
            return NotFound(quoted, named);
        }

        var matches = new List<QuoteMatch>();
        foreach (var place in places.Take(MostAlternatives + 1))
        {
            matches.Add(await QuoteMatches.OfAsync(db, place, ct));
        }

        var best = places[0];
        return new QuoteResult
        {
            Quoted = quoted.Text,
            Aside = quoted.Aside,
            Named = named,
            Verdict = best.Verdict,
            Similarity = best.Reading.Similarity,
            SpeakerCheck = best.SpeakerCheck,
            Match = matches[0],
            Diff = best.Reading.Differences,
            Alternatives = matches[1..],
        };

        async Task AddAsync(int? talk)
        {
            foreach (var place in await _words.FindAsync(db, quoted, talk, ct))
            {
                candidates.AddRange(await QuoteCandidates.OfAsync(db, [place], ct));
            }
        }
    }

    /// <summary>The spellings of the glossary, worked out once for each version of it.</summary>
    private Spellings SpellingsOf(Glossary glossary)
    {
        var known = _known;
        if (known is null || !ReferenceEquals(known.Glossary, glossary))
        {
            _known = known = new Known(glossary, Spellings.Of(glossary));
        }

        return known.Spellings;
    }

    private static async Task<SpeakerNames> NamesAsync(TalkNotesDb db, Glossary glossary, CancellationToken ct)
    {
        var known = await db.Set<SpeakerAliasRow>().AsNoTracking().Select(a => new { a.Name, Speaker = a.Speaker.Name }).ToListAsync(ct);
        return new SpeakerNames(known.Select(a => (a.Name, a.Speaker))
            .Concat(glossary.Entries.Where(e => e.Kind == "person").SelectMany(e => e.Also.Concat(e.Heard).Select(a => (a, e.Term)))));
    }

    /// <summary>Whether somebody of that name speaks in some talk.</summary>
    private async Task<bool> IsKnownAsync(TalkNotesDb db, string name, CancellationToken ct)
    {
        var names = await NamesAsync(db, _glossary(), ct);
        var speakers = await db.Set<SpeakerRow>().AsNoTracking().Select(s => s.Name).ToListAsync(ct);
        return speakers.Exists(s => names.Same(name, s));
    }

    /// <summary>The talks in which somebody of that name speaks, the first published first.</summary>
    private static async Task<List<int>> TalksOfAsync(TalkNotesDb db, string named, SpeakerNames names, CancellationToken ct)
    {
        var speakers = await db.Set<SpeakerRow>().AsNoTracking().Select(s => new { s.Id, s.Name }).ToListAsync(ct);
        var ids = speakers.Where(s => names.Same(named, s.Name)).Select(s => s.Id).ToList();
        return await db.Set<TalkSpeakerRow>().Where(s => ids.Contains(s.SpeakerId)).Select(s => s.TalkId).Distinct()
            .Join(db.Talks, id => id, t => t.Id, (_, t) => new { t.Id, t.Published })
            .OrderBy(t => t.Published == null).ThenBy(t => t.Published).ThenBy(t => t.Id)
            .Take(MostOwnTalks).Select(t => t.Id).ToListAsync(ct);
    }

    private static QuoteResult NotFound(QuotedText quoted, string? named) => new()
    {
        Quoted = quoted.Text,
        Aside = quoted.Aside,
        Named = named,
        Verdict = QuoteVerdict.NotFound,
        Similarity = 0,
        SpeakerCheck = named is null ? SpeakerCheck.NotNamed : SpeakerCheck.NotMarked,
    };

    private sealed record Known(Glossary Glossary, Spellings Spellings);
}
