using NodaTime;

namespace Assemblies.Turnout.Tags;

/// <summary>A scan of a pass with the moment when the server heard of it.</summary>
public sealed record HeardScan(SubjectFact Fact, Instant ReceivedAt);

/// <summary>What the doors know of one pass.</summary>
/// <param name="IsInside">Whether it is in the room now.</param>
/// <param name="At">When it came in, after it was last outside; or when it left.</param>
/// <param name="KnownAt">When the server heard of that: later than <paramref name="At"/> where a door was offline.</param>
/// <param name="DoorId">The door; null where the device stood at none.</param>
/// <param name="LeftKnownAt">When the server heard that it left last; null when it never did. What was noted before that is about an earlier stay.</param>
public sealed record DoorPresence(bool IsInside, Instant At, Instant KnownAt, Guid? DoorId, Instant? LeftKnownAt = null)
{
    /// <summary>What the scans of one pass amount to; null when it was never there. In any order, with the scans that take them back.</summary>
    public static DoorPresence? Of(IEnumerable<HeardScan> scans)
    {
        var all = scans.ToList();
        var undos = all.Where(s => s.Fact.Undoes is not null).ToList();
        DoorPresence? present = null;
        foreach (var (fact, heard) in all.Where(s => s.Fact.Undoes is null && DoorRules.LetsPass(s.Fact.Outcome))
            .Where(s => !undos.Any(u => SubjectFold.TakesBack(u.Fact, s.Fact)))
            .OrderBy(s => s.Fact.EffectiveAt).ThenBy(s => s.Fact.DeviceId).ThenBy(s => s.Fact.DeviceSeq))
        {
            var comesIn = fact.Direction == ScanDirection.In;
            // A second scan of somebody who is inside brings nothing new.
            if (present?.IsInside != comesIn && (comesIn || present is not null))
                present = new(comesIn, fact.EffectiveAt, heard, fact.DoorId, comesIn ? present?.LeftKnownAt : heard);
        }
        return present;
    }
}
