using System.Collections.Immutable;

namespace TalkNotes.Core.Ingest;

/// <summary>A file that may be a talk's document.</summary>
/// <param name="Path">Relative to the folder given, with <c>/</c>.</param>
/// <param name="FullPath">Where it is.</param>
public sealed record LibraryFile(string Path, string FullPath);

/// <summary>A file that was passed over.</summary>
/// <param name="Path">Relative to the folder given, with <c>/</c>.</param>
/// <param name="Reason">Why, in a few words.</param>
public sealed record SkippedFile(string Path, string Reason);

/// <summary>A folder of documents, or one file, as it is on disk.</summary>
/// <param name="Root">The folder that the paths are relative to.</param>
/// <param name="Files">What to take in, in ordinal order of their paths.</param>
/// <param name="Skipped">What was passed over, with the reason.</param>
public sealed record LibraryFolder(string Root, ImmutableArray<LibraryFile> Files, ImmutableArray<SkippedFile> Skipped)
{
    private static readonly HashSet<string> OtherExtensions = new(StringComparer.OrdinalIgnoreCase)
    {
        ".png", ".jpg", ".jpeg", ".gif", ".webp", ".svg", ".ico", ".mp3", ".m4a", ".wav", ".ogg", ".opus", ".flac", ".mp4", ".mkv",
        ".webm", ".mov", ".avi", ".pdf", ".doc", ".docx", ".odt", ".xls", ".xlsx", ".ppt", ".pptx", ".epub", ".zip", ".gz", ".xz",
        ".7z", ".rar", ".tar", ".db", ".sqlite", ".exe", ".dll", ".so", ".part", ".tmp",
    };

    /// <summary>Lists a folder with all its sub-folders, or one file as it was asked for.</summary>
    /// <exception cref="FileNotFoundException">There is neither a file nor a folder of that name.</exception>
    public static LibraryFolder At(string path)
    {
        var full = Path.GetFullPath(path);
        if (File.Exists(full))
        {
            return new LibraryFolder(Path.GetDirectoryName(full)!, [new LibraryFile(Path.GetFileName(full), full)], []);
        }

        if (!Directory.Exists(full))
        {
            throw new FileNotFoundException($"There is no file or folder '{path}'", path);
        }

        var files = new List<LibraryFile>();
        var skipped = new List<SkippedFile>();
        Walk(new DirectoryInfo(full), "", files, skipped);
        return new LibraryFolder(
            full,
            [.. files.OrderBy(f => f.Path, StringComparer.Ordinal)],
            [.. skipped.OrderBy(f => f.Path, StringComparer.Ordinal)]);
    }

    /// <summary>Only what is, or lies below, one of the paths given.</summary>
    internal LibraryFolder Below(IReadOnlySet<string> paths)
    {
        return this with { Files = [.. Files.Where(f => IsBelow(f.FullPath))], Skipped = [.. Skipped.Where(s => IsBelow(Path.Combine(Root, s.Path)))] };

        bool IsBelow(string path)
        {
            for (var at = path; at is not null && at.Length >= Root.Length; at = Path.GetDirectoryName(at))
            {
                if (paths.Contains(at))
                {
                    return true;
                }
            }

            return false;
        }
    }

    private static void Walk(DirectoryInfo folder, string prefix, List<LibraryFile> files, List<SkippedFile> skipped)
    {
        var isData = DataFolder.Is(folder.FullName);
        foreach (var entry in Entries(folder, prefix, skipped))
        {
            var path = prefix + entry.Name;
            var reason = isData && DataFolder.IsOwn(entry.Name) ? "kept by TalkNotes, not a talk" : ReasonToSkip(entry);
            if (reason is not null)
            {
                skipped.Add(new SkippedFile(path, reason));
            }
            else if (entry is DirectoryInfo subfolder)
            {
                Walk(subfolder, path + "/", files, skipped);
            }
            else
            {
                files.Add(new LibraryFile(path, entry.FullName));
            }
        }
    }

    private static FileSystemInfo[] Entries(DirectoryInfo folder, string prefix, List<SkippedFile> skipped)
    {
        try
        {
            return folder.GetFileSystemInfos();
        }
        catch (Exception e) when (prefix.Length > 0 && e is UnauthorizedAccessException or IOException)
        {
            skipped.Add(new SkippedFile(prefix, "the folder cannot be read"));
            return [];
        }
    }

    private static string? ReasonToSkip(FileSystemInfo entry)
    {
        if (entry.Name.StartsWith('.'))
        {
            return "hidden";
        }

        if (entry is DirectoryInfo)
        {
            return entry.LinkTarget is null ? null : "a link to another folder";
        }

        if (entry is FileInfo { Exists: true, Length: 0 })
        {
            return "empty"; // or a pipe, whose reader would wait for ever
        }

        var name = Path.GetFileNameWithoutExtension(entry.Name);
        if (name.Equals("README", StringComparison.OrdinalIgnoreCase) || name.Equals("LICENSE", StringComparison.OrdinalIgnoreCase))
        {
            return "about the folder, not a talk";
        }

        if (entry.Name.Equals("glossary.yaml", StringComparison.OrdinalIgnoreCase))
        {
            return "the glossary, not a talk";
        }

        return entry.Name.EndsWith('~') || OtherExtensions.Contains(entry.Extension) ? "not a text file" : null;
    }
}
