namespace Assemblies.Rehearsal;

/// <summary>When people come: two thirds in the last half hour before the start (product.md, section 1).</summary>
/// <remarks>All times are minutes since the doors opened; the start is at <see cref="Start"/>.</remarks>
internal static class ArrivalCurve
{
    public const double Start = 60;
    private const double Last = 80;

    // Share of all arrivals until the minute: 780 of 1,200 come between 30 and 60.
    private static readonly (double Minute, double Share)[] Points = [(0, 0), (15, 0.05), (30, 0.20), (45, 0.50), (60, 0.85), (Last, 1)];

    /// <summary>The minute at which the given share of all has arrived.</summary>
    public static double MinuteOf(double share)
    {
        for (var i = 1; i < Points.Length; i++)
        {
            var (from, to) = (Points[i - 1], Points[i]);
            if (share <= to.Share)
                return from.Minute + (share - from.Share) / (to.Share - from.Share) * (to.Minute - from.Minute);
        }
        return Last;
    }
}
