using System.Security.Cryptography;
using TalkNotes.Core.Documents;
using TalkNotes.Core.Storage;

namespace TalkNotes.Core.Ingest;

/// <summary>
/// Documents that a person has given and not yet saved: they lie in the data folder under the hash of their bytes until
/// they are saved or given up, so a closed browser or a restart loses nothing.
/// </summary>
public sealed class WaitingDocuments
{
    private const int IdLength = 20;
    private const int LongestName = 120;

    private readonly string _folder;

    internal WaitingDocuments(TalkNotesOptions options) =>
        _folder = Path.Combine(Path.GetFullPath(options.DataDirectory), DataFolder.Waiting);

    /// <summary>Keeps a document for review.</summary>
    /// <param name="name">Its file name; folders in it and characters that no file name may have are dropped.</param>
    /// <param name="bytes">The file as it came.</param>
    /// <param name="ct">Stops before it is kept.</param>
    /// <returns>The document, or the reason why the bytes are no document ("not a text file").</returns>
    public async Task<(WaitingDocument? Document, string? Refusal)> KeepAsync(string name, ReadOnlyMemory<byte> bytes, CancellationToken ct)
    {
        if (FileContent.ReasonToRefuse(bytes.Span) is { } reason)
        {
            return (null, reason);
        }

        var id = Convert.ToHexStringLower(SHA256.HashData(bytes.Span))[..IdLength];
        var folder = Directory.CreateDirectory(Path.Combine(_folder, id));
        var path = Path.Combine(folder.FullName, SafeName(name));
        await WriteWholeAsync(path, Path.Combine(_folder, $"{id}-{Guid.NewGuid():N}{UnfinishedFiles.Ending}"), bytes, ct);
        foreach (var other in folder.GetFiles().Where(f => f.FullName != path))
        {
            other.Delete(); // the same bytes under another name: the newest name counts
        }

        return (Describe(new FileInfo(path)), null);
    }

    /// <summary>What waits, the newest first.</summary>
    public IReadOnlyList<WaitingDocument> All() => !Directory.Exists(_folder)
        ? []
        : [.. new DirectoryInfo(_folder).GetDirectories()
            .SelectMany(d => d.GetFiles().Take(1))
            .OrderByDescending(f => f.LastWriteTimeUtc).ThenBy(f => f.Name, StringComparer.Ordinal)
            .Select(Describe)];

    /// <summary>One document; null when it was saved or given up.</summary>
    public WaitingDocument? Find(string id) => FileOf(id) is { } file ? Describe(file) : null;

    /// <summary>Its text under the path that it will have in the library; null when it was saved or given up.</summary>
    public async Task<SourceText?> ReadAsync(string id, CancellationToken ct) => FileOf(id) is { } file
        ? SourceText.FromBytes($"added/{id[..8]}/{file.Name}", await File.ReadAllBytesAsync(file.FullName, ct))
        : null;

    /// <summary>Keeps what was typed about a document that is not saved yet; null forgets it.</summary>
    /// <param name="id">The document; one that does not wait is left alone.</param>
    /// <param name="typed">What was typed, in the form that the page chooses.</param>
    /// <param name="ct">Stops before it is kept.</param>
    public async Task KeepTypedAsync(string id, string? typed, CancellationToken ct)
    {
        if (FileOf(id) is not null)
        {
            await (typed is null ? Task.CompletedTask : WriteWholeAsync(TypedPath(id), Path.Combine(_folder, $"{id}-{Guid.NewGuid():N}{UnfinishedFiles.Ending}"), System.Text.Encoding.UTF8.GetBytes(typed), ct));
            if (typed is null)
            {
                File.Delete(TypedPath(id));
            }
        }
    }

    /// <summary>What was typed about a document; null when nothing was.</summary>
    public async Task<string?> TypedAsync(string id, CancellationToken ct) =>
        FileOf(id) is not null && File.Exists(TypedPath(id)) ? await File.ReadAllTextAsync(TypedPath(id), ct) : null;

    /// <summary>Forgets a document that was saved or given up, and what was typed about it.</summary>
    public void Remove(string id)
    {
        if (FileOf(id) is { Directory: { } folder })
        {
            File.Delete(TypedPath(id));
            folder.Delete(recursive: true);
        }
    }

    /// <summary>Writes a file that is there whole or not at all, on the disk before anybody is told.</summary>
    private static async Task WriteWholeAsync(string path, string unfinished, ReadOnlyMemory<byte> bytes, CancellationToken ct)
    {
        try
        {
            await using (var file = new FileStream(unfinished, FileMode.CreateNew, FileAccess.Write))
            {
                await file.WriteAsync(bytes, ct);
                file.Flush(flushToDisk: true);
            }

            File.Move(unfinished, path, overwrite: true);
        }
        finally
        {
            File.Delete(unfinished);
        }
    }

    private string TypedPath(string id) => Path.Combine(_folder, id + ".typed.json");

    private FileInfo? FileOf(string id)
    {
        var isId = id is { Length: IdLength } && id.All(char.IsAsciiHexDigitLower);
        var folder = isId ? new DirectoryInfo(Path.Combine(_folder, id)) : null;
        return folder is { Exists: true } ? folder.GetFiles().FirstOrDefault() : null;
    }

    private static WaitingDocument Describe(FileInfo file) =>
        new(file.Directory!.Name, file.Name, file.Length, new DateTimeOffset(file.LastWriteTimeUtc, TimeSpan.Zero));

    private static string SafeName(string name)
    {
        var last = name.Split('/', '\\')[^1];
        var safe = string.Concat(last.Where(c => char.IsLetterOrDigit(c) || c is '.' or '-' or '_' or ' ' or '(' or ')')).Trim(' ', '.');
        safe = safe.Length > LongestName ? safe[^LongestName..].Trim(' ', '.') : safe;
        return safe.Length == 0 ? "document.txt" : safe;
    }
}

/// <summary>A document that waits for a person's word.</summary>
/// <param name="Id">Hexadecimal, from the hash of its bytes.</param>
/// <param name="Name">File name.</param>
/// <param name="Bytes">Size.</param>
/// <param name="GivenAt">When it came.</param>
public sealed record WaitingDocument(string Id, string Name, long Bytes, DateTimeOffset GivenAt);
