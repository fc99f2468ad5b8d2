using System.Collections.Frozen;

namespace TalkNotes.Core.Evidence;

/// <summary>
/// What people say where notes write otherwise. Notes are written in a formal English ("individuals", "limitations", "utilize")
/// that nobody speaks ("people", "not as good", "use"). An entry is written word: spoken words, both as they are read by <see cref="Terms"/>;
/// <c>not good</c> is "good" where it is denied.
/// </summary>
internal static class PlainWords
{
    private const string Table = """
        accelerate: faster fast speed quick
        accomplish: do done get
        accurate: right correct exact
        acknowledge: admit agree know
        acquire: get buy learn
        adapt: change adjust
        additional: more extra add another
        adequate: enough
        adopt: use accept start
        advance: better improve progress
        advantage: better good benefit help
        advise: tell should recommend
        advocate: should push
        aim: try want goal
        alternative: instead other option
        analyze: look
        anticipate: expect think
        apparent: clear see
        appropriate: right good
        approximately: around about roughly like
        argue: think say
        articulate: say explain
        assert: say
        assess: look measure evaluate test
        assist: help
        attempt: try
        attribute: because
        automate: automatic
        aware: know
        beneficial: good help useful benefit
        capability: can able capable
        capable: can able
        cease: stop
        challenge: hard difficult problem tough struggle
        challenging: hard difficult tough
        clarify: clear explain
        cognitive: think brain
        collaborate: together work
        commence: start begin
        complex: hard complicated difficult
        comprehend: understand
        comprehensive: whole everything
        concern: worry afraid problem
        conclude: end think
        conduct: do run
        consequently: so
        considerable: lot big much
        construct: build make
        consume: use eat
        contrast: different
        contribute: help
        convey: say tell
        create: make build
        critical: important key
        crucial: important key need
        decade: years
        decline: less down drop
        decrease: less down reduce fewer lower
        define: mean
        demonstrate: show
        depict: show
        determine: figure find decide
        develop: build make
        difficulty: hard difficult problem struggle
        diminish: less
        disadvantage: bad worse problem
        discover: find
        distinct: different
        diverse: different
        efficient: fast quick cheap
        eliminate: remove rid
        emerge: come
        emphasize: important really
        employ: use
        enable: let can able allow
        encounter: see meet run
        encourage: push want
        endeavor: try
        enhance: better improve
        enormous: huge big
        ensure: sure
        entire: whole
        essential: important need key
        establish: start build set
        estimate: think guess
        evaluate: test look evals
        evident: clear see
        evolve: change
        examine: look
        exceed: more over
        excel: good great best
        exceptional: great amazing
        exclusively: only just
        execute: do run
        exhibit: show
        expand: grow bigger more
        expertise: expert know
        facilitate: help easy easier
        failure: fail wrong
        fascinating: interesting
        feasible: possible can
        financial: money
        flaw: wrong mistake problem bug
        formulate: make
        frequently: often lot
        function: work
        fundamental: basic core
        future: going later
        generate: make create
        grasp: understand
        highlight: important
        hypothesize: think guess
        identify: find see
        illustrate: show example
        immediate: now right
        imperative: important
        implement: build do use
        imply: mean
        impressive: amazing great
        improve: better
        improvement: better
        inability: can't couldn't
        incorporate: use add include put
        incorrect: wrong
        increase: more grow bigger higher up
        indicate: show say
        individual: people person folks
        inform: tell
        initial: first start begin
        initiate: start
        innovative: new
        inquire: ask
        insight: learn understand
        insufficient: not enough
        intelligent: smart
        intend: want going try
        investigate: look
        issue: problem
        lack: not enough without
        launch: release ship
        leverage: use
        limit: can't not good not better weird edge
        limitation: can't not good not better weird edge
        maintain: keep
        major: big
        massive: huge big
        maximize: most
        method: way
        methodology: way
        minimal: little small
        minimize: less least
        misconception: wrong think
        modify: change
        monitor: watch
        necessary: need have
        necessity: need
        notable: interesting
        novel: new different weird
        numerous: lot many
        objective: goal
        observe: see saw notice
        obstacle: hard problem
        obtain: get
        occur: happen
        offer: give
        opportunity: chance
        optimal: best
        optimistic: excited hope
        option: choice
        originate: come start
        outcome: result happen
        outperform: better beat
        overcome: solve
        participate: part join
        particularly: really especially
        perceive: see feel think
        permit: let allow
        perspective: think view
        possess: have
        potential: could maybe possible
        predict: think guess
        prefer: like rather
        previously: before used
        primary: main first
        prioritize: focus important first top
        proceed: go
        proficient: good
        prohibit: can't
        prominent: big
        promote: push
        propose: suggest idea
        provide: give
        purchase: buy
        pursue: go try
        rapid: fast quick
        realize: know
        recall: remember
        receive: get
        recognize: know see
        recommend: should suggest
        reduce: less down fewer lower
        refine: better improve
        regarding: about
        reject: not want
        reliable: trust
        remain: still stay
        remarkable: amazing really
        render: make
        require: need have
        resemble: like
        resolve: solve fix
        respond: answer say
        retain: keep
        reveal: show
        robust: strong
        seek: look want try
        select: choose pick
        shortcoming: not good bad problem
        significant: big huge lot really important
        similar: like same
        simultaneously: same time once
        solution: solve fix
        state: say
        strategy: plan way
        strength: good strong
        subsequently: then after
        substantial: big lot
        succeed: work success
        sufficient: enough
        superior: better
        surpass: better beat
        sustain: keep
        swift: fast quick
        technique: way trick
        terminate: stop end
        traditional: old normal
        transform: change
        transition: move change
        unaware: not know
        unexpected: surprising surprise
        unique: different special only
        universal: everything everyone every
        unprecedented: never before
        utilize: use
        valuable: useful important worth
        various: different lot
        vast: huge big
        verify: check
        view: think see
        vital: important
        vulnerable: weak
        weakness: bad not good worse
        widespread: everywhere everyone
        """;

    private static readonly FrozenDictionary<string, string[]> Spoken = Table.Split(['\n', '\r'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        .Select(line => line.Split(": "))
        .Select(parts => (Written: Terms.Of(parts[0]), Said: Read(parts[1])))
        .GroupBy(e => e.Written, StringComparer.Ordinal)
        .ToFrozenDictionary(g => g.Key, g => g.SelectMany(e => e.Said).Distinct(StringComparer.Ordinal).ToArray(), StringComparer.Ordinal);

    /// <summary>The spoken terms for a written one; empty for most.</summary>
    public static IReadOnlyList<string> Of(string term) => Spoken.GetValueOrDefault(term, []);

    private static string[] Read(string said)
    {
        var words = said.Split(' ');
        return [.. words.Index().Where(w => w.Item != "not").Select(w => w.Index > 0 && words[w.Index - 1] == "not" ? Terms.Denied(Terms.Of(w.Item)) : Terms.Of(w.Item))];
    }
}
