using System.Buffers.Binary;
using System.Numerics;

namespace TalkNotes.Core.Search.Files;

/// <summary>CRC-32C of bytes that come in pieces; the processor has an instruction for it.</summary>
internal sealed class Checksum
{
    private readonly byte[] _rest = new byte[sizeof(ulong)];
    private int _waiting;
    private uint _sum = uint.MaxValue;

    /// <summary>The sum so far; nothing can be added after it.</summary>
    public uint Value
    {
        get
        {
            for (var i = 0; i < _waiting; i++)
            {
                _sum = BitOperations.Crc32C(_sum, _rest[i]);
            }

            _waiting = 0;
            return ~_sum;
        }
    }

    public void Add(ReadOnlySpan<byte> bytes)
    {
        while (_waiting > 0 && bytes.Length > 0)
        {
            _rest[_waiting++] = bytes[0];
            bytes = bytes[1..];
            if (_waiting == _rest.Length)
            {
                _sum = BitOperations.Crc32C(_sum, BinaryPrimitives.ReadUInt64LittleEndian(_rest));
                _waiting = 0;
            }
        }

        while (bytes.Length >= sizeof(ulong))
        {
            _sum = BitOperations.Crc32C(_sum, BinaryPrimitives.ReadUInt64LittleEndian(bytes));
            bytes = bytes[sizeof(ulong)..];
        }

        bytes.CopyTo(_rest.AsSpan(_waiting));
        _waiting += bytes.Length;
    }
}
