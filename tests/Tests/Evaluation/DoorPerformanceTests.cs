using Assemblies.Evaluation;
using Assemblies.Turnout;
using NodaTime;

namespace Assemblies.Tests.Evaluation;

/// <summary>How the doors did, from their facts alone.</summary>
public sealed class DoorPerformanceTests
{
    private static readonly Instant Start = Instant.FromUtc(2026, 10, 1, 18, 0);
    private static readonly Guid North = Guid.NewGuid();
    private static readonly Guid South = Guid.NewGuid();
    private static readonly Guid Door = Guid.NewGuid();

    [Fact]
    public void The_peak_is_the_busiest_quarter_of_an_hour_wherever_it_begins()
    {
        var peak = DoorPerformance.PeakOf(
            [Came(-60, 30), Came(-20, 10, South), Came(-12, 25), Came(-6, 5), Came(-5, 100, South), Came(9, 40), Came(10, 1)], Duration.FromMinutes(15));
        Assert.Equal(new ArrivalPeak(At(-5), 15, 140, 2), peak);
        Assert.Null(DoorPerformance.PeakOf([], Duration.FromMinutes(15)));
    }

    [Fact]
    public void A_span_of_fifteen_minutes_does_not_hold_its_own_end()
    {
        Assert.Equal(6, DoorPerformance.PeakOf([Came(0, 5), Came(15, 6)], Duration.FromMinutes(15))!.Arrived);
        Assert.Equal(11, DoorPerformance.PeakOf([Came(0, 5), Came(14, 6)], Duration.FromMinutes(15))!.Arrived);
    }

    [Fact]
    public void A_stretch_without_a_connection_ends_with_the_scan_that_the_server_answered()
    {
        var stretches = DoorPerformance.StretchesOf(
        [
            Scan(North, 4, 12, 30, offline: true), Scan(North, 1, 0, 0), Scan(North, 2, 10, 30, offline: true), Scan(North, 3, 11, 29, offline: true),
            Scan(North, 5, 31, 31), Scan(North, 6, 40, 41, offline: true), Scan(South, 1, 11, 20, offline: true),
        ], id => id == North ? "North phone" : "South phone", id => id == Door ? "North door" : null).ToList();
        Assert.Equal(
        [
            new OfflineStretch("North phone", "North door", At(10), At(30), 3), new OfflineStretch("North phone", "North door", At(40), At(41), 1),
            new OfflineStretch("South phone", "North door", At(11), At(20), 1),
        ], stretches);
    }

    [Fact]
    public void What_counts_as_late_paper_refused_and_overruled_is_kept_apart()
    {
        var review = DoorPerformance.Of(
            [Came(-31, 7), Came(-30, 5), Came(-29, 4), Came(0, 3, method: ScanMethod.Paper), Came(1, 2, offline: true)],
            [
                Scan(North, 1, 0, 0, outcome: ScanOutcome.AlreadyIn), Scan(North, 2, 0, 0, outcome: ScanOutcome.Unknown), Scan(North, 3, 0, 0, outcome: ScanOutcome.AlreadyIn),
                Scan(North, 4, 0, 0, outcome: ScanOutcome.AdmittedAttention) with { Forced = true }, Scan(North, 5, 0, 0, outcome: ScanOutcome.ExitRecorded),
                Scan(North, 6, 0, 0, outcome: ScanOutcome.Undone) with { IsUndo = true }, Scan(North, 7, 0, 0, outcome: ScanOutcome.Unknown) with { Forced = true },
                Scan(North, 8, 0, 0, outcome: ScanOutcome.AlreadyIn),
            ], Start, _ => "", _ => null);
        Assert.Equal(7, review.BeforeStart30);
        Assert.Equal([new WayIn(ScanMethod.Qr, 18), new WayIn(ScanMethod.Paper, 3)], review.Ways);
        Assert.Equal([new RefusalCount(ScanOutcome.AlreadyIn, 3), new RefusalCount(ScanOutcome.Unknown, 2)], review.Refusals);
        Assert.Equal((1, 1, 2, 1), (review.Overruled, review.TakenBack, review.OfflineArrived, review.Devices));
    }

    private static Instant At(int minutes) => Start + Duration.FromMinutes(minutes);

    private static ArrivalFact Came(int minute, int heads, Guid? device = null, ScanMethod method = ScanMethod.Qr, bool offline = false) =>
        new(At(minute), heads, method, device ?? North, offline, null);

    private static ScanFact Scan(Guid device, long seq, int happened, int received, bool offline = false, ScanOutcome outcome = ScanOutcome.Admitted) =>
        new(device, seq, Door, outcome, offline, false, false, At(happened), At(received));
}
