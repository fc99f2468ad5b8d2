using TalkNotes.Evaluation;
using TalkNotes.Evaluation.Evidence;
using TalkNotes.Evaluation.Quotes;

// One verb a file: add yours here.
var verbs = new Dictionary<string, Func<Options, Task<int>>>(StringComparer.Ordinal)
{
    ["search"] = SearchEvaluation.RunAsync,
    ["quotes"] = QuoteEvaluation.RunAsync,
    ["evidence"] = EvidenceEvaluation.RunAsync,
    ["evidence-weights"] = EvidenceEvaluation.LearnAsync,
};

if (args is [var verb, ..] && verbs.TryGetValue(verb, out var run))
{
    return await run(Options.Parse(args[1..]));
}

Console.Error.WriteLine($"usage: dotnet run --project tests/TalkNotes.Evaluation -- {string.Join('|', verbs.Keys)} [--OPTION VALUE]…");
return 2;
