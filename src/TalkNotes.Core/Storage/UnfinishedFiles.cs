namespace TalkNotes.Core.Storage;

/// <summary>
/// Files that are written beside their place and named when they are whole. Whoever writes one keeps it open: what nobody holds was
/// left by a program that was killed, and is cleared away.
/// </summary>
internal static class UnfinishedFiles
{
    /// <summary>How their names end.</summary>
    public const string Ending = ".part";

    /// <summary>What SQLite keeps beside a database that it writes.</summary>
    private static readonly string[] Beside = ["-journal", "-wal", "-shm"];

    /// <summary>Opens a new one, for others to write in too; it is taken for left behind as soon as this is closed.</summary>
    public static FileStream Hold(string path) =>
        new(path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);

    /// <summary>Removes what was left behind in a folder, which need not exist.</summary>
    public static void Clear(string folder)
    {
        if (!Directory.Exists(folder))
        {
            return;
        }

        foreach (var file in Directory.GetFiles(folder, "*" + Ending))
        {
            try
            {
                using var held = new FileStream(file, FileMode.Open, FileAccess.ReadWrite, FileShare.None, bufferSize: 0, FileOptions.DeleteOnClose);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                continue; // somebody writes it, or nobody may
            }

            Remove(file);
        }
    }

    /// <summary>Removes one, and what SQLite left beside it.</summary>
    public static void Remove(string file)
    {
        File.Delete(file);
        foreach (var journal in Beside)
        {
            File.Delete(file + journal);
        }
    }
}
