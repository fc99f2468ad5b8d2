using System.Text.Json;
using System.Text.Json.Serialization;

namespace TalkNotes.Evaluation;

/// <summary>Labelled searches: a file <c>{"queries": […]}</c>.</summary>
/// <param name="Queries">The searches.</param>
internal sealed record SearchLabels(IReadOnlyList<LabelledQuery> Queries)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    public static SearchLabels Read(string path) => JsonSerializer.Deserialize<SearchLabels>(File.ReadAllText(path), Json)!;
}

/// <summary>One search and the places that answer it.</summary>
internal sealed record LabelledQuery(string Id, string Query, IReadOnlyList<LabelledPlace> Relevant)
{
    /// <summary>Filters beside the query; of these <c>speaker</c> is written into it.</summary>
    public Dictionary<string, string> Filters { get; init; } = [];

    /// <summary>The query in the language of the product.</summary>
    [JsonIgnore]
    public string Written => Filters.TryGetValue("speaker", out var speaker) ? $"speaker:\"{speaker}\" {Query}" : Query;
}

/// <summary>A place in a file.</summary>
/// <param name="File">Name of the file.</param>
/// <param name="StartLine">First line, from 1.</param>
/// <param name="EndLine">Last line.</param>
/// <param name="Grade">2 answers it, 1 is near it and counts neither way.</param>
internal sealed record LabelledPlace(string File, int StartLine, int EndLine, int Grade);
