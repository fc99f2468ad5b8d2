using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace TalkNotes.Core.Documents;

/// <summary>How a source's metadata, diagnostics and ledger are written into the database, and read back.</summary>
public static class DocumentJson
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, // never a part of a page; encoded there
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower) },
    };

    /// <summary>Metadata as JSON; a value that the source does not state is left out.</summary>
    public static string Write(TalkMetadata metadata) => JsonSerializer.Serialize(metadata, Options);

    /// <summary>Diagnostics as a JSON array.</summary>
    public static string Write(ImmutableArray<Diagnostic> diagnostics) => JsonSerializer.Serialize(diagnostics, Options);

    /// <summary>A ledger as runs <c>[first, last, kind, owner]</c>; blank lines own themselves and are not written.</summary>
    public static string Write(LineLedger ledger)
    {
        ArgumentNullException.ThrowIfNull(ledger);
        return JsonSerializer.Serialize(
            ledger.Runs().Select(run => new object[] { run.Lines.First, run.Lines.Last, run.Owner.Kind.ToString().ToLowerInvariant(), run.Owner.Owner }),
            Options);
    }

    /// <summary>Reads what <see cref="Write(TalkMetadata)"/> wrote.</summary>
    public static TalkMetadata ReadMetadata(string json) => JsonSerializer.Deserialize<TalkMetadata>(json, Options)!;

    /// <summary>Reads what <see cref="Write(ImmutableArray{Diagnostic})"/> wrote.</summary>
    public static ImmutableArray<Diagnostic> ReadDiagnostics(string json) => JsonSerializer.Deserialize<ImmutableArray<Diagnostic>>(json, Options);

    /// <summary>Reads what <see cref="Write(LineLedger)"/> wrote, for the source it was written of.</summary>
    public static LineLedger ReadLedger(string json, SourceText source)
    {
        var ledger = new LineLedger(source);
        using var runs = JsonDocument.Parse(json);
        foreach (var run in runs.RootElement.EnumerateArray())
        {
            var lines = new LineSpan(run[0].GetInt32(), run[1].GetInt32());
            var owner = run[3].GetString()!;
            switch (run[2].GetString())
            {
                case "used": ledger.Use(lines, owner); break;
                case "chrome": ledger.Chrome(lines, owner); break;
                default: break; // unrecognised is how a ledger starts
            }
        }

        return ledger;
    }
}
