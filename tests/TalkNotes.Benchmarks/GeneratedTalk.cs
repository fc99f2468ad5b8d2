using System.Globalization;

namespace TalkNotes.Benchmarks;

/// <summary>Who says what without a break.</summary>
internal sealed record GeneratedTurn(string Speaker, string[] Words);

/// <summary>A made-up talk.</summary>
internal sealed record GeneratedTalk
{
    /// <summary>One talk in so many lasts three hours.</summary>
    private const int LongOneIn = 100;

    /// <summary>Nobody else is in so many talks: one in ten, a thousand of ten thousand.</summary>
    private const int FirstHostOneIn = 10;

    private const int Hosts = 200;
    private const int Guests = 3_000;
    private const int Names = 12;
    private const int Claims = 10;

    public required int Number { get; init; }
    public required string Title { get; init; }
    public required string Show { get; init; }
    public required DateOnly Published { get; init; }
    public required string Host { get; init; }
    public required string Guest { get; init; }
    public required IReadOnlyList<string> Topics { get; init; }
    public required IReadOnlyList<string> KeyPoints { get; init; }
    public required IReadOnlyList<GeneratedTurn> Turns { get; init; }

    /// <summary>The talk of a number, always the same: 3,000 to 16,600 words, one in a hundred 30,000, ten thousand on average.</summary>
    public static GeneratedTalk Of(int number, SpokenWords spoken)
    {
        var random = new Random(42_000_000 + number);
        string[] names = [.. Enumerable.Range(0, Names).Select(_ => SpokenWords.Name(random, random.Next(2, 4)))];
        var host = Person(number % FirstHostOneIn == 0 ? 0 : 1 + random.Next(Hosts));
        var guest = Person(1 + Hosts + (int)(Guests * random.NextDouble() * random.NextDouble())); // some come again and again
        var words = number % LongOneIn == LongOneIn - 1 ? 30_000 : random.Next(3_000, 16_600);
        var turns = new List<GeneratedTurn>();
        while (words > 0)
        {
            var count = words < 200 ? words : random.Next(30, 170); // no turn is a word or two: claims are made of them
            turns.Add(new GeneratedTurn(turns.Count % 2 == 0 ? host : guest, spoken.Say(random, count, names)));
            words -= count;
        }

        return new GeneratedTalk
        {
            Number = number,
            Title = $"{SpokenWords.Upper(string.Join(' ', spoken.Say(random, 4, names)).Trim('.', ',', '?', '!'))} with {guest}",
            Show = $"The {SpokenWords.Name(new Random(number % 40), 3)} Show",
            Published = new DateOnly(2015, 1, 1).AddDays(random.Next(4_000)),
            Host = host,
            Guest = guest,
            Topics = [.. Enumerable.Range(0, 3).Select(_ => SpokenWords.Name(new Random((int)(300 * random.NextDouble() * random.NextDouble())), 2)).Distinct(StringComparer.Ordinal)],
            KeyPoints = [.. Enumerable.Range(0, Claims).Select(_ => Claim(random, turns)).Distinct(StringComparer.Ordinal)],
            Turns = turns,
        };
    }

    /// <summary>What somebody might note of the talk: words of one place, some of them left out, now and then with a year.</summary>
    private static string Claim(Random random, List<GeneratedTurn> turns)
    {
        var words = turns[random.Next(turns.Count)].Words;
        var count = Math.Min(words.Length, random.Next(12, 24));
        var kept = words.Skip(random.Next(words.Length - count + 1)).Take(count).Where((_, i) => i == 0 || random.Next(5) > 0).Select(w => w.Trim('.', ',', '?', '!')).ToList();
        var year = random.Next(4) == 0 ? string.Create(CultureInfo.InvariantCulture, $" in {random.Next(2015, 2030)}") : "";
        return $"{SpokenWords.Upper(string.Join(' ', kept))}{year}.";
    }

    private static string Person(int number)
    {
        var random = new Random(7_000_000 + number);
        return $"{SpokenWords.Name(random, 2)} {SpokenWords.Name(random, 3)}";
    }
}
