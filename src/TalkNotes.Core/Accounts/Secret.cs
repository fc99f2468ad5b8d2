using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace TalkNotes.Core.Accounts;

/// <summary>What a cookie or a program proves itself with: 256 random bits, of which only the hash is kept. They cannot be guessed, so the hash needs no salt.</summary>
internal static class Secret
{
    private const int Bytes = 32;

    /// <summary>A new one, in letters that cookies and headers take.</summary>
    public static string New() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes));

    /// <summary>What is kept of it.</summary>
    public static string Hash(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
}
