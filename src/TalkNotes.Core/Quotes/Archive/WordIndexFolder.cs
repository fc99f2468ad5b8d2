using TalkNotes.Core.Storage;

namespace TalkNotes.Core.Quotes.Archive;

/// <summary>The word indexes beside a database: at most one, but for the moment when a new one takes its place.</summary>
internal sealed class WordIndexFolder(string folder)
{
    private const string Pattern = "words-*.idx";
    private const string UnfinishedPattern = "words-*.tmp";

    /// <summary>Nobody writes an index for so long: what is older was left behind by a process that was ended.</summary>
    private static readonly TimeSpan LongestWriting = TimeSpan.FromHours(1);

    /// <summary>A place for a new index, which nobody has open.</summary>
    public string NewPath() => Path.Combine(folder, $"words-{Guid.NewGuid():N}.idx");

    /// <summary>Opens the newest index that is whole; null when there is none. Others, and what was left unfinished, are deleted.</summary>
    public WordIndex? Open()
    {
        if (!Directory.Exists(folder))
        {
            return null;
        }

        foreach (var left in new DirectoryInfo(folder).GetFiles(UnfinishedPattern).Where(f => DateTime.UtcNow - f.LastWriteTimeUtc > LongestWriting))
        {
            Delete(left.FullName);
        }

        foreach (var file in new DirectoryInfo(folder).GetFiles(Pattern).OrderByDescending(f => f.LastWriteTimeUtc).ThenBy(f => f.Name, StringComparer.Ordinal))
        {
            try
            {
                var index = WordIndex.Open(file.FullName);
                DeleteAllBut(file.FullName);
                return index;
            }
            catch (Exception e) when (e is DamagedFileException or FileNotFoundException)
            {
                Delete(file.FullName); // made again from the database
            }
        }

        return null;
    }

    /// <summary>Deletes what is no longer used; null deletes all.</summary>
    public void DeleteAllBut(string? kept)
    {
        if (Directory.Exists(folder))
        {
            foreach (var file in Directory.GetFiles(folder, Pattern).Where(f => f != kept))
            {
                Delete(file);
            }
        }
    }

    private static void Delete(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Somebody has it open, or it is not ours: the next one that looks deletes it.
        }
    }
}
