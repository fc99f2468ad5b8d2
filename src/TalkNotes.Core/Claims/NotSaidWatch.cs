namespace TalkNotes.Core.Claims;

/// <summary>Opens a not-said claim again when one of its searches finds what it did not find before.</summary>
internal static class NotSaidWatch
{
    /// <summary>Each stored search with the places that it finds now and did not find then; empty when nothing is new.</summary>
    public static List<StoredSearch> NewlyFound(IReadOnlyList<StoredSearch> stored, SpokenSearch search)
    {
        var news = new List<StoredSearch>();
        foreach (var then in stored)
        {
            var found = search.Find(then.Query).ToList();
            then.Found.ToList().ForEach(f => found.Remove(f));
            if (found.Count > 0)
            {
                news.Add(new StoredSearch(then.Query, found));
            }
        }

        return news;
    }
}
