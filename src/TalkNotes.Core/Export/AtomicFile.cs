namespace TalkNotes.Core.Export;

/// <summary>Writes a file whole or not at all: beside its place first, then onto it.</summary>
public static class AtomicFile
{
    /// <summary>Writes a file; whoever reads it meanwhile sees the old one.</summary>
    /// <param name="path">Its place; what stands there is replaced. A link stays one: the file that it leads to is written.</param>
    /// <param name="write">Writes the content.</param>
    /// <param name="ct">Stops the work; then nothing has changed.</param>
    public static async Task WriteAsync(string path, Func<Stream, Task> write, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(path);
        ArgumentNullException.ThrowIfNull(write);
        path = File.Exists(path) ? File.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName ?? path : path;
        var beside = $"{path}.{Guid.NewGuid():N}.tmp";
        try
        {
            await using (var file = new FileStream(beside, FileMode.CreateNew, FileAccess.Write, FileShare.None, 64 * 1024, useAsync: true))
            {
                await write(file);
                ct.ThrowIfCancellationRequested();
                file.Flush(flushToDisk: true);
            }

            File.Move(beside, path, overwrite: true);
        }
        finally
        {
            File.Delete(beside);
        }
    }
}
