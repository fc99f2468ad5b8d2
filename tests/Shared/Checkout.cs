namespace TalkNotes.Tests.Shared;

/// <summary>The checkout the tests were built from.</summary>
public static class Checkout
{
    public static string Root { get; } = Find();

    public static string Seeds => Path.Combine(Root, "seeds");

    /// <summary>The one seed whose name starts with <paramref name="number"/> ("001").</summary>
    public static string Seed(string number) => Directory.GetFiles(Seeds, number + "_*").Single();

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "TalkNotes.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("The tests must run inside the checkout.");
    }
}
