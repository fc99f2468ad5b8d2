using TalkNotes.Core.Quotes;

namespace TalkNotes.Core.Tests.Quotes;

public class SpeakerNamesTests
{
    [Theory]
    [InlineData("Noam Brown", "NOAM BROWN", true)]
    [InlineData("Brown", "Noam Brown", true)]
    [InlineData("Dr. Noam Brown", "Noam Brown", true)]
    [InlineData("N. Brown", "Noam Brown", true)]
    [InlineData("Lukasz Kaiser", "Łukasz Kaiser", true)]
    [InlineData("Michelle Pokrass", "Michelle Pokras", true)]
    [InlineData("Noam Brown", "Hunter Lightman", false)]
    [InlineData("Grad D", "Professor D", false)]
    [InlineData("Professor D", "Professor D", true)]
    [InlineData("B", "Brown", false)]
    public void Names_are_compared_as_people_write_them(string a, string b, bool same) => Assert.Equal(same, SpeakerNames.Plain.Same(a, b));

    [Theory]
    [InlineData("Host", false)]
    [InlineData("Speaker 1", false)]
    [InlineData("SPEAKER_00", false)]
    [InlineData("Noam", true)]
    [InlineData("Professor D", true)]
    public void A_role_is_nobody(string label, bool person) => Assert.Equal(person, SpeakerNames.IsPerson(label));

    [Fact]
    public void An_alias_stands_for_its_name() => Assert.True(new SpeakerNames([("Procris", "Michelle Pokrass")]).Same("Procris", "Michelle Pokrass"));
}
