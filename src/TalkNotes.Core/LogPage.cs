namespace TalkNotes.Core;

/// <summary>Where a page begins in a list to which entries are only added, newest first.</summary>
internal static class LogPage
{
    /// <summary>The page that is shown and how many entries stand before it; a page beyond the last is the last.</summary>
    /// <param name="page">The page asked for, from 1.</param>
    /// <param name="size">Entries a page.</param>
    /// <param name="total">Entries there are.</param>
    /// <param name="of">Entries there were when the first page was read, so that what came since moves nothing; null for as many as now.</param>
    public static (int Page, int Skip) Find(int page, int size, int total, int? of)
    {
        var then = Math.Clamp(of ?? total, 0, total);
        var shown = Math.Clamp(page, 1, Math.Max(1, (then + size - 1) / size));
        return (shown, total - then + ((shown - 1) * size));
    }
}
