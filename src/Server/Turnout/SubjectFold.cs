using NodaTime;

namespace Assemblies.Turnout;

/// <summary>One stored scan of a subject, as far as counting goes.</summary>
public sealed record SubjectFact(
    Guid ScanId, Guid DeviceId, long DeviceSeq, Guid? DoorId, ScanMethod Method, ScanDirection Direction, ScanOutcome Outcome, bool Forced,
    Instant EffectiveAt, Guid? PassId, Guid? InstitutionId, int Adults, int Under18s, Guid? Undoes)
{
    /// <summary>What it is a scan of; see <see cref="Scan.SubjectId"/>.</summary>
    public required Guid SubjectId { get; init; }

    /// <summary>Nobody counted: the heads are those that the delegation pass expects.</summary>
    public bool IsAssumed { get; init; }
}

/// <summary>What a subject counts for.</summary>
/// <param name="Heads">Arrived, under-18s included.</param>
/// <param name="Under18s">Of them under 18.</param>
/// <param name="Inside">Present now; below zero for people who left without having been counted in by name.</param>
/// <param name="First">The scan that let it in first; a tally's latest.</param>
public sealed record SubjectState(int Heads, int Under18s, int Inside, SubjectFact? First)
{
    public static SubjectState Nothing { get; } = new(0, 0, 0, null);

    /// <summary>Whether it has arrived at all.</summary>
    public bool HasArrived => Heads > 0;

    /// <summary>Whether it is in the room now, or a part of it.</summary>
    public bool IsInside => Inside > 0;

    /// <summary>How many of it have gone out and are not back.</summary>
    public int Outside => Heads - Inside;

    /// <summary>So many of its people, as adults and under-18s: the whole is known, a part counts as adults until somebody looks.</summary>
    public (int Adults, int Under18s) Split(int people) => people == Heads ? (Heads - Under18s, Under18s) : (people, 0);
}

/// <summary>Counts as a pure function of the facts: whatever their order, and however often each is repeated, the result is the same.</summary>
public static class SubjectFold
{
    private static readonly Duration OwnUndo = Duration.FromMinutes(15);

    /// <summary>What the scans of one subject amount to.</summary>
    /// <param name="facts">Its scans, each once, in any order, and the scans that take them back.</param>
    public static SubjectState Of(IEnumerable<SubjectFact> facts)
    {
        var all = facts.ToList();
        var undos = all.Where(f => f.Undoes is not null).ToList();
        // Rule 10: no rule uses an uncorrected device clock, and ties are settled the same way everywhere.
        var standing = all.Where(f => f.Undoes is null && Passed(f) && !undos.Any(u => TakesBack(u, f)))
            .OrderBy(f => f.EffectiveAt).ThenBy(f => f.DeviceId).ThenBy(f => f.DeviceSeq).ToList();
        if (standing.Count == 0)
            return SubjectState.Nothing;
        if (standing[0].Method == ScanMethod.Tally)
            return Tally(standing);
        var arrivals = standing.Where(f => f.Direction == ScanDirection.In).ToList();
        if (arrivals.Count == 0)
            return new(0, 0, IsCounted(standing[0]) ? -standing.Max(Heads) : 0, standing[0]);
        // Two devices that counted the same coach without knowing of each other: the larger count stands, whoever was first.
        // What nobody counted gives way to what somebody did.
        var counted = arrivals.Any(f => !f.IsAssumed) ? [.. arrivals.Where(f => !f.IsAssumed)] : arrivals;
        var (heads, under18s) = (counted.Max(Heads), counted.Max(f => f.Under18s));
        return new(heads, under18s, heads - Outside(standing, heads), arrivals[0]);
    }

    // A coach may go out in part and come back in part: what was counted moves, in the order of time. Whoever let it pass without counting moved all of it.
    private static int Outside(List<SubjectFact> standing, int heads) => standing.Aggregate(0, (outside, fact) =>
    {
        var moved = fact.IsAssumed ? heads : Heads(fact);
        return fact.Direction == ScanDirection.Out ? Math.Min(heads, outside + moved) : Math.Max(0, outside - moved);
    });

    /// <summary>Whether a scan takes another back: its own device's within a quarter of an hour, or a supervisor's (rule 27).</summary>
    public static bool TakesBack(SubjectFact undo, SubjectFact target) =>
        undo.Undoes == target.ScanId && undo.Outcome == ScanOutcome.Undone
        && (undo.Forced || (undo.DeviceId == target.DeviceId && undo.EffectiveAt <= target.EffectiveAt + OwnUndo));

    // Up and down are each the largest number heard of: taps merge in any order, and a lost message is made good by the next (rule 24).
    private static SubjectState Tally(List<SubjectFact> taps)
    {
        var count = Math.Max(0, taps.Max(f => f.Adults) - taps.Max(f => f.Under18s));
        return taps[0].Direction == ScanDirection.In ? new(count, 0, count, taps[^1]) : new(0, 0, -count, taps[^1]);
    }

    private static bool Passed(SubjectFact fact) => DoorRules.LetsPass(fact.Outcome);

    // A pass that was seen leaving before anybody heard that it had come is one person less nowhere.
    private static bool IsCounted(SubjectFact fact) => fact.PassId is null;

    private static int Heads(SubjectFact fact) => fact.Adults + fact.Under18s;
}
