using Assemblies.Wire;

namespace Assemblies.Institutions;

/// <summary>What a delegation may say.</summary>
public static class DelegationRules
{
    public const int LargestPledge = 100_000;
    public const int LongestName = 100;

    public static IEnumerable<Problem> Problems(DelegationCommand command)
    {
        if (command.Pledge is < 0 or > LargestPledge)
            yield return new("pledge", $"Give the pledge as a whole number from 0 to {LargestPledge:N0}.");
        if (command.Goal is < 0 or > LargestPledge)
            yield return new("goal", $"Give the goal as a whole number from 0 to {LargestPledge:N0}, or nothing.");
        if (command.Captain?.Trim().Length > LongestName)
            yield return new("captain", $"Use at most {LongestName} characters for the captain's name.");
    }

    public static Problem? ProblemOfConfirmed(int? confirmed) => confirmed is < 0 or > LargestPledge
        ? new("confirmed", $"Give how many have confirmed as a whole number from 0 to {LargestPledge:N0}, or nothing.")
        : null;

    internal static void Fill(Delegation delegation, DelegationCommand command)
    {
        delegation.Pledge = command.Pledge;
        delegation.Goal = command.Goal;
        delegation.Captain = TypedText.Tidy(command.Captain);
    }
}
