namespace TalkNotes.Core.Storage;

/// <summary>Asks for addresses by their beginning in a way that an index answers: SQLite's LIKE, which StartsWith becomes, reads them all.</summary>
internal static class SlugQueries
{
    private const string AfterAllSlugs = "~"; // slugs are small letters, digits and hyphens

    /// <summary>Those of these addresses that begin like this.</summary>
    public static IQueryable<string> Beginning(this IQueryable<string> slugs, string slug)
    {
        var end = slug + AfterAllSlugs;
#pragma warning disable CA1309 // becomes SQL, where text is compared byte by byte
        return slugs.Where(s => string.Compare(s, slug) >= 0 && string.Compare(s, end) <= 0);
#pragma warning restore CA1309
    }
}
