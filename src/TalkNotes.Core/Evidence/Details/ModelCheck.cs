namespace TalkNotes.Core.Evidence.Details;

/// <summary>Looks names with numbers up in the spoken words: <c>o3</c>, <c>GPT-4.1</c>, <c>GPT 5</c>, <c>H100</c>.</summary>
internal static class ModelCheck
{
    /// <summary>A name with a number in a claim.</summary>
    /// <param name="First">Index of its first word.</param>
    /// <param name="Last">Index of its last word.</param>
    /// <param name="Name">Its letters, folded (<c>gpt</c>).</param>
    /// <param name="Number">Its digits without points (<c>41</c>).</param>
    public readonly record struct Model(int First, int Last, string Name, string Number);

    /// <summary>The names with numbers of a claim, in order.</summary>
    public static List<Model> Read(IReadOnlyList<DetailWord> claim)
    {
        var models = new List<Model>();
        for (var i = 0; i < claim.Count; i++)
        {
            if (ReadAt(claim, i) is { } model)
            {
                models.Add(model);
                i = model.Last;
            }
        }

        return models;
    }

    /// <summary>The findings with the index of the first word they are about.</summary>
    public static IEnumerable<(int At, DetailFinding Finding)> Check(Func<int, int, string> textOf, IEnumerable<Model> models, SpokenDetails spoken, SpokenPlaces places)
    {
        foreach (var model in models)
        {
            var text = textOf(model.First, model.Last);
            DetailFinding Finding(string found, (int First, int Last) at)
            {
                var said = spoken.Text(at.First, at.Last);
                return new DetailFinding(text, "model", found, string.Equals(said, text, StringComparison.OrdinalIgnoreCase) ? null : said, spoken.Lines(at.First, at.Last));
            }

            var readings = Readings(model, spoken).OrderBy(r => r.Strength).ThenBy(r => places.RankOf(spoken.Words[r.First].Place)).ThenBy(r => r.First).ToList();
            if (readings.Count > 0)
            {
                yield return (model.First, Finding("yes", (readings[0].First, readings[0].Last)));
                continue;
            }

            var others = Numbered(model.Name, spoken).OrderBy(r => places.RankOf(spoken.Words[r.First].Place)).ThenBy(r => r.First).ToList();
            yield return (model.First, others.Count > 0 ? Finding("differs", others[0]) : new DetailFinding(text, "model", "no", null, null));
        }
    }

    private static Model? ReadAt(IReadOnlyList<DetailWord> claim, int i)
    {
        var word = claim[i];
        var letters = string.Concat(word.Folded.Where(char.IsAsciiLetter));
        var digits = string.Concat(word.Folded.Where(char.IsAsciiDigit));
        if (letters.Length is > 0 and < 8 && digits.Length > 0)
        {
            var isAmount = char.IsAsciiDigit(word.Folded[0]) && letters != "o";
            return isAmount ? null : new Model(i, i, letters, digits);
        }

        if (digits.Length > 0 || i + 1 >= claim.Count || !claim[i + 1].Folded.All(c => char.IsAsciiDigit(c) || c == '.') || claim[i].After is not ('-' or ' '))
        {
            return null;
        }

        var isShort = word.Raw.Length is > 1 and < 6 && word.Raw.All(char.IsUpper);
        var isVersion = word.IsCapital && (claim[i].After == '-' || claim[i + 1].Folded.Contains('.', StringComparison.Ordinal));
        return isShort || isVersion ? new Model(i, i + 1, word.Folded, string.Concat(claim[i + 1].Folded.Where(char.IsAsciiDigit))) : null;
    }

    /// <summary>Places where the spoken words may mean the model; the smaller the strength the surer.</summary>
    private static IEnumerable<(int First, int Last, int Strength)> Readings(Model model, SpokenDetails spoken)
    {
        foreach (var place in spoken.Places(model.Name + model.Number))
        {
            yield return (place, place, 0);
        }

        foreach (var (first, last) in Numbered(model.Name, spoken).Where(n => Squeezed(spoken, n.Last) == model.Number))
        {
            yield return (first, last, 0);
        }

        // captions: "oh, three", "a three", "03" for o3; "41" for 4.1; "3" or "three" alone
        foreach (var quantity in spoken.Quantities.Where(q => Squeezed(spoken, q.First, q.Last) == model.Number))
        {
            var before = quantity.First > 0 ? spoken.Words[quantity.First - 1].Folded : "";
            var isSpelt = model.Name == "o" && before is "oh" or "o" or "a";
            yield return (isSpelt ? quantity.First - 1 : quantity.First, quantity.Last, isSpelt || model.Number.Length > 1 ? 1 : 2);
        }

        foreach (var place in spoken.Places("0" + model.Number).Where(_ => model.Name == "o"))
        {
            yield return (place, place, 1);
        }
    }

    /// <summary>Places where the name, or one misspelt by a letter, is followed by a number.</summary>
    private static IEnumerable<(int First, int Last)> Numbered(string name, SpokenDetails spoken)
    {
        foreach (var quantity in spoken.Quantities.Where(q => q.First > 0))
        {
            var before = spoken.Words[quantity.First - 1].Folded;
            if (name.Length > 1 && Text.EditDistance.Between(before, name, 1) <= (name.Length > 2 ? 1 : 0))
            {
                yield return (quantity.First - 1, quantity.Last);
            }
        }
    }

    private static string Squeezed(SpokenDetails spoken, int first, int last) =>
        first == last ? Squeezed(spoken, first) : string.Concat(Enumerable.Range(first, last - first + 1).Select(i => Squeezed(spoken, i)));

    private static string Squeezed(SpokenDetails spoken, int word) =>
        Text.NumberWords.TryUnit(spoken.Words[word].Folded, out var value) || Text.NumberWords.TryTen(spoken.Words[word].Folded, out value)
            ? value.ToString(System.Globalization.CultureInfo.InvariantCulture)
            : string.Concat(spoken.Words[word].Folded.Where(char.IsAsciiDigit));
}
