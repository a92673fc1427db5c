using Assemblies.Asks;
using NodaTime;

namespace Assemblies.Tests.Asks;

/// <summary>What the editor warns about: who, what, how much, by when, and only one thing at a time.</summary>
public sealed class AskWordingTests
{
    [Theory]
    [InlineData("Will you build 200 homes by 2028?")]
    [InlineData("Will you meet us in 30 days?")]
    [InlineData("Will you publish the plan before the end of June?")]
    public void A_testable_ask_has_no_warning(string text) => Assert.Empty(Warnings(text));

    [Theory]
    [InlineData("Do you build 200 homes by 2028?", "Start with")]
    [InlineData("Will you support our plan for 200 homes by 2028?", "\"support\"")]
    [InlineData("Will you work with us on 200 homes by 2028?", "\"work with\"")]
    [InlineData("Will you build homes by 2028?", "how much")]
    [InlineData("Will you build 200 homes?", "by when")]
    [InlineData("Will you build 200 homes by 2028 and will you fund them?", "more than one thing")]
    [InlineData("Will you build 200 homes by 2028? Will you say so?", "more than one thing")]
    public void What_cannot_be_checked_afterwards_is_said(string text, string part) =>
        Assert.Contains(part, Assert.Single(Warnings(text)), StringComparison.Ordinal);

    [Fact]
    public void An_ask_too_long_to_hold_in_mind_is_said() => Assert.Contains("held in mind",
        Assert.Single(Warnings($"Will you build 200 homes by 2028 {string.Join(' ', Enumerable.Repeat("here", 45))}?")), StringComparison.Ordinal);

    [Fact]
    public void A_due_date_or_a_dated_part_answers_by_when()
    {
        Assert.Empty(AskWording.Warnings("Will you build 200 homes?", new AskTerms([], new LocalDate(2028, 1, 1))));
        Assert.Empty(AskWording.Warnings("Will you build homes?", new AskTerms([new("200 of them", new LocalDate(2028, 1, 1))])));
    }

    [Fact]
    public void Only_the_ask_of_the_real_assembly_that_names_no_date_of_its_own_and_no_test_is_doubted_twice()
    {
        var doubts = Warnings("Will you champion the full funding of Kirwan Commission recommendations?");
        Assert.Contains(doubts, d => d.Contains("\"champion\"", StringComparison.Ordinal));
        Assert.Contains(doubts, d => d.Contains("by when", StringComparison.Ordinal));
    }

    private static IEnumerable<string> Warnings(string text) => AskWording.Warnings(text, AskTerms.None).Select(p => p.Fix);
}
