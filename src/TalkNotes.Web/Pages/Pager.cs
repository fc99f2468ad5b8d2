namespace TalkNotes.Web.Pages;

/// <summary>Where a listing stands; drawn by <c>_Pager.cshtml</c>.</summary>
/// <param name="Page">The page shown, from 1.</param>
/// <param name="Last">The last page; 1 for a listing that fits on one.</param>
/// <param name="Address">The address of a page with everything else that is in force.</param>
public sealed record Pager(int Page, int Last, Func<int, string> Address)
{
    /// <summary>A pager over <paramref name="total"/> rows.</summary>
    public static Pager Over(int total, int pageSize, int page, Func<int, string> address) =>
        new(page, Math.Max(1, (total + pageSize - 1) / pageSize), address);
}
