using TalkNotes.Tests.Shared;

namespace TalkNotes.Core.Tests;

/// <summary>
/// Compares text with a file of the checkout. <c>TALKNOTES_GOLDEN=write</c> writes it instead, never where <c>CI</c> is set; read the
/// difference like code before you commit it.
/// </summary>
internal static class Golden
{
    public static void Matches(string file, string actual)
    {
        var path = Path.Combine(Checkout.Root, file);
        if (Environment.GetEnvironmentVariable("TALKNOTES_GOLDEN") == "write")
        {
            Assert.True(Environment.GetEnvironmentVariable("CI") is null or "", "Golden files are not written where CI is set.");
            File.WriteAllText(path, actual);
        }

        Assert.True(File.Exists(path), $"{file} is missing; TALKNOTES_GOLDEN=write makes it.");
        Assert.Equal(File.ReadAllText(path).ReplaceLineEndings("\n"), actual.ReplaceLineEndings("\n"));
    }
}
