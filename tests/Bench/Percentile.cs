namespace Assemblies.Bench;

internal static class Percentile
{
    /// <summary>The value that so many per cent do not exceed.</summary>
    public static double Of(IEnumerable<double> values, int percent)
    {
        var sorted = values.Order().ToList();
        return sorted.Count == 0 ? double.NaN : sorted[Math.Min(sorted.Count - 1, sorted.Count * percent / 100)];
    }
}
