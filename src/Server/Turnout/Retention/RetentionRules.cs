using Assemblies.Agenda;
using NodaTime;

namespace Assemblies.Turnout.Retention;

/// <summary>When names are erased (turnout.md, rule 39).</summary>
public static class RetentionRules
{
    /// <summary>The later of the planned finish and the close: somebody may still be working with the names of a long evening.</summary>
    /// <param name="assembly">The assembly.</param>
    /// <param name="closedAt">When it was last closed; null where nobody closed it. One that nobody closed is over all the same.</param>
    public static Instant DueAt(AccountabilityAssembly assembly, Instant? closedAt)
    {
        var finish = DateTimeZoneProviders.Tzdb[assembly.TimeZone].AtLeniently(assembly.HardEnd).ToInstant();
        return Instant.Max(finish, closedAt ?? finish) + Duration.FromDays(assembly.RetentionDays);
    }
}
