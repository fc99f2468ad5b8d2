using System.Text.Json;
using TalkNotes.Core.Documents;
using TalkNotes.Core.Evidence;
using TalkNotes.Core.Formats;

namespace TalkNotes.Evaluation.Evidence;

/// <summary>A transcript, claims about it in the order of their note, and for each the places that state it.</summary>
internal sealed record LabelledTalk(
    string Id,
    SourceWords Source,
    TranscriptIndex Transcript,
    TalkHeader Header,
    IReadOnlyList<ClaimText> Claims,
    IReadOnlyList<IReadOnlyList<(int From, int To)>> Labels)
{
    /// <summary>The talks of a set: a folder with <c>set.json</c>.</summary>
    public static List<LabelledTalk> ReadSet(string folder)
    {
        using var set = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "set.json")));
        return [.. set.RootElement.GetProperty("items").EnumerateArray().Select(item => Read(folder, item))];
    }

    private static LabelledTalk Read(string folder, JsonElement item)
    {
        string PathOf(string name) => Path.Combine(folder, item.GetProperty(name).GetString()!);
        var file = SourceText.FromBytes(Path.GetFileName(PathOf("transcript")), File.ReadAllBytes(PathOf("transcript")));
        if (SourceFormats.Parse(file) is not ParseResult.Parsed { Source.Document: var document })
        {
            throw new InvalidDataException($"{file.Path} is understood by no format");
        }

        var source = new SourceWords(file.Lines);
        var claims = ClaimList.Read(File.ReadLines(PathOf("claims"))).Claims;
        using var labels = JsonDocument.Parse(File.ReadAllText(PathOf("labels")));
        return new LabelledTalk(
            item.GetProperty("id").GetString()!,
            source,
            TranscriptIndex.Of(document.Segments),
            TalkHeader.Of(document.Metadata),
            claims,
            [.. claims.Select(c => ReadLabels(labels.RootElement.GetProperty(c.Id), source))]);
    }

    private static List<(int From, int To)> ReadLabels(JsonElement labels, SourceWords source) =>
        [.. labels.EnumerateArray()
            .Where(l => l.GetProperty("grade").GetInt32() == 2)
            .Select(l => source.Span(Pair(l.GetProperty("lines")), l.TryGetProperty("cols", out var columns) ? Pair(columns) : null))
            .Where(s => s.To > s.From)];

    private static (int, int) Pair(JsonElement pair) => (pair[0].GetInt32(), pair[1].GetInt32());
}
