namespace TalkNotes.Web.Tests;

public class SmokeTests
{
    [Fact]
    public void Program_has_a_name() => Assert.Equal("talknotes", typeof(TalkNotes.Web.Links).Assembly.GetName().Name);
}
