using System.Diagnostics;
using TalkNotes.Core.Quotes;
using TalkNotes.Core.Text;
using TalkNotes.Tests.Shared;

namespace TalkNotes.Evaluation.Quotes;

/// <summary>Checks quotations with known answers and prints a confusion table: exact ones, lightly changed, altered, misattributed, never said.</summary>
internal static class QuoteEvaluation
{
    private const int Windows = 8;
    private const int Default = 400;

    private static readonly string[] Verdicts = ["verbatim", "near-verbatim", "altered", "misattributed", "not-found"];

    /// <summary>
    /// <c>--labelled FILE --transcripts PATH</c>, or <c>--made N [--seed S] [--controls PATH] --transcripts PATH</c>; with
    /// <c>--glossary FILE</c>. A path is a file or a folder.
    /// </summary>
    public static async Task<int> RunAsync(Options options)
    {
        var labelled = options["labelled", ""];
        var glossary = options["glossary", ""];
        var talks = Transcript.Under(options["transcripts", Checkout.Seeds]);
        var cases = labelled.Length > 0
            ? LabelledCases.Read(labelled)
            : MadeCases.Make(options.Number("made", Default), options.Number("seed", 1), talks, options["controls", ""] is { Length: > 0 } controls ? Transcript.Under(controls) : []);
        var terms = glossary.Length > 0 ? Glossary.Parse(await File.ReadAllTextAsync(glossary)) : Glossary.Empty;
        Judge([.. cases], talks, Spellings.Of(terms), Console.Out, Console.Error);
        return 0;
    }

    private static void Judge(IReadOnlyList<QuoteCase> cases, List<Transcript> talks, Spellings spellings, TextWriter output, TextWriter errors)
    {
        var places = talks.ConvertAll(t => new QuotePlaces(t.Segments));
        var table = new SortedDictionary<string, int[]>(StringComparer.Ordinal);
        var (right, acceptedWrong, refusedTrue) = (0, 0, 0);
        var clock = Stopwatch.StartNew();
        foreach (var question in cases)
        {
            var best = Best(question, talks, places, spellings);
            var verdict = Word(best?.Verdict ?? QuoteVerdict.NotFound);
            var isPlaced = question.File is null || (best is not null && IsThere(question, best, talks[best.Candidate.Talk]));
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
                errors.WriteLine($"{question.Kind}: {string.Join(" or ", question.Expected)} expected, {verdict}{(isPlaced ? "" : " elsewhere")}\n  quoted {question.Text}\n  said   {best?.Reading.Text}");
            }
        }

        output.WriteLine($"{"",-24}{string.Concat(Verdicts.Append("right").Select(v => $"{v,15}"))}");
        foreach (var (kind, row) in table)
        {
            output.WriteLine($"{kind,-24}{string.Concat(row.Select(n => $"{n,15}"))}");
        }

        output.WriteLine($"{cases.Count} cases, {right} right ({100.0 * right / Math.Max(1, cases.Count):0.0} %), accepted wrongly {acceptedWrong}, refused wrongly {refusedTrue}, "
            + $"{clock.Elapsed.TotalMilliseconds / Math.Max(1, cases.Count):0.0} ms each");
    }

    private static QuotePlace? Best(QuoteCase question, List<Transcript> talks, List<QuotePlaces> places, Spellings spellings)
    {
        var quoted = QuotedText.Parse(question.Text);
        var candidates = places
            .SelectMany((p, t) => p.Find(quoted).Select(w => (Talk: t, w.First, w.Last, w.Score)))
            .OrderByDescending(w => w.Score).Take(Windows)
            .Select(w => new QuoteCandidate(w.Talk, w.Talk, w.First, talks[w.Talk].Segments.Count, [.. talks[w.Talk].Segments.Skip(w.First).Take(w.Last - w.First + 1)]));
        return QuoteJudge.Judge(quoted, question.Speaker, candidates, spellings, SpeakerNames.Plain) is [var best, ..] ? best : null;
    }

    private static bool IsThere(QuoteCase question, QuotePlace best, Transcript talk)
    {
        var (first, last) = (talk.Segments[best.First].Lines.First, talk.Segments[best.Last].Lines.Last);
        return talk.Path.EndsWith(question.File!, StringComparison.Ordinal) && question.Lines.Any(l => first <= l.Last && l.First <= last);
    }

    private static bool IsAccepting(string verdict) => verdict is "verbatim" or "near-verbatim";

    private static string Word(QuoteVerdict verdict) => verdict switch
    {
        QuoteVerdict.Verbatim => "verbatim",
        QuoteVerdict.NearVerbatim => "near-verbatim",
        QuoteVerdict.Altered => "altered",
        QuoteVerdict.Misattributed => "misattributed",
        _ => "not-found",
    };
}
