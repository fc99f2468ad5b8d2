using System.Collections.Immutable;
using System.Text.Json;
using TalkNotes.Core.Documents;

namespace TalkNotes.Core.Formats.Parts;

/// <summary>What formats share that are JSON with lists of segments: the reading, the turns, and notes about items that are none.</summary>
internal sealed class JsonTranscript
{
    private readonly ImmutableArray<Diagnostic>.Builder _diagnostics = ImmutableArray.CreateBuilder<Diagnostic>();

    /// <summary>The segments so far.</summary>
    public LabelledSegments Segments { get; } = new();

    /// <summary>What the file says about its talk.</summary>
    public TalkMetadata Metadata { get; private set; } = new();

    /// <summary>Reads a file.</summary>
    /// <param name="source">The file.</param>
    /// <param name="ledger">Its ledger.</param>
    /// <param name="lists">Top-level keys whose arrays hold the segments.</param>
    /// <param name="ignored">Top-level keys whose values are not even read.</param>
    /// <param name="onItem">Adds an item to the segments; answers why it could not.</param>
    /// <param name="onField">The metadata after a top-level field, or null when the field says nothing about the talk.</param>
    public static TalkDocument Read(
        SourceText source,
        LineLedger ledger,
        ReadOnlySpan<string> lists,
        ReadOnlySpan<string> ignored,
        Func<JsonElement, LabelledSegments, LineSpan, string?> onItem,
        Func<string, JsonElement, TalkMetadata, TalkMetadata?> onField)
    {
        var transcript = new JsonTranscript();
        transcript._diagnostics.AddRange(JsonItems.Read(
            source,
            ledger,
            lists,
            ignored,
            (_, item, lines) =>
            {
                if (onItem(item, transcript.Segments, lines) is { } why)
                {
                    transcript._diagnostics.Add(FormatDiagnostics.UnusableItem(why, lines.First));
                }
            },
            (key, value, lines) => transcript.Take(key, value, lines, onField)));
        return transcript.Segments.Document(transcript.Metadata, transcript._diagnostics);
    }

    private bool Take(string key, JsonElement value, LineSpan lines, Func<string, JsonElement, TalkMetadata, TalkMetadata?> onField)
    {
        if (onField(key, value, Metadata) is not { } metadata)
        {
            return false;
        }

        Metadata = ReferenceEquals(metadata, Metadata) ? metadata : metadata with { Fields = metadata.Fields.Add(new MetadataField(key, Shown(value), lines)) };
        return true;
    }

    private static string Shown(JsonElement value) =>
        value.ValueKind == JsonValueKind.Object ? value.Text("language") ?? "" : JsonValues.Display(value);
}
