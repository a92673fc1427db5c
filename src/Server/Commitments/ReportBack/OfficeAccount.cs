using Assemblies.Asks;
using Assemblies.Data;
using Assemblies.PublicRecord.Entries;
using Microsoft.EntityFrameworkCore;

namespace Assemblies.Commitments.ReportBack;

/// <summary>What an invited power-holder's office promised before, for the audience: public facts with their counts, and never a bare share.</summary>
/// <param name="PowerHolder">Who is invited now.</param>
/// <param name="Counts">For example <c>3 of 5 kept, 1 not due, 1 under way</c>.</param>
/// <param name="Commitments">Each of them, the most urgent first.</param>
public sealed record OfficeAccount(PowerHolder PowerHolder, string Counts, IReadOnlyList<OldCommitment> Commitments)
{
    /// <summary>The accounts of those invited of whose office or person the public record has a commitment, in the agreed order.</summary>
    public static async Task<IReadOnlyList<OfficeAccount>> ListAsync(AssemblyDb db, Guid assemblyId, CancellationToken cancellation)
    {
        var invited = await db.PowerHolders.AsNoTracking().Where(p => p.AssemblyId == assemblyId).OrderBy(p => p.Order).ToListAsync(cancellation);
        var made = ReportBackRules.MostUrgentFirst(await OldCommitments.HeardAsync(db, assemblyId, cancellation))
            .Where(c => c.Standing == Rules.CommitmentStanding.Made && ReportBackRules.IsPublic(c)).ToList();
        return
        [
            .. from holder in invited
               let theirs = made.Where(c => ReportBackRules.IsInvited(c, [holder])).ToList()
               where theirs.Count > 0
               select new OfficeAccount(holder, InWords([.. theirs.Select(c => c.Life.Status)]), [.. theirs.Select(c => OldCommitments.Row(c, c.IsOpen))]),
        ];
    }

    /// <summary>How many of how many are kept, and where every other one stands.</summary>
    /// <param name="statuses">One for each commitment; at least one.</param>
    public static string InWords(IReadOnlyList<DeliveryStatus> statuses) => string.Join(", ", statuses.Where(s => !IsKept(s)).CountBy(s => s).OrderBy(s => s.Key)
        .Select(s => $"{s.Value} {CommitmentWording.Status(s.Key).ToLowerInvariant()}").Prepend($"{statuses.Count(IsKept)} of {statuses.Count} kept{Late(statuses)}"));

    private static string Late(IReadOnlyList<DeliveryStatus> statuses) =>
        statuses.Count(s => s == DeliveryStatus.KeptLate) is > 0 and var late ? $" ({late} of them late)" : "";

    private static bool IsKept(DeliveryStatus status) => status is DeliveryStatus.Kept or DeliveryStatus.KeptLate;
}
