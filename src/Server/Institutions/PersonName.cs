using Assemblies.Wire;

namespace Assemblies.Institutions;

/// <summary>When a person's name can be entered, and when two are the same.</summary>
internal static class PersonName
{
    public const string TellApart = "If these are two people, tell them apart, for example by a middle initial.";

    public static string Key(string name) => string.Join(' ', Folding.Words(name));

    /// <summary>What is wrong with a name; null when nothing is.</summary>
    public static string? Problem(string name) =>
        name.Length > DelegationRules.LongestName ? $"a name has at most {DelegationRules.LongestName} characters."
        : Key(name).Length == 0 ? "this is no name."
        : null;
}
