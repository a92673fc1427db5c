using Assemblies.Wire;

namespace Assemblies.Passes;

/// <summary>What a delegation pass may say (product.md, 57: under-18s are counted as groups with an adult who answers for them).</summary>
public static class DelegationPassRules
{
    public const int LongestLabel = 40;

    /// <summary>More than any coach, school or column on foot; a slip of the finger should not fill the hall.</summary>
    public const int MostExpected = 2_000;

    public static IEnumerable<Problem> Problems(ExpectedCommand command)
    {
        var (adults, under18s) = (command.Adults, command.Under18s ?? 0);
        if ((command.Label ?? "").Trim().Length is 0 or > LongestLabel)
            yield return new("label", $"Say what people call this group, in 1 to {LongestLabel} characters, for example \"Coach 3\".");
        if (adults is null or < 0 or > MostExpected)
            yield return new("adults", $"Give the adults expected with it, a whole number from 0 to {MostExpected:N0}.");
        if (under18s is < 0 or > MostExpected)
            yield return new("under18s", $"Give the under-18s expected with it, a whole number from 0 to {MostExpected:N0}.");
        else if (adults == 0 && under18s > 0)
            yield return new("adults", "Under-18s come with a responsible adult: count at least one.");
        else if (adults == 0)
            yield return new("adults", "Expect at least one person.");
    }

    internal static void Fill(Pass pass, ExpectedCommand command) =>
        (pass.Label, pass.Adults, pass.Under18s) = (command.Label!.Trim(), command.Adults, command.Under18s ?? 0);
}
