namespace TalkNotes.Core.Tests;

/// <summary>Finds the checkout the tests were built from, and its seeds.</summary>
internal static class RepositoryRoot
{
    public static string Path { get; } = Find();

    public static string Seeds => System.IO.Path.Combine(Path, "seeds");

    /// <summary>The one seed whose name starts with <paramref name="number"/> ("001").</summary>
    public static string Seed(string number) => Directory.GetFiles(Seeds, number + "_*").Single();

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(System.IO.Path.Combine(folder.FullName, "TalkNotes.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("The tests must run inside the checkout.");
    }
}
