using Assemblies.Wire;

namespace Assemblies.Tests.Wire;

public sealed class TypedTextTests
{
    [Theory]
    [InlineData("Zoë Martin", "Zoë Martin")]
    [InlineData("Zoe\u0308 Martin", "Zo\u00EB Martin")]
    [InlineData("Maria\u0000 Lopez\u0007\u001F\u007F\u009F", "Maria Lopez")]
    [InlineData("one\ttwo\r\nthree", "one\ttwo\r\nthree")]
    [InlineData("one\vtwo\u0085three", "one two three")]
    [InlineData("a whole 🙂", "a whole 🙂")]
    [InlineData("no \uFFFE character", "no \uFFFD character")]
    [InlineData("\u0645\u0633\u062C\u062F", "\u0645\u0633\u062C\u062F")]
    [InlineData("\u0000", "")]
    public void Text_is_kept_in_one_form(string typed, string kept)
    {
        Assert.Equal(kept, TypedText.Clean(typed));
        Assert.Equal(kept, TypedText.Clean(kept));
    }

    // Apart from the others: a test's data cannot carry it.
    [Fact]
    public void Half_a_surrogate_pair_is_replaced() => Assert.Equal("half \uFFFD of a face", TypedText.Clean("half \uD83D of a face"));
}
