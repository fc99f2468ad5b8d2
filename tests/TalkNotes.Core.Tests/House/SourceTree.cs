using TalkNotes.Tests.Shared;

namespace TalkNotes.Core.Tests.House;

/// <summary>The checkout's own files, for tests of its rules. Built output is left out.</summary>
internal static class SourceTree
{
    /// <summary>Files below a folder of the checkout, as paths from its root with <c>/</c>.</summary>
    public static IReadOnlyList<string> Files(string folder, string pattern)
    {
        var path = Path.Combine(Checkout.Root, folder);
        return !Directory.Exists(path)
            ? []
            : [.. Directory.GetFiles(path, pattern, SearchOption.AllDirectories)
                .Select(f => Path.GetRelativePath(Checkout.Root, f).Replace('\\', '/'))
                .Where(f => !f.Split('/').Any(part => part is "bin" or "obj"))
                .Order(StringComparer.Ordinal)];
    }

    public static string Read(string file) => File.ReadAllText(Path.Combine(Checkout.Root, file));

    /// <summary>The lines of a C# file without comments, so that a rule is not broken by talking about it.</summary>
    public static IEnumerable<string> Code(string file) =>
        Read(file).Split('\n').Select(l => l.Split("//")[0]).Where(l => !string.IsNullOrWhiteSpace(l));
}
