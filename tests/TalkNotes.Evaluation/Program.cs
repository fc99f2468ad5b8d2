using TalkNotes.Evaluation;

// One verb a file: add yours here.
var verbs = new Dictionary<string, Func<Options, Task<int>>>(StringComparer.Ordinal)
{
    ["search"] = SearchEvaluation.RunAsync,
};

if (args is [var verb, ..] && verbs.TryGetValue(verb, out var run))
{
    return await run(Options.Parse(args[1..]));
}

Console.Error.WriteLine($"usage: dotnet run --project tests/TalkNotes.Evaluation -- {string.Join('|', verbs.Keys)} [--OPTION VALUE]…");
return 2;
using TalkNotes.Evaluation.Evidence;

// Measures quality on labelled data that is not part of the project; see docs/evidence.md for the form of a set.
return args switch
{
    ["evidence", "--set", .. var folders] when folders.Length > 0 => EvidenceEvaluation.Run(folders, learn: false),
    ["evidence", "--learn", "--set", .. var folders] when folders.Length > 0 => EvidenceEvaluation.Run(folders, learn: true),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("usage: TalkNotes.Evaluation evidence [--learn] --set DIR…");
    return 2;
}
