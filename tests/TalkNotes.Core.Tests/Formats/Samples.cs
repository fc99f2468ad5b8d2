using TalkNotes.Core.Documents;
using TalkNotes.Core.Formats;
using TalkNotes.Tests.Shared;

namespace TalkNotes.Core.Tests.Formats;

/// <summary>The sample documents, <c>Samples/&lt;format id&gt;/&lt;case&gt;.&lt;extension&gt;</c>, each with its two golden files beside it.</summary>
internal static class Samples
{
    public const string Folder = "tests/TalkNotes.Core.Tests/Samples";

    /// <summary>Each sample as <c>format-id/case.extension</c>.</summary>
    public static IReadOnlyList<string> Names { get; } =
        [.. Files().Where(f => !IsGolden(f)).Order(StringComparer.Ordinal)];

    public static IReadOnlyList<string> GoldenNames { get; } = [.. Files().Where(IsGolden).Order(StringComparer.Ordinal)];

    public static TheoryData<string> Theory() => [.. Names];

    public static string FormatOf(string name) => name.Split('/')[0];

    public static byte[] Bytes(string name) => File.ReadAllBytes(Path.Combine(Checkout.Root, Folder, name));

    public static SourceText Source(string name) => SourceText.FromBytes(name, Bytes(name));

    public static ParsedSource Parsed(string name) => Reading.Of(Bytes(name));

    private static bool IsGolden(string name) => name.EndsWith(".golden.json", StringComparison.Ordinal) || name.EndsWith(".ledger.txt", StringComparison.Ordinal);

    private static IEnumerable<string> Files()
    {
        var root = Path.Combine(Checkout.Root, Folder);
        return Directory.GetFiles(root, "*", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(root, f).Replace('\\', '/'));
    }
}
