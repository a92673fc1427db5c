using Assemblies.Wire;

namespace Assemblies.Asks;

/// <summary>What the words of an ask must and should be.</summary>
public static class AskWording
{
    private const int LongestText = 1_000;
    private const int LongestArea = 100;

    /// <summary>Why the words cannot stand; empty when they can.</summary>
    public static IReadOnlyList<Problem> Check(string text, string? area)
    {
        var problems = new List<Problem>();
        if (text.Length == 0)
            problems.Add(new("text", "Write the ask: \"Will you …?\""));
        if (text.Length > LongestText)
            problems.Add(new("text", $"At most {LongestText:N0} characters; this has {text.Length:N0}."));
        if (area?.Length > LongestArea)
            problems.Add(new("area", $"At most {LongestArea} characters; this has {area.Length}."));
        return problems;
    }

    /// <summary>What to think about once more.</summary>
    public static IReadOnlyList<Problem> Warnings(string text) =>
        text.StartsWith("Will you ", StringComparison.OrdinalIgnoreCase)
            ? []
            : [new("text", "Start with \"Will you\": then the answer can only be a yes, a no or an offer.")];
}
