using System.Text;

namespace TalkNotes.Core.Text;

/// <summary>
/// A key that English words share when they sound alike: <c>Karpathy</c> and <c>Carpathy</c>, <c>Sutskever</c> and
/// <c>Sutzkever</c>. Consonants in classes, vowels only at the start. Meant for names: always confirm by
/// <see cref="EditDistance"/>.
/// </summary>
public static class SoundKey
{
    /// <summary>The key of a folded word; empty when it has no letters a–z.</summary>
    public static string Of(string word)
    {
        ArgumentNullException.ThrowIfNull(word);
        var key = new StringBuilder(word.Length);
        for (var i = SilentStart(word); i < word.Length; i++)
        {
            var sound = Sound(word, ref i, first: key.Length == 0);
            if (sound != '\0' && (key.Length == 0 || key[^1] != sound))
            {
                key.Append(sound);
            }
        }

        return key.ToString();
    }

    private static int SilentStart(string word) => word.Length > 2 && word[..2] is "kn" or "gn" or "pn" or "wr" or "ps" ? 1 : 0;

    /// <summary>The sound at <paramref name="i"/>, which moves to the last letter it takes; none is '\0'.</summary>
    private static char Sound(string word, ref int i, bool first)
    {
        var next = i + 1 < word.Length ? word[i + 1] : '\0';
        switch (word[i])
        {
            case 'a' or 'e' or 'i' or 'o' or 'u' or 'y':
                return first ? 'A' : '\0';
            case 'b':
                return 'P';
            case 'p':
                return next == 'h' ? Pair('F', ref i) : 'P';
            case 'f' or 'v' or 'w' when word[i] != 'w' || first:
                return 'F';
            case 'c' when next == 'h':
                return Pair('X', ref i);
            case 'c':
                return next is 'e' or 'i' or 'y' ? 'S' : 'K';
            case 's' when next == 'h':
                return Pair('X', ref i);
            case 's' or 'z' or 'x':
                return 'S';
            case 'd' or 't':
                return next == 'h' ? Pair('T', ref i) : 'T';
            case 'g' when next == 'h' && !first:
                return Pair('\0', ref i);
            case 'g' or 'k' or 'q':
                return 'K';
            case 'j':
                return 'X';
            case 'l':
                return 'L';
            case 'm' or 'n':
                return word[i] == 'm' ? 'M' : 'N';
            case 'r':
                return 'R';
            default:
                return '\0'; // h, and w inside a word, are not heard; digits and marks are no sound
        }
    }

    private static char Pair(char sound, ref int i)
    {
        i++;
        return sound;
    }
}
