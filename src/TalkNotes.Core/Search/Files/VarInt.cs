namespace TalkNotes.Core.Search.Files;

/// <summary>Numbers of varying length, seven bits a byte, the lowest first.</summary>
internal static class VarInt
{
    private const int More = 0x80;
    private const int Bits = 7;

    public static void Append(ref byte[] bytes, ref int length, int value)
    {
        if (length + 5 > bytes.Length)
        {
            Array.Resize(ref bytes, bytes.Length * 2);
        }

        var rest = (uint)value;
        while (rest >= More)
        {
            bytes[length++] = (byte)(rest | More);
            rest >>= Bits;
        }

        bytes[length++] = (byte)rest;
    }

    public static int Read(ReadOnlySpan<byte> bytes, ref int at)
    {
        var value = 0u;
        for (var shift = 0; ; shift += Bits)
        {
            var next = bytes[at++];
            value |= (uint)(next & (More - 1)) << shift;
            if (next < More)
            {
                return (int)value;
            }
        }
    }

    public static void Skip(ReadOnlySpan<byte> bytes, ref int at, int count)
    {
        while (count > 0)
        {
            count -= bytes[at++] < More ? 1 : 0;
        }
    }
}
