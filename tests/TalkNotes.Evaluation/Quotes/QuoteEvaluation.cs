using System.Diagnostics;
using System.Text.Json;
using TalkNotes.Core.Quotes;
using TalkNotes.Tests.Shared;

namespace TalkNotes.Evaluation.Quotes;

/// <summary>Checks quotations with known answers and prints a confusion table: exact ones, lightly changed, altered, misattributed, never said.</summary>
internal static class QuoteEvaluation
{
    private const int Default = 400;

    private static readonly string[] Verdicts = ["verbatim", "near-verbatim", "altered", "misattributed", "not-found"];

    /// <summary>
    /// <c>--labelled FILE --transcripts PATH</c>, or <c>--made N [--seed S] [--controls PATH] --transcripts PATH</c>. A path is a
    /// folder; a glossary in it is used.
    /// </summary>
    public static async Task<int> RunAsync(Options options)
    {
        var labelled = options["labelled", ""];
        var folder = options["transcripts", Checkout.Seeds];
        var controls = options["controls", ""];
        await using var library = await EvaluationLibrary.OpenAsync(folder);
        var cases = labelled.Length > 0
            ? LabelledCases.Read(labelled).ToList()
            : MadeCases.Make(options.Number("made", Default), options.Number("seed", 1), Transcript.Under(folder), controls.Length > 0 ? Transcript.Under(controls) : []).ToList();
        var check = library.Get<QuoteCheck>();
        await check.TendAsync(CancellationToken.None);
        var results = new List<(QuoteCase Case, QuoteResult Result, double Ms)>();
        foreach (var question in cases)
        {
            var clock = Stopwatch.GetTimestamp();
            var result = await check.CheckAsync(question.Text, question.Speaker, talk: null, CancellationToken.None);
            results.Add((question, result, Stopwatch.GetElapsedTime(clock).TotalMilliseconds));
        }

        Report(results, Console.Out, Console.Error);
        return 0;
    }

    private static void Report(List<(QuoteCase Case, QuoteResult Result, double Ms)> results, TextWriter output, TextWriter errors)
    {
        var table = new SortedDictionary<string, int[]>(StringComparer.Ordinal);
        var (right, acceptedWrong, refusedTrue) = (0, 0, 0);
        foreach (var (question, result, _) in results)
        {
            var verdict = Word(result.Verdict);
            var isPlaced = question.File is null || (result.Match is not null && IsThere(question, result.Match));
            if (!table.TryGetValue(question.Kind, out var row))
            {
                table[question.Kind] = row = new int[Verdicts.Length + 1];
            }

            row[Array.IndexOf(Verdicts, verdict)]++;
            var isTrue = question.Expected.Any(IsAccepting);
            acceptedWrong += !isTrue && IsAccepting(verdict) ? 1 : 0;
            refusedTrue += isTrue && !IsAccepting(verdict) ? 1 : 0;
            if (question.Expected.Contains(verdict) && isPlaced)
            {
                right++;
                row[^1]++;
            }
            else
            {
                errors.WriteLine($"{question.Kind}: {string.Join(" or ", question.Expected)} expected, {verdict}{(isPlaced ? "" : " elsewhere")}\n  quoted {question.Text}\n  said   {result.Match?.Text}\n  "
                    + string.Join("; ", result.Diff.Where(d => d.Op != QuoteOp.Equal).Select(d => $"{d.Change}: [{d.Said}] [{d.Quoted}]")));
            }
        }

        output.WriteLine($"{"",-28}{string.Concat(Verdicts.Append("right").Select(v => $"{v,15}"))}");
        foreach (var (kind, row) in table)
        {
            output.WriteLine($"{kind,-28}{string.Concat(row.Select(n => $"{n,15}"))}");
        }

        var times = results.Select(r => r.Ms).Order().ToList();
        output.WriteLine($"{results.Count} cases, {right} right ({100.0 * right / Math.Max(1, results.Count):0.0} %), accepted wrongly {acceptedWrong}, refused wrongly {refusedTrue}, "
            + $"median {times.ElementAtOrDefault(times.Count / 2):0.0} ms, p95 {times.ElementAtOrDefault((int)(0.95 * times.Count)):0.0} ms");
    }

    private static bool IsThere(QuoteCase question, QuoteMatch match) =>
        (match.Source.Path.EndsWith(question.File!, StringComparison.Ordinal) || question.File!.EndsWith(match.Source.Path, StringComparison.Ordinal))
        && question.Lines.Any(l => match.Source.Lines[0] <= l.Last && l.First <= match.Source.Lines[1]);

    private static bool IsAccepting(string verdict) => verdict is "verbatim" or "near-verbatim";

    private static string Word(QuoteVerdict verdict) => JsonNamingPolicy.KebabCaseLower.ConvertName(verdict.ToString());
}
