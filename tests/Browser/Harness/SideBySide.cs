using Xunit.Sdk;
using Xunit.v3;

// Each test waits about as long as it works, on a machine that may have two cores: more side by side would only wait for each other.
[assembly: CollectionBehavior(MaxParallelThreads = 3)]
[assembly: TestCollectionOrderer(typeof(Assemblies.Browser.Harness.LongestFirst))]

namespace Assemblies.Browser.Harness;

/// <summary>Tests that say how long something takes, or watch it move: each alone, after all others.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class Alone
{
    public const string Name = "alone";
}

/// <summary>What takes minutes begins among the first: begun last, it would run on while nothing is left to run beside it. xunit keeps this order at the start only.</summary>
public sealed class LongestFirst : ITestCollectionOrderer
{
    private static readonly string[] Long = [nameof(RehearsalScreensTests), nameof(EveningTests), nameof(Screens.SceneMatrixTests)];

    public IReadOnlyCollection<TTestCollection> OrderTestCollections<TTestCollection>(IReadOnlyCollection<TTestCollection> testCollections)
        where TTestCollection : ITestCollection =>
        [.. testCollections.OrderBy(c => Array.FindIndex(Long, name => c.TestCollectionDisplayName.Contains(name, StringComparison.Ordinal)) is >= 0 and var place ? place : Long.Length)];
}
