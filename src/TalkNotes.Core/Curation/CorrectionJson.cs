using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using TalkNotes.Core.Storage;

namespace TalkNotes.Core.Curation;

/// <summary>Corrections as rows: the kind in a column, what was said as JSON.</summary>
internal static class CorrectionJson
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    private static readonly Dictionary<string, Type> Kinds = new(StringComparer.Ordinal)
    {
        ["field"] = typeof(FieldCorrection),
        ["topics"] = typeof(TopicsCorrection),
        ["part"] = typeof(PartCorrection),
        ["rename"] = typeof(RenameCorrection),
        ["alias"] = typeof(AliasCorrection),
        ["merge"] = typeof(MergeCorrection),
        ["split"] = typeof(SplitCorrection),
        ["label"] = typeof(LabelCorrection),
        ["turns"] = typeof(TurnsCorrection),
        ["words"] = typeof(WordsCorrection),
        ["primary"] = typeof(PrimaryCorrection),
        ["same-talk"] = typeof(SameTalkCorrection),
        ["different-talks"] = typeof(DifferentTalksCorrection),
        ["undo"] = typeof(UndoCorrection),
    };

    /// <summary>The row's kind.</summary>
    public static string KindOf(Correction correction) => Kinds.First(k => k.Value == correction.GetType()).Key;

    /// <summary>What the row says.</summary>
    public static string Write(Correction correction) => JsonSerializer.Serialize(correction, correction.GetType(), Options);

    /// <summary>What a row says.</summary>
    public static Correction Read(CorrectionRow row) => (Correction)JsonSerializer.Deserialize(row.Detail, Kinds[row.Kind], Options)!;
}
