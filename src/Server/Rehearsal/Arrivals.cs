using Assemblies.Turnout;

namespace Assemblies.Rehearsal;

/// <summary>Something that happens at a door.</summary>
/// <param name="Minute">Minutes since the doors opened.</param>
/// <param name="Lane">At which lane.</param>
internal sealed record Arrival(
    double Minute, int Lane, ScanMethod Method, string Subject, Guid? InstitutionId = null, int? Adults = null, int? Under18s = null);

/// <summary>The codes in the hands of a delegation's people.</summary>
/// <param name="Tokens">Passes for one person.</param>
/// <param name="Coach">The delegation pass of those who come by coach.</param>
internal sealed record CodesInHand(InventedDelegation Delegation, Guid InstitutionId, IReadOnlyList<string> Tokens, string? Coach);

/// <summary>Who comes when, through which lane, with what: the same at every rehearsal.</summary>
internal static class Arrivals
{
    private const int Lanes = 6;
    private const int GroupLane = 6;

    /// <summary>Walk-ups come to the help desk.</summary>
    public const int DeskLane = 7;

    private const double WalkUps = 0.2;
    private const double ScannedTwice = 0.03;
    private const double TurnedAway = 0.005;

    public static IReadOnlyList<Arrival> Of(IEnumerable<CodesInHand> delegations)
    {
        var random = new Random(45);
        return [.. delegations.SelectMany(d => Of(d, random)).OrderBy(a => a.Minute)];
    }

    private static IEnumerable<Arrival> Of(CodesInHand hand, Random random)
    {
        var together = ArrivalCurve.MinuteOf(random.NextDouble());
        var (coming, under18s) = (hand.Delegation.Arriving, hand.Delegation.Under18s);
        if (coming == 0)
            return [];
        if (hand.Coach is { } coach)
            return
            [
                new(together, GroupLane, ScanMethod.Qr, coach),
                new(together + 0.2, GroupLane, ScanMethod.Group, coach, Adults: coming - under18s, Under18s: under18s),
            ];
        return hand.Delegation.OnFoot
            ? [new(together, GroupLane, ScanMethod.Group, "", hand.InstitutionId, coming - under18s, under18s)]
            : Enumerable.Range(0, coming).SelectMany(i => One(hand, i, random));
    }

    private static IEnumerable<Arrival> One(CodesInHand hand, int number, Random random)
    {
        var (minute, lane) = (ArrivalCurve.MinuteOf(random.NextDouble()), random.Next(Lanes));
        if (random.NextDouble() < WalkUps)
            return [new(minute, DeskLane, ScanMethod.Walkup, "", hand.InstitutionId)];
        var scans = new List<Arrival> { new(minute, lane, ScanMethod.Qr, hand.Tokens[number]) };
        // Not at a phone without a link: it would have known its own pass again.
        if (random.NextDouble() < ScannedTwice && lane != 1)
            scans.Add(new(minute + 0.2, lane, ScanMethod.Qr, hand.Tokens[number]));
        if (random.NextDouble() < TurnedAway && lane != 1)
            scans.Add(new(minute, lane, ScanMethod.Qr, "https://example.org/a-code-from-a-cereal-box"));
        return scans;
    }
}
