namespace TalkNotes.Core.Storage;

/// <summary>Numbers of seven bits a byte, the lowest first; the highest bit says that more follow.</summary>
internal static class Varint
{
    /// <summary>The most bytes a number takes.</summary>
    public const int Longest = 5;

    /// <summary>Writes a number and answers how many bytes it took.</summary>
    public static int Write(Span<byte> to, uint number)
    {
        var length = 0;
        for (; number >= 0x80; number >>= 7)
        {
            to[length++] = (byte)(number | 0x80);
        }

        to[length++] = (byte)number;
        return length;
    }

    /// <summary>Reads the number at <paramref name="at"/>, which moves behind it.</summary>
    public static uint Read(ReadOnlySpan<byte> from, ref int at)
    {
        uint first = from[at++];
        if (first < 0x80)
        {
            return first;
        }

        var number = first & 0x7F;
        for (var shift = 7; shift < 7 * Longest; shift += 7)
        {
            uint next = from[at++];
            number |= (next & 0x7F) << shift;
            if (next < 0x80)
            {
                break;
            }
        }

        return number;
    }

    /// <summary>Appends a number to an array that grows as needed.</summary>
    public static void Append(ref byte[] bytes, ref int length, int number)
    {
        if (length + Longest > bytes.Length)
        {
            Array.Resize(ref bytes, bytes.Length * 2);
        }

        length += Write(bytes.AsSpan(length), (uint)number);
    }

    /// <summary>Goes past so many numbers.</summary>
    public static void Skip(ReadOnlySpan<byte> from, ref int at, int count)
    {
        while (count > 0)
        {
            count -= from[at++] < 0x80 ? 1 : 0;
        }
    }
}
