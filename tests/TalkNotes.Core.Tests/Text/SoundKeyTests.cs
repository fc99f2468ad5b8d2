using TalkNotes.Core.Text;

namespace TalkNotes.Core.Tests.Text;

public class SoundKeyTests
{
    [Theory]
    [InlineData("karpathy", "carpathy")]
    [InlineData("efron", "effron")]
    [InlineData("jon", "john")]
    [InlineData("sutskever", "sutzkever")]
    [InlineData("knuth", "nuth")]
    [InlineData("brown", "braun")]
    public void Names_that_sound_alike_share_a_key(string a, string b) => Assert.Equal(SoundKey.Of(a), SoundKey.Of(b));

    [Theory]
    [InlineData("altman", "ullman")]
    [InlineData("noam", "sam")]
    public void Other_names_do_not(string a, string b) => Assert.NotEqual(SoundKey.Of(a), SoundKey.Of(b));

    [Theory]
    [InlineData("")]
    [InlineData("東京")]
    [InlineData("4.1")]
    public void What_has_no_letters_has_no_key(string word) => Assert.Empty(SoundKey.Of(word));
}
