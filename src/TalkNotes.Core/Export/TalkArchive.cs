using System.IO.Compression;
using System.Text;

namespace TalkNotes.Core.Export;

/// <summary>
/// Many talks in one ZIP file, written while they are read: never more than one talk is in memory. The same talks give
/// the same bytes.
/// </summary>
public static class TalkArchive
{
    /// <summary>The file in the archive that names what could not be written; there is none when everything was.</summary>
    public const string NotWritten = "not-written.txt";

    private static readonly DateTimeOffset Then = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Writes an archive.</summary>
    /// <param name="to">Takes the bytes; need not seek.</param>
    /// <param name="export">Reads the talks.</param>
    /// <param name="slugs">Their addresses, each once.</param>
    /// <param name="formats">What to write of each.</param>
    /// <param name="site">Where files link to.</param>
    /// <param name="ct">Stops the work.</param>
    /// <returns>What could not be written, and why.</returns>
    public static async Task<IReadOnlyList<string>> WriteAsync(
        Stream to, TalkExport export, IEnumerable<string> slugs, IReadOnlyList<ExportFormat> formats, ExportSite site, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(export);
        ArgumentNullException.ThrowIfNull(slugs);
        ArgumentNullException.ThrowIfNull(formats);
        var missing = new List<string>();
        using var staged = new StagedStream(to);
        using (var zip = new ZipArchive(staged, ZipArchiveMode.Create, leaveOpen: true, Encoding.UTF8))
        {
            await AddAllAsync(zip, staged, export, slugs, formats, site, missing, ct);
        }

        await staged.SendAsync(ct);
        return missing;
    }

    private static async Task AddAllAsync(
        ZipArchive zip, StagedStream staged, TalkExport export, IEnumerable<string> slugs, IReadOnlyList<ExportFormat> formats, ExportSite site, List<string> missing, CancellationToken ct)
    {
        foreach (var slug in slugs)
        {
            if (await export.FindAsync(slug, ct) is not { } talk)
            {
                missing.Add($"{slug}: there is no such talk");
                continue;
            }

            foreach (var format in formats)
            {
                if (format.Write(talk, site) is { } bytes)
                {
                    Add(zip, $"{slug}.{format.Ending}", bytes);
                }
                else
                {
                    missing.Add($"{slug}.{format.Ending}: {format.Name}: {format.Lack}");
                }
            }

            await staged.SendAsync(ct);
        }

        if (missing.Count > 0)
        {
            Add(zip, NotWritten, Encoding.UTF8.GetBytes(string.Join('\n', missing) + "\n"));
        }
    }

    private static void Add(ZipArchive zip, string name, byte[] bytes)
    {
        var entry = zip.CreateEntry(name, CompressionLevel.Optimal);
        entry.LastWriteTime = Then;
        using var file = entry.Open();
        file.Write(bytes);
    }
}
