using Assemblies.Commitments.Rules;
using Assemblies.PublicRecord.Entries;

namespace Assemblies.Commitments.Publication;

/// <summary>Counts that name what they are out of, never a bare share: two of two and forty of forty are not the same.</summary>
public static class FollowUpCounts
{
    // From what was done to what is not known.
    private static readonly DeliveryStatus[] Order =
    [
        DeliveryStatus.PartlyKept, DeliveryStatus.NotKept, DeliveryStatus.Blocked, DeliveryStatus.Stalled, DeliveryStatus.UnderWay,
        DeliveryStatus.NotDue, DeliveryStatus.NotYetChecked, DeliveryStatus.Released, DeliveryStatus.Untrackable,
    ];

    /// <summary>What became of what was promised, for example <c>2 of 5 kept (1 of them late), 1 not due, 2 not yet checked. 1 is overdue.</c></summary>
    public static string Promised(IEnumerable<PublicCommitment> all)
    {
        var made = all.Select(c => c.Of).Where(c => c.Standing == CommitmentStanding.Made).ToList();
        if (made.Count == 0)
            return "Nothing was promised.";
        var late = Count(DeliveryStatus.KeptLate);
        var words = string.Join(", ", Order.Select(s => (Status: s, Count: Count(s))).Where(s => s.Count > 0)
            .Select(s => $"{s.Count} {CommitmentWording.Status(s.Status).ToLowerInvariant()}")
            .Prepend($"{Count(DeliveryStatus.Kept) + late} of {made.Count} kept{(late > 0 ? $" ({late} of them late)" : "")}"));
        var overdue = made.Count(c => c.IsOpen && c.Timeliness.Kind is TimelinessKind.Overdue or TimelinessKind.LongOverdue);
        return $"{words}.{(overdue > 0 ? $" {overdue} {(overdue == 1 ? "is" : "are")} overdue." : "")}";

        int Count(DeliveryStatus status) => made.Count(c => c.Life.Status == status);
    }

    /// <summary>The answers that are no promise, for example <c>1 other offer is not taken yet. 2 answers promised nothing.</c> Empty where all are.</summary>
    public static string Others(IEnumerable<PublicCommitment> all)
    {
        var standings = all.Select(c => c.Of.Standing).ToList();
        return string.Join(" ", new[]
        {
            Part(CommitmentStanding.Offered, "other offer is not taken yet.", "other offers are not taken yet."),
            Part(CommitmentStanding.Ended, "promise ended: another answer stands now.", "promises ended: other answers stand now."),
            Part(CommitmentStanding.None, "answer promised nothing.", "answers promised nothing."),
        }.OfType<string>());

        string? Part(CommitmentStanding standing, string one, string many) =>
            standings.Count(s => s == standing) is > 0 and var count ? $"{count} {(count == 1 ? one : many)}" : null;
    }
}
