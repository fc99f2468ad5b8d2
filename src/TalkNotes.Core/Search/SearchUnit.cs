using System.Collections.Immutable;

namespace TalkNotes.Core.Search;

/// <summary>How words found stand for words asked for; lower is nearer.</summary>
internal enum MatchKind
{
    /// <summary>The very words.</summary>
    Exact,

    /// <summary>An inflection, or a number spelled out.</summary>
    Inflected,

    /// <summary>Written as one word or as two.</summary>
    Joined,

    /// <summary>Another name or a misheard form, by the glossary.</summary>
    Glossary,

    /// <summary>A name that sounds alike.</summary>
    SoundsAlike,

    /// <summary>A part of what was typed that means it (<c>4.1</c>), in a talk that names it in full.</summary>
    Short,

    /// <summary>A short form as captions hear it (<c>41</c>), in a talk that names it in full.</summary>
    Heard,
}

/// <summary>Words in a row that satisfy a unit.</summary>
/// <param name="Words">Exact forms, or stems.</param>
/// <param name="Kind">How they stand for what was asked.</param>
/// <param name="IsStem">Stems are compared instead of exact forms.</param>
/// <param name="IsPrefix">The one word is a beginning.</param>
internal sealed record UnitForm(ImmutableArray<string> Words, MatchKind Kind, bool IsStem = false, bool IsPrefix = false)
{
    /// <summary>The words for people, as the glossary or the library spells them.</summary>
    public string Spelling { get; init; } = string.Join(' ', Words);

    /// <summary>The form as an FTS5 expression. Every word is quoted: nothing typed is ever syntax.</summary>
    public string Match() => $"{(IsStem ? "stems" : "words")} : \"{string.Join(' ', Words)}\"{(IsPrefix ? " *" : "")}";
}

/// <summary>One thing that a place must have, in any of its forms.</summary>
/// <param name="Label">As typed.</param>
/// <param name="Forms">What satisfies it.</param>
/// <param name="Near">Or: all of these close together; empty for most units.</param>
/// <param name="Distance">How close: other words between first and last.</param>
internal sealed record SearchUnit(string Label, ImmutableArray<UnitForm> Forms, ImmutableArray<SearchUnit> Near, int Distance = 0)
{
    public SearchUnit(string label, IEnumerable<UnitForm> forms)
        : this(label, [.. forms], [])
    {
    }

    /// <summary>The unit with those forms only; null when none is left.</summary>
    public SearchUnit? Only(Func<UnitForm, bool> keep)
    {
        var forms = Forms.Where(keep).ToImmutableArray();
        return forms.IsEmpty && Near.IsEmpty ? null : this with { Forms = forms };
    }

    /// <summary>Whether one word can satisfy it.</summary>
    public bool IsOneWord => Near.IsEmpty && Forms.All(f => f.Words.Length == 1);

    /// <summary>The unit as an FTS5 expression.</summary>
    /// <param name="weighed">Whether relevance is asked for: then an exact form counts beside its stem, though the stem finds it too.</param>
    public string Match(bool weighed = false)
    {
        var parts = (weighed ? Forms : Distinct).Select(f => f.Match());
        var near = Near.Select(u => Quoted(u.Forms.First(f => f.IsStem).Words));
        return $"({string.Join(" OR ", Near.IsEmpty ? parts : parts.Append($"stems : NEAR({string.Join(' ', near)}, {Distance})"))})";
    }

    /// <summary>The forms without those that another one finds too: exact forms whose stem is there as well.</summary>
    public IEnumerable<UnitForm> Distinct => Forms.Where(f => !IsFoundByStem(f));

    private bool IsFoundByStem(UnitForm form) => form is { IsStem: false, IsPrefix: false }
        && Forms.Any(f => f.IsStem && f.Words.Length == form.Words.Length && f.Words.SequenceEqual(form.Words.Select(Text.Tokens.StemOf)));

    private static string Quoted(ImmutableArray<string> words) => $"\"{string.Join(' ', words)}\"";
}
