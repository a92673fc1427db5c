namespace Assemblies.Bench;

/// <summary>Runs competitors in turn, another first each time, so that none always has the warm or the tired machine.</summary>
internal sealed class Rotation<T>((string Name, Func<Task<T>> Run)[] competitors)
{
    private const int Fewest = 5;

    private readonly Dictionary<string, List<T>> results = competitors.ToDictionary(c => c.Name, _ => new List<T>());

    public IReadOnlyDictionary<string, List<T>> Results => results;

    public async Task RunAsync(int repetitions)
    {
        for (var repetition = 0; repetition < repetitions; repetition++)
            for (var i = 0; i < competitors.Length; i++)
            {
                var (name, run) = competitors[(i + repetition) % competitors.Length];
                results[name].Add(await run());
            }
    }

    /// <summary>The median of the ratios, each taken inside one repetition: what the machine did meanwhile is in both numbers.</summary>
    public double Ratio(string name, string to, Func<T, double> of) => Rotation.Median(results[name].Zip(results[to], (a, b) => of(a) / of(b)));

    /// <summary>Whether the run counts: five repetitions at least, and the floor may not move by more than a half.</summary>
    public string Validity(string floor, Func<T, double> of)
    {
        var spread = results[floor].Max(of) / results[floor].Min(of);
        var verdict = results[floor].Count < Fewest ? $"FEWER THAN {Fewest} REPETITIONS, THIS RUN DOES NOT COUNT"
            : spread > 1.5 ? "ABOVE 1.50, THIS RUN DOES NOT COUNT"
            : "the run counts";
        return $"{floor} max/min {spread:0.00}: {verdict}";
    }
}

internal static class Rotation
{
    public static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return sorted.Count % 2 == 1 ? sorted[sorted.Count / 2] : (sorted[sorted.Count / 2 - 1] + sorted[sorted.Count / 2]) / 2;
    }
}
