using Assemblies.Wire;

namespace Assemblies.Record;

/// <summary>The sentences that go with what two people decide.</summary>
internal static class DecisionText
{
    private const int Longest = 500;

    /// <summary>What is wrong with a text that has to be there; nothing when it can stand.</summary>
    /// <param name="field">The field it was typed into.</param>
    /// <param name="text">What was typed.</param>
    /// <param name="fix">What to do where nothing was.</param>
    public static IEnumerable<Problem> Need(string field, string? text, string fix)
    {
        if (string.IsNullOrWhiteSpace(text))
            yield return new(field, fix);
        else if (text.Trim().Length > Longest)
            yield return new(field, $"At most {Longest} characters.");
    }
}
