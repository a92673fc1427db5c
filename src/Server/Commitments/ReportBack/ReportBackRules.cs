using Assemblies.Asks;
using Assemblies.Commitments.Rules;
using Assemblies.Wire;

namespace Assemblies.Commitments.ReportBack;

/// <summary>Which old commitments a later assembly may hear of, and which it should ask after first.</summary>
public static class ReportBackRules
{
    /// <summary>What was promised, also where it ended; what was only offered or refused is none.</summary>
    public static bool MayBeHeard(Commitment commitment) => commitment.Standing is CommitmentStanding.Made or CommitmentStanding.Ended;

    /// <summary>Whether the office that owes it, or the person who gave it, is invited.</summary>
    public static bool IsInvited(Commitment commitment, IEnumerable<PowerHolder> invited) =>
        invited.Any(p => IsSame(p.Office, commitment.Given.Office) || IsSame(p.Name, commitment.Given.Name));

    /// <summary>What is longest overdue first, then what is due soonest, then what has no date; of the same day the later assembly's, by the score sheet.</summary>
    public static IEnumerable<Commitment> MostUrgentFirst(IEnumerable<Commitment> commitments) => commitments
        .OrderByDescending(c => c.IsOpen).ThenByDescending(DaysLate).ThenByDescending(c => c.Assembly.Start).ThenBy(c => c.Ask.Number).ThenBy(c => c.Given.Order);

    /// <summary>Who is invited for the office where its holder, as we know it, is not: somebody else may hold it now. Null where nobody is.</summary>
    public static string? Successor(Commitment commitment, IReadOnlyCollection<PowerHolder> invited) =>
        invited.Where(p => IsSame(p.Office, commitment.Given.Office)).ToList() is { Count: > 0 } office && !office.Any(p => IsSame(p.Name, commitment.Holder))
            ? office[0].Name
            : null;

    /// <summary>Whether a screen may show it: it stands in the public record, and nothing of it is withheld there.</summary>
    public static bool IsPublic(Commitment commitment) => commitment is { Entry: not null, IsRedacted: false };

    /// <summary>Whether two names or offices are the same, however they were typed.</summary>
    public static bool IsSame(string one, string other) => Folding.Words(one).SequenceEqual(Folding.Words(other));

    private static int DaysLate(Commitment commitment) => commitment.Timeliness switch
    {
        { Kind: TimelinessKind.NoDate or TimelinessKind.MetOn } => int.MinValue,
        { Kind: TimelinessKind.DueIn, Days: var left } => -left,
        { Days: var late } => late,
    };
}
